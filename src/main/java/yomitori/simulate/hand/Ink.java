package yomitori.simulate.hand;

/**
 * What a pen or a stamp leaves on paper.
 *
 * @param darkness grey levels that a full trace takes from white: 0 none, 255 black
 * @param texture share of the trace to which the paper's grain lets only little ink: 0 to 1
 * @param blotch share of its darkness that ink loses in pale patches some 2 mm wide, as stamps have
 *     them: 0 to 1
 */
public record Ink(int darkness, double texture, double blotch) {

  /** Size of the paper's grain in sheet pixels: about 0.1 mm at 16 px/mm. */
  private static final int GRAIN_PX = 2;

  /** Size of a stamp's pale patches in sheet pixels: about 2 mm at 16 px/mm. */
  private static final int PATCH_PX = 32;

  /** Share of the ink that the grain lets through where it holds it back. */
  private static final double STARVED = 0.45;

  private static final int DARKEST = 255;

  /** Ink without pale patches. */
  public Ink(int darkness, double texture) {
    this(darkness, texture, 0);
  }

  /** This ink, pressed to a share of its darkness. */
  Ink pressed(double share) {
    return new Ink((int) Math.max(0, Math.min(DARKEST, darkness * share)), texture, blotch);
  }

  /** Grey levels that a full trace takes at a pixel of the sheet. */
  double darknessAt(int x, int y) {
    boolean starved = texture != 0 && noise(x / GRAIN_PX, y / GRAIN_PX) < texture;
    return (starved ? STARVED * darkness : darkness) * patchAt(x, y);
  }

  /** Share of the ink that the stamp's patches leave at a pixel. */
  private double patchAt(int x, int y) {
    if (blotch == 0) {
      return 1;
    }
    int i = Math.floorDiv(x, PATCH_PX);
    int j = Math.floorDiv(y, PATCH_PX);
    double u = smooth(Math.floorMod(x, PATCH_PX) / (double) PATCH_PX);
    double v = smooth(Math.floorMod(y, PATCH_PX) / (double) PATCH_PX);
    double top = noise(i, j) * (1 - u) + noise(i + 1, j) * u;
    double bottom = noise(i, j + 1) * (1 - u) + noise(i + 1, j + 1) * u;
    return 1 - blotch * (top * (1 - v) + bottom * v);
  }

  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  /** A fixed value from 0 to 1 for a place. */
  private static double noise(int x, int y) {
    int hash = x * 0x9E3779B1 ^ y * 0x85EBCA77;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    hash = (hash ^ hash >>> 12) * 0x297A2D39;
    return ((hash ^ hash >>> 15) >>> 8) * 0x1.0p-24;
  }
}
