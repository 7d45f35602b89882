package yomitori.mark;

import java.util.Arrays;
import yomitori.geometry.GrayImage;

/**
 * Finds a printed box by its outline alone. What is drawn inside the box, or further from it than a
 * narrow band, has no say: choosing the place by the ink inside would make empty boxes look fuller
 * than they are.
 */
final class BoxFinder {

  private final int[] xs;
  private final int[] ys;
  private final float[] values;

  /**
   * @param blank the blank around the box, its middle on the box's middle
   * @param halfBoxX half the box's outer width in px
   * @param halfBoxY half its outer height in px
   * @param bandIn how far inside the outer edge the outline reaches, in px
   * @param bandOut how far outside it paper is expected, in px
   */
  BoxFinder(GrayImage blank, double halfBoxX, double halfBoxY, int bandIn, int bandOut) {
    int n = 0;
    int[] bx = new int[blank.width() * blank.height()];
    int[] by = new int[bx.length];
    float[] v = new float[bx.length];
    for (int y = 0; y < blank.height(); y++) {
      for (int x = 0; x < blank.width(); x++) {
        double dx = Math.abs(x + 0.5 - blank.width() / 2.0) - halfBoxX;
        double dy = Math.abs(y + 0.5 - blank.height() / 2.0) - halfBoxY;
        double outside = Math.max(dx, dy);
        if (outside >= -bandIn && outside < bandOut) {
          bx[n] = x;
          by[n] = y;
          v[n++] = blank.get(x, y);
        }
      }
    }
    xs = Arrays.copyOf(bx, n);
    ys = Arrays.copyOf(by, n);
    values = standardise(Arrays.copyOf(v, n));
  }

  private static float[] standardise(float[] v) {
    double sum = 0;
    double squares = 0;
    for (float f : v) {
      sum += f;
      squares += f * f;
    }
    double mean = sum / v.length;
    double deviation = Math.sqrt(Math.max(squares / v.length - mean * mean, 1e-6));
    for (int i = 0; i < v.length; i++) {
      v[i] = (float) ((v[i] - mean) / deviation);
    }
    return v;
  }

  /**
   * Where the outline was found.
   *
   * @param dx px to the right of where it was expected
   * @param dy px below where it was expected
   * @param score correlation of the outline there, -1 to 1
   */
  record Place(int dx, int dy, double score) {

    /** Where it is expected. */
    static final Place EXPECTED = new Place(0, 0, 0);

    /** The same place on rasters of twice the density. */
    Place doubled() {
      return new Place(2 * dx, 2 * dy, score);
    }
  }

  /**
   * Searches the outline.
   *
   * @param page the page around the box, as large as the blank or larger, middles together
   * @param about where to begin, its score ignored
   * @param radius how far to search from there, in px
   * @param pull how much correlation a place loses for lying {@code radius} away, so that of two
   *     equal ones the nearer is taken
   */
  Place find(GrayImage page, GrayImage blank, Place about, int radius, double pull) {
    int ox = (page.width() - blank.width()) / 2;
    int oy = (page.height() - blank.height()) / 2;
    Place best = about;
    double bestValue = Double.NEGATIVE_INFINITY;
    for (int dy = -radius; dy <= radius; dy++) {
      for (int dx = -radius; dx <= radius; dx++) {
        int x = about.dx + dx;
        int y = about.dy + dy;
        double score = correlation(page, ox + x, oy + y);
        double value = score - pull * (dx * dx + dy * dy) / ((double) radius * radius);
        if (value > bestValue) {
          bestValue = value;
          best = new Place(x, y, score);
        }
      }
    }
    return best;
  }

  private double correlation(GrayImage page, int ox, int oy) {
    double sum = 0;
    double squares = 0;
    double product = 0;
    for (int i = 0; i < xs.length; i++) {
      int x = xs[i] + ox;
      int y = ys[i] + oy;
      boolean inside = x >= 0 && y >= 0 && x < page.width() && y < page.height();
      int p = inside ? page.get(x, y) : GrayImage.WHITE;
      sum += p;
      squares += (double) p * p;
      product += p * values[i];
    }
    double variance = squares / xs.length - sum / xs.length * sum / xs.length;
    return variance <= 0 ? 0 : product / xs.length / Math.sqrt(variance);
  }
}
