package yomitori.mark;

import java.util.stream.IntStream;
import yomitori.form.CheckBox;
import yomitori.geometry.GrayImage;

/**
 * Finds a printed box by its outline alone. What is drawn inside the box, or further from it than a
 * narrow band, has no say: choosing the place by the ink inside would make empty boxes look fuller
 * than they are.
 */
final class BoxFinder {

  /** No two places within a search can both look so much like the outline. */
  private static final double UNMISTAKABLE = 0.75;

  /** Offsets of the band's pixels from the top left of the blank, in the page's cut-out. */
  private final int[] offsets;

  private final float[] values;
  private final int pageWidth;
  private final int pageHeight;
  private final int slackX;
  private final int slackY;

  /**
   * @param checkBox the box in the middle of {@code blank}
   * @param blank the blank around the box
   * @param pxPerMm its density
   * @param bandInMm how far inside the outer edge the outline reaches
   * @param pageWidth width in px of the cut-outs of pages that will be searched: no less than the
   *     blank's
   * @param pageHeight their height in px, likewise
   */
  BoxFinder(
      CheckBox checkBox,
      GrayImage blank,
      double pxPerMm,
      double bandInMm,
      int pageWidth,
      int pageHeight) {
    double[] outside = BoxZones.outside(checkBox, blank.width(), blank.height(), pxPerMm);
    int[] band = IntStream.range(0, outside.length).filter(i -> outside[i] >= -bandInMm).toArray();
    offsets = new int[band.length];
    float[] greys = new float[band.length];
    for (int i = 0; i < band.length; i++) {
      offsets[i] = band[i] / blank.width() * pageWidth + band[i] % blank.width();
      greys[i] = blank.pixels()[band[i]] & 0xff;
    }
    values = standardise(greys);
    this.pageWidth = pageWidth;
    this.pageHeight = pageHeight;
    slackX = (pageWidth - blank.width()) / 2;
    slackY = (pageHeight - blank.height()) / 2;
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
   * @param page the page around the box, its expected place in the middle
   * @param about where to begin, its score ignored
   * @param radius how far to search from there, in px
   * @param pull how much correlation a place loses for lying {@code radius} away, so that of two
   *     equal ones the nearer is taken
   * @throws IllegalArgumentException if the page has another size than was said, or the search
   *     leaves it
   */
  Place find(GrayImage page, Place about, int radius, double pull) {
    if (page.width() != pageWidth
        || page.height() != pageHeight
        || Math.abs(about.dx) + radius > slackX
        || Math.abs(about.dy) + radius > slackY) {
      throw new IllegalArgumentException(
          about + ", " + radius + " px around it: leaves " + page.width() + " x " + page.height());
    }
    Search search = new Search(page.pixels(), about, radius, pull);
    Place near = search.climb();
    return near.score >= UNMISTAKABLE ? near : search.everywhere();
  }

  /** One search of one page. */
  private final class Search {

    private final byte[] pixels;
    private final Place about;
    private final int radius;
    private final double pull;

    private Place best;
    private double bestValue;

    Search(byte[] pixels, Place about, int radius, double pull) {
      this.pixels = pixels;
      this.about = about;
      this.radius = radius;
      this.pull = pull;
      restart();
    }

    private void restart() {
      best = about;
      bestValue = Double.NEGATIVE_INFINITY;
    }

    /** From the start to a place whose neighbours are all worse. */
    Place climb() {
      int x;
      int y;
      do {
        x = best.dx - about.dx;
        y = best.dy - about.dy;
        around(x, y, 1);
      } while (best.dx - about.dx != x || best.dy - about.dy != y);
      return best;
    }

    Place everywhere() {
      restart();
      around(0, 0, radius);
      return best;
    }

    private void around(int middleX, int middleY, int reach) {
      for (int dy = Math.max(-radius, middleY - reach);
          dy <= Math.min(radius, middleY + reach);
          dy++) {
        for (int dx = Math.max(-radius, middleX - reach);
            dx <= Math.min(radius, middleX + reach);
            dx++) {
          consider(dx, dy);
        }
      }
    }

    private void consider(int dx, int dy) {
      int x = about.dx + dx;
      int y = about.dy + dy;
      double score = correlation(pixels, (slackY + y) * pageWidth + slackX + x);
      double value = score - pull * (dx * dx + dy * dy) / ((double) radius * radius);
      if (value > bestValue) {
        bestValue = value;
        best = new Place(x, y, score);
      }
    }
  }

  private double correlation(byte[] pixels, int from) {
    int sum = 0;
    long squares = 0;
    float product = 0;
    for (int i = 0; i < offsets.length; i++) {
      int p = pixels[offsets[i] + from] & 0xff;
      sum += p;
      squares += (long) p * p;
      product += p * values[i];
    }
    double count = offsets.length;
    double mean = sum / count;
    double variance = squares / count - mean * mean;
    return variance <= 0 ? 0 : product / count / Math.sqrt(variance);
  }
}
