package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;

/**
 * Cuts areas of the form out of a raster, bilinear, pixel centre to pixel centre. Between the
 * points of a coarse mesh the transform is taken as linear, which its smoothness allows.
 */
final class Resampler {

  /** Mesh of exact transform points; feed slip and skew bend less than 0.01 mm over it. */
  private static final double MESH_MM = 6;

  private Resampler() {}

  static GrayImage crop(GrayImage source, PageTransform transform, RectMm area, double pxPerMm) {
    return crop(source, 1, 1, transform, area, pxPerMm);
  }

  /**
   * Like {@link #crop(GrayImage, PageTransform, RectMm, double)} for a source that is a reduced
   * copy of the page.
   *
   * @param scaleX source pixels for each pixel of the page across
   * @param scaleY likewise down
   */
  static GrayImage crop(
      GrayImage source,
      double scaleX,
      double scaleY,
      PageTransform transform,
      RectMm area,
      double pxPerMm) {
    int width = Math.max(1, (int) Math.round(area.w() * pxPerMm));
    int height = Math.max(1, (int) Math.round(area.h() * pxPerMm));
    byte[] out = new byte[width * height];
    int step = Math.max(1, (int) Math.round(MESH_MM * pxPerMm));
    for (int y0 = 0; y0 < height; y0 += step) {
      for (int x0 = 0; x0 < width; x0 += step) {
        PointPx o = at(transform, area, pxPerMm, x0, y0);
        PointPx u = at(transform, area, pxPerMm, x0 + step, y0);
        PointPx v = at(transform, area, pxPerMm, x0, y0 + step);
        PointPx w = at(transform, area, pxPerMm, x0 + step, y0 + step);
        int yEnd = Math.min(height, y0 + step);
        int xEnd = Math.min(width, x0 + step);
        for (int y = y0; y < yEnd; y++) {
          double f = (double) (y - y0) / step;
          double leftX = (o.x() + f * (v.x() - o.x())) * scaleX - 0.5;
          double leftY = (o.y() + f * (v.y() - o.y())) * scaleY - 0.5;
          double rightX = (u.x() + f * (w.x() - u.x())) * scaleX - 0.5;
          double rightY = (u.y() + f * (w.y() - u.y())) * scaleY - 0.5;
          double dx = (rightX - leftX) / step;
          double dy = (rightY - leftY) / step;
          row(source, leftX, leftY, dx, dy, out, y * width + x0, xEnd - x0);
        }
      }
    }
    return new GrayImage(width, height, out);
  }

  private static PointPx at(
      PageTransform transform, RectMm area, double pxPerMm, double x, double y) {
    return transform.toPage(area.x() + (x + 0.5) / pxPerMm, area.y() + (y + 0.5) / pxPerMm);
  }

  /** Bits of a coordinate's fraction in the fixed-point walk along a row. */
  private static final int FRACTION = 16;

  private static final int ONE = 1 << FRACTION;

  /** Columns and rows whose fixed-point coordinates still fit an int. */
  private static final int LARGEST = 1 << (31 - FRACTION);

  /** Samples {@code count} points from (x, y) on, each (dx, dy) source pixels from the last. */
  private static void row(
      GrayImage source, double x, double y, double dx, double dy, byte[] out, int at, int count) {
    byte[] pixels = source.pixels();
    int width = source.width();
    int lastX = width - 2;
    int lastY = source.height() - 2;
    long fx = Math.round(x * ONE);
    long fy = Math.round(y * ONE);
    long stepX = Math.round(dx * ONE);
    long stepY = Math.round(dy * ONE);
    long endX = (fx + (count - 1) * stepX) >> FRACTION;
    long endY = (fy + (count - 1) * stepY) >> FRACTION;
    boolean inside =
        Math.max(lastX, lastY) < LARGEST
            && Math.min(fx >> FRACTION, endX) >= 0
            && Math.min(fy >> FRACTION, endY) >= 0
            && Math.max(fx >> FRACTION, endX) <= lastX
            && Math.max(fy >> FRACTION, endY) <= lastY;
    if (inside) {
      inside(pixels, width, (int) fx, (int) fy, (int) stepX, (int) stepY, out, at, count);
      return;
    }
    for (int k = 0; k < count; k++, fx += stepX, fy += stepY) {
      int x0 = (int) (fx >> FRACTION);
      int y0 = (int) (fy >> FRACTION);
      out[at + k] = (byte) atEdge(source, x0, y0, fraction(fx), fraction(fy));
    }
  }

  /** Samples points of which each has all four neighbours; the coordinates are fixed-point. */
  private static void inside(
      byte[] pixels, int width, int x, int y, int stepX, int stepY, byte[] out, int at, int count) {
    int fx = x;
    int fy = y;
    for (int k = 0; k < count; k++, fx += stepX, fy += stepY) {
      int i = (fy >> FRACTION) * width + (fx >> FRACTION);
      out[at + k] =
          (byte)
              mix(
                  pixels[i] & 0xff,
                  pixels[i + 1] & 0xff,
                  pixels[i + width] & 0xff,
                  pixels[i + width + 1] & 0xff,
                  fraction(fx),
                  fraction(fy));
    }
  }

  private static int fraction(long fixed) {
    return fraction((int) fixed);
  }

  private static int fraction(int fixed) {
    return (fixed & (ONE - 1)) >> (FRACTION - 8);
  }

  private static int atEdge(GrayImage source, int x0, int y0, int fx, int fy) {
    return mix(
        orWhite(source, x0, y0),
        orWhite(source, x0 + 1, y0),
        orWhite(source, x0, y0 + 1),
        orWhite(source, x0 + 1, y0 + 1),
        fx,
        fy);
  }

  /** Bilinear between four grey values; fx and fy in 256ths. */
  private static int mix(int a, int b, int c, int d, int fx, int fy) {
    int top = (a << 8) + fx * (b - a);
    int bottom = (c << 8) + fx * (d - c);
    return ((top << 8) + fy * (bottom - top) + (1 << 15)) >> 16;
  }

  private static int orWhite(GrayImage source, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < source.width() && y < source.height();
    return inside ? source.get(x, y) : GrayImage.WHITE;
  }
}
