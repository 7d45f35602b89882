package yomitori.simulate.hand;

/**
 * What a pen leaves on paper.
 *
 * @param darkness grey levels that a full trace takes from white: 0 none, 255 black
 * @param texture share of the trace that the paper's grain keeps free of ink: 0 to 1
 */
public record Ink(int darkness, double texture) {

  /** Size of the paper's grain in sheet pixels: about 0.1 mm at 16 px/mm. */
  private static final int GRAIN_PX = 2;

  /** How much of the ink the grain holds back at a pixel of the sheet: 0 to 1. */
  double skip(int x, int y) {
    if (texture == 0) {
      return 0;
    }
    int hash = (x / GRAIN_PX) * 0x9E3779B1 ^ (y / GRAIN_PX) * 0x85EBCA77;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    hash = (hash ^ hash >>> 12) * 0x297A2D39;
    return ((hash ^ hash >>> 15) >>> 8) * 0x1.0p-24 < texture ? 1 : 0;
  }
}
