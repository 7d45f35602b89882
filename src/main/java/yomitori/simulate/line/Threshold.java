package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * From grey to black and white. The level drifts over the page and each pixel has the sensor's
 * noise; some senders leave their machine at "photo", which halftones. The ranges are an
 * assumption. Strong where the level is off by more than 25, the drift or the noise is above 12, or
 * the page is halftoned.
 *
 * @param cut darker than this is ink: low loses light strokes, high thickens them
 * @param drift how far the level moves over the page
 * @param noise standard deviation of the sensor's noise in grey levels
 * @param halftone whether and how greys are made of dots instead of cut at the level
 */
public record Threshold(int cut, double drift, double noise, Halftone halftone) implements Effect {

  private static final int MIDDLE = 148;
  private static final int STRONG_OFF = 25;
  private static final double STRONG_SPREAD = 12;
  private static final int PATCH_PX = 280;

  /** How far a machine's level follows the paper's background: 0 not at all, 1 wholly. */
  private static final double FOLLOWING = 0.7;

  /** How much further than noise the ordered dither's pattern reaches. */
  private static final int DITHER_REACH = 96;

  private static final int[] BAYER = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  /** How a machine makes greys. */
  public enum Halftone {
    /** It does not. */
    NONE,
    /** Dots after a fixed pattern of 4 × 4 px. */
    ORDERED,
    /** Error diffusion after Floyd and Steinberg (1976). */
    DIFFUSED
  }

  /** Draws a level. */
  public static Threshold draw(LineProfile profile, Chance chance) {
    double off = profile.choose(5, 20, 35, 50);
    boolean photo = chance.happens(profile.choose(0, 0.01, 0.02, 0.06));
    return new Threshold(
        (int) (MIDDLE + chance.between(-off, off)),
        chance.between(0, profile.choose(2, 8, 13, 20)),
        chance.between(0, profile.choose(3, 8, 14, 26)),
        !photo ? Halftone.NONE : chance.happens(0.5) ? Halftone.ORDERED : Halftone.DIFFUSED);
  }

  @Override
  public Level level() {
    boolean plain = cut == MIDDLE && drift == 0 && noise == 0 && halftone == Halftone.NONE;
    boolean off = Math.abs(cut - MIDDLE) > STRONG_OFF;
    return Level.of(
        !plain, off || drift > STRONG_SPREAD || noise > STRONG_SPREAD || halftone != Halftone.NONE);
  }

  /**
   * Turns the page into pixels of 0 and 255.
   *
   * @param paper grey level of the bare paper, which the level follows
   */
  void apply(GrayImage page, int paper, Chance chance) {
    double follow = 1 - FOLLOWING * (1 - paper / (double) GrayImage.WHITE);
    int ink = (int) Math.round(cut * follow);
    int columns = page.width() / PATCH_PX + 2;
    int rows = page.height() / PATCH_PX + 2;
    double[] field = new double[columns * rows];
    for (int i = 0; i < field.length; i++) {
      field[i] = drift * chance.between(-1, 1);
    }
    if (halftone == Halftone.DIFFUSED) {
      diffuse(page, field, columns, ink, chance);
      return;
    }
    boolean dither = halftone == Halftone.ORDERED;
    int reach = (int) Math.ceil(drift + 5 * noise + (dither ? DITHER_REACH : 0));
    byte[] tones = new byte[256];
    boolean[] sure = new boolean[256];
    for (int v = 0; v < tones.length; v++) {
      tones[v] = (byte) (v < ink ? 0 : GrayImage.WHITE);
      sure[v] = Math.abs(v - ink) > reach;
    }
    byte[] pixels = page.pixels();
    for (int y = 0, at = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++, at++) {
        int seen = pixels[at] & 0xff;
        if (sure[seen]) {
          pixels[at] = tones[seen];
          continue;
        }
        double grey = seen - at(field, columns, x, y) - noise * quickGauss(chance);
        grey -= dither ? (BAYER[(y & 3) * 4 + (x & 3)] - 7.5) * 12 : 0;
        pixels[at] = (byte) (grey < ink ? 0 : GrayImage.WHITE);
      }
    }
  }

  private void diffuse(GrayImage page, double[] field, int columns, int ink, Chance chance) {
    int width = page.width();
    byte[] pixels = page.pixels();
    double[] here = new double[width + 2];
    double[] next = new double[width + 2];
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < width; x++) {
        int seen = pixels[y * width + x] & 0xff;
        double off = seen == GrayImage.WHITE ? 0 : at(field, columns, x, y);
        double grey = seen - off + (MIDDLE - ink) + here[x + 1];
        double jitter = noise * quickGauss(chance);
        int out = grey + jitter < GrayImage.WHITE / 2.0 ? 0 : GrayImage.WHITE;
        double error = Math.max(-GrayImage.WHITE, Math.min(GrayImage.WHITE, grey - out)) / 16;
        here[x + 2] += 7 * error;
        next[x] += 3 * error;
        next[x + 1] += 5 * error;
        next[x + 2] += error;
        pixels[y * width + x] = (byte) out;
      }
      double[] spare = here;
      here = next;
      next = spare;
      Arrays.fill(next, 0);
    }
  }

  private static double at(double[] field, int columns, int x, int y) {
    int i = x / PATCH_PX;
    int j = y / PATCH_PX;
    double u = smooth(x % PATCH_PX / (double) PATCH_PX);
    double v = smooth(y % PATCH_PX / (double) PATCH_PX);
    double[] f = field;
    int k = j * columns + i;
    double top = f[k] + u * (f[k + 1] - f[k]);
    double bottom = f[k + columns] + u * (f[k + columns + 1] - f[k + columns]);
    return top + v * (bottom - top);
  }

  /** From 0 to 1 without corners at the ends. */
  private static double smooth(double t) {
    return t * t * (3 - 2 * t);
  }

  /** Nearly normal: the sum of four uniform values of one draw (Irwin-Hall), scaled. */
  private static double quickGauss(Chance chance) {
    long bits = chance.bits();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (sum / 65536.0 - 2) * 1.732;
  }
}
