package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * From grey to black and white. The level drifts over the page (uneven light) and each pixel has
 * the sensor's noise; some senders leave their machine at "photo", which dithers.
 *
 * @param level darker than this is ink: low loses light strokes, high thickens them
 * @param drift how far the level moves over the page
 * @param noise standard deviation of the sensor's noise in grey levels
 * @param dither whether an ordered dither is used instead of a plain level
 */
public record Threshold(int level, double drift, double noise, boolean dither) implements Effect {

  private static final int PATCH_PX = 160;

  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  /** Draws a level. The ranges are an assumption. */
  public static Threshold draw(LineProfile profile, Chance chance) {
    double off = profile.choose(5, 20, 35, 50);
    return new Threshold(
        (int) (148 + chance.between(-off, off)),
        chance.between(0, profile.choose(2, 8, 15, 30)),
        chance.between(0, profile.choose(3, 8, 14, 26)),
        chance.happens(profile.choose(0, 0.01, 0.02, 0.06)));
  }

  @Override
  public boolean acts() {
    return true;
  }

  /** Turns the page into pixels of 0 and 255. */
  void apply(GrayImage page, Chance chance) {
    int columns = page.width() / PATCH_PX + 2;
    int rows = page.height() / PATCH_PX + 2;
    double[] field = new double[columns * rows];
    for (int i = 0; i < field.length; i++) {
      field[i] = drift * chance.between(-1, 1);
    }
    double reach = drift + 5 * noise + (dither ? 96 : 0);
    byte[] pixels = page.pixels();
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        int at = y * page.width() + x;
        double grey = pixels[at] & 0xff;
        if (Math.abs(grey - level) <= reach) {
          grey -= at(field, columns, x, y) + noise * quickGauss(chance);
          grey -= dither ? (BAYER[(y & 3) * 4 + (x & 3)] - 7.5) * 12 : 0;
        }
        pixels[at] = (byte) (grey < level ? 0 : 255);
      }
    }
  }

  private static double at(double[] field, int columns, int x, int y) {
    int i = x / PATCH_PX;
    int j = y / PATCH_PX;
    double u = x % PATCH_PX / (double) PATCH_PX;
    double v = y % PATCH_PX / (double) PATCH_PX;
    double[] f = field;
    int k = j * columns + i;
    double top = f[k] + u * (f[k + 1] - f[k]);
    double bottom = f[k + columns] + u * (f[k + columns + 1] - f[k + columns]);
    return top + v * (bottom - top);
  }

  /** Nearly normal: the sum of four uniform values of one draw (Irwin-Hall), scaled. */
  private static double quickGauss(Chance chance) {
    long bits = chance.bits();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum / 65536.0 - 2) * 1.732;
  }
}
