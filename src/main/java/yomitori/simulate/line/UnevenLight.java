package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * A lamp that lights the scan line unevenly: one place is brightest, and paper and ink get darker
 * away from it. The range is an assumption; worn lamps fade at their ends first. Strong from a loss
 * of 12 %.
 *
 * @param loss share of the light that is missing at the end farther from the brightest place
 * @param brightest where along the scan line it is brightest, 0 left to 1 right
 */
public record UnevenLight(double loss, double brightest) implements Effect {

  private static final double STRONG_LOSS = 0.12;

  /** Draws a lamp. */
  public static UnevenLight draw(LineProfile profile, Chance chance) {
    return new UnevenLight(
        chance.between(0, profile.choose(0, 0.06, 0.12, 0.18)), chance.between(0.2, 0.8));
  }

  @Override
  public Level level() {
    return Level.of(loss != 0, loss > STRONG_LOSS);
  }

  void apply(GrayImage page) {
    if (loss == 0) {
      return;
    }
    int width = page.width();
    double far = Math.max(brightest, 1 - brightest);
    int[] light = new int[width];
    for (int x = 0; x < width; x++) {
      double off = ((x + 0.5) / width - brightest) / far;
      light[x] = (int) Math.round(256 * (1 - loss * off * off));
    }
    byte[] pixels = page.pixels();
    for (int y = 0, at = 0; y < page.height(); y++) {
      for (int x = 0; x < width; x++, at++) {
        pixels[at] = (byte) (((pixels[at] & 0xff) * light[x]) >> 8);
      }
    }
  }
}
