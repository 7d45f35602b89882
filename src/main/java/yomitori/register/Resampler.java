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
          int row = y * width;
          for (int x = x0; x < xEnd; x++) {
            out[row + x] = (byte) bilinear(source, leftX + (x - x0) * dx, leftY + (x - x0) * dy);
          }
        }
      }
    }
    return new GrayImage(width, height, out);
  }

  private static PointPx at(
      PageTransform transform, RectMm area, double pxPerMm, double x, double y) {
    return transform.toPage(area.x() + (x + 0.5) / pxPerMm, area.y() + (y + 0.5) / pxPerMm);
  }

  private static int bilinear(GrayImage source, double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    int width = source.width();
    if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= source.height() - 1) {
      return atEdge(source, x, y, x0, y0);
    }
    byte[] pixels = source.pixels();
    int i = y0 * width + x0;
    int a = pixels[i] & 0xff;
    int b = pixels[i + 1] & 0xff;
    int c = pixels[i + width] & 0xff;
    int d = pixels[i + width + 1] & 0xff;
    if (a == b && b == c && c == d) {
      return a;
    }
    return mix(a, b, c, d, x - x0, y - y0);
  }

  private static int atEdge(GrayImage source, double x, double y, int x0, int y0) {
    return mix(
        orWhite(source, x0, y0),
        orWhite(source, x0 + 1, y0),
        orWhite(source, x0, y0 + 1),
        orWhite(source, x0 + 1, y0 + 1),
        x - x0,
        y - y0);
  }

  private static int mix(int a, int b, int c, int d, double fx, double fy) {
    double top = a + fx * (b - a);
    double bottom = c + fx * (d - c);
    return (int) (top + fy * (bottom - top) + 0.5);
  }

  private static int orWhite(GrayImage source, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < source.width() && y < source.height();
    return inside ? source.get(x, y) : GrayImage.WHITE;
  }
}
