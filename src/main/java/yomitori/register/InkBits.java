package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;

/**
 * A small raster of ink and paper, a bit a pixel, so that laying one over another costs a few
 * instructions a row. At most {@value #WIDEST} columns.
 */
final class InkBits {

  /** Two words a row. */
  static final int WIDEST = 128;

  private final int width;
  private final int height;
  private final long[] left;
  private final long[] right;

  private InkBits(int width, int height, long[] left, long[] right) {
    this.width = width;
    this.height = height;
    this.left = left;
    this.right = right;
  }

  /**
   * @param below grey values under this are ink
   * @throws IllegalArgumentException if the image is wider than {@value #WIDEST} px
   */
  static InkBits of(GrayImage image, int below) {
    int width = image.width();
    if (width > WIDEST) {
      throw new IllegalArgumentException(width + " px are more than " + WIDEST);
    }
    int height = image.height();
    byte[] pixels = image.pixels();
    long[] left = new long[height];
    long[] right = new long[height];
    int half = Math.min(width, Long.SIZE);
    for (int y = 0; y < height; y++) {
      int at = y * width;
      left[y] = word(pixels, at, half, below);
      right[y] = word(pixels, at + half, width - half, below);
    }
    return new InkBits(width, height, left, right);
  }

  private static long word(byte[] pixels, int at, int count, int below) {
    long word = 0;
    for (int i = 0; i < count; i++) {
      // The sign of the difference is the bit.
      word |= (long) (((pixels[at + i] & 0xff) - below) >>> 31) << i;
    }
    return word;
  }

  /**
   * Cuts an area of the form out of a reduced page, each pixel the nearest of the page's: for a
   * page of ink and paper no worse than weighing neighbours. The transform is taken as bilinear
   * between the area's corners.
   *
   * @param area at most {@value #WIDEST} px wide at the density
   * @param below grey values under this are ink
   */
  static InkBits cut(Level level, PageTransform transform, RectMm area, double pxPerMm, int below) {
    int width = (int) Math.round(area.w() * pxPerMm);
    int height = (int) Math.round(area.h() * pxPerMm);
    PointPx o = level.at(transform, area.x(), area.y());
    PointPx u = level.at(transform, area.right(), area.y());
    PointPx v = level.at(transform, area.x(), area.bottom());
    PointPx w = level.at(transform, area.right(), area.bottom());
    long[] left = new long[height];
    long[] right = new long[height];
    Line line = new Line(level.image(), below);
    int half = Math.min(width, Long.SIZE);
    for (int y = 0; y < height; y++) {
      double f = (y + 0.5) / height;
      double x0 = o.x() + f * (v.x() - o.x());
      double y0 = o.y() + f * (v.y() - o.y());
      double dx = (u.x() + f * (w.x() - u.x()) - x0) / width;
      double dy = (u.y() + f * (w.y() - u.y()) - y0) / width;
      left[y] = line.word(x0 + dx / 2, y0 + dy / 2, dx, dy, half);
      right[y] = line.word(x0 + dx * (half + 0.5), y0 + dy * (half + 0.5), dx, dy, width - half);
    }
    return new InkBits(width, height, left, right);
  }

  /** Samples a raster along lines of any slope; beyond its edges all is paper. */
  private record Line(GrayImage image, int below) {

    private static final int FRACTION = 16;

    /** Columns and rows whose fixed-point coordinates still fit an int. */
    private static final int LARGEST = 1 << (31 - FRACTION);

    long word(double x, double y, double dx, double dy, int count) {
      double lastX = x + (count - 1) * dx;
      double lastY = y + (count - 1) * dy;
      boolean inside =
          Math.min(x, lastX) >= 1
              && Math.min(y, lastY) >= 1
              && Math.max(x, lastX) < Math.min(image.width(), LARGEST) - 1
              && Math.max(y, lastY) < Math.min(image.height(), LARGEST) - 1;
      return inside ? within(x, y, dx, dy, count) : overEdge(x, y, dx, dy, count);
    }

    private long within(double x, double y, double dx, double dy, int count) {
      byte[] pixels = image.pixels();
      int width = image.width();
      int fx = (int) (x * (1 << FRACTION));
      int fy = (int) (y * (1 << FRACTION));
      int stepX = (int) Math.round(dx * (1 << FRACTION));
      int stepY = (int) Math.round(dy * (1 << FRACTION));
      long word = 0;
      for (int i = 0; i < count; i++, fx += stepX, fy += stepY) {
        int grey = pixels[(fy >> FRACTION) * width + (fx >> FRACTION)] & 0xff;
        word |= (long) ((grey - below) >>> 31) << i;
      }
      return word;
    }

    private long overEdge(double x, double y, double dx, double dy, int count) {
      long word = 0;
      for (int i = 0; i < count; i++) {
        int px = (int) Math.floor(x + i * dx);
        int py = (int) Math.floor(y + i * dy);
        boolean on = px >= 0 && py >= 0 && px < image.width() && py < image.height();
        word |= on && image.get(px, py) < below ? 1L << i : 0;
      }
      return word;
    }
  }

  /**
   * Slides this patch over a window and finds where the two correlate best (the phi coefficient,
   * which is the normalised cross-correlation of two rasters of ink and paper), to a fraction of a
   * pixel.
   *
   * @param window at least as wide and high as this
   */
  Peak findIn(InkBits window) {
    int across = window.width - width + 1;
    int down = window.height - height + 1;
    double[] scores = new double[across * down];
    long maskLeft = ones(Math.min(width, Long.SIZE));
    long maskRight = ones(Math.max(0, width - Long.SIZE));
    int ink = 0;
    for (int y = 0; y < height; y++) {
      ink += Long.bitCount(left[y]) + Long.bitCount(right[y]);
    }
    double n = (double) width * height;
    double varPatch = ink * (n - ink);
    long[] l = new long[window.height];
    long[] r = new long[window.height];
    int[] inkAbove = new int[window.height + 1];
    for (int x = 0; x < across; x++) {
      for (int y = 0; y < window.height; y++) {
        l[y] = window.from(y, x) & maskLeft;
        r[y] = maskRight == 0 ? 0 : window.from(y, x + Long.SIZE) & maskRight;
        inkAbove[y + 1] = inkAbove[y] + Long.bitCount(l[y]) + Long.bitCount(r[y]);
      }
      for (int y = 0; y < down; y++) {
        int both = maskRight == 0 ? both(l, y) : both(l, r, y);
        double under = inkAbove[y + height] - inkAbove[y];
        double var = varPatch * under * (n - under);
        scores[y * across + x] = var <= 0 ? 0 : (n * both - ink * under) / Math.sqrt(var);
      }
    }
    return Peak.of(scores, across);
  }

  private int both(long[] l, int from) {
    int both = 0;
    for (int y = 0; y < height; y++) {
      both += Long.bitCount(left[y] & l[from + y]);
    }
    return both;
  }

  private int both(long[] l, long[] r, int from) {
    int both = 0;
    for (int y = 0; y < height; y++) {
      both += Long.bitCount(left[y] & l[from + y]) + Long.bitCount(right[y] & r[from + y]);
    }
    return both;
  }

  /** The 64 pixels of a row from column {@code x} on; beyond the last they are paper. */
  private long from(int row, int x) {
    if (x >= Long.SIZE) {
      return right[row] >>> (x - Long.SIZE);
    }
    return x == 0 ? left[row] : left[row] >>> x | right[row] << (Long.SIZE - x);
  }

  private static long ones(int count) {
    return count == 0 ? 0 : -1L >>> (Long.SIZE - count);
  }
}
