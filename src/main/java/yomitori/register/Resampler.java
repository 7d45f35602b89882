package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;

/** Cuts areas of the form out of a raster, bilinear, pixel centre to pixel centre. */
final class Resampler {

  private Resampler() {}

  static GrayImage crop(GrayImage source, PageTransform transform, RectMm area, double pxPerMm) {
    int width = Math.max(1, (int) Math.round(area.w() * pxPerMm));
    int height = Math.max(1, (int) Math.round(area.h() * pxPerMm));
    GrayImage out = GrayImage.white(width, height);
    for (int y = 0; y < height; y++) {
      double yMm = area.y() + (y + 0.5) / pxPerMm;
      for (int x = 0; x < width; x++) {
        PointPx p = transform.toPage(area.x() + (x + 0.5) / pxPerMm, yMm);
        out.set(x, y, bilinear(source, p.x() - 0.5, p.y() - 0.5));
      }
    }
    return out;
  }

  private static int bilinear(GrayImage source, double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    double top = (1 - fx) * at(source, x0, y0) + fx * at(source, x0 + 1, y0);
    double bottom = (1 - fx) * at(source, x0, y0 + 1) + fx * at(source, x0 + 1, y0 + 1);
    return (int) Math.round((1 - fy) * top + fy * bottom);
  }

  private static int at(GrayImage source, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < source.width() && y < source.height();
    return inside ? source.get(x, y) : GrayImage.WHITE;
  }
}
