package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;

/**
 * A copy of a page with about square pixels, still in the page's own frame, each pixel the mean of
 * a whole number of the page's across and down.
 *
 * @param image the copy
 * @param acrossPx pixels of the page for each pixel of the copy across
 * @param downPx likewise down
 */
record Level(GrayImage image, int acrossPx, int downPx) {

  /** The page itself. */
  static Level of(GrayImage page) {
    return new Level(page, 1, 1);
  }

  /**
   * A coarser copy, as near as whole numbers allow to a density; never a finer one.
   *
   * @param resolution of the page as received
   */
  Level reduced(Resolution resolution, double pxPerMm) {
    int across = factor(resolution.pxPerMmX() / acrossPx, pxPerMm, image.width());
    int down = factor(resolution.pxPerMmY() / downPx, pxPerMm, image.height());
    return new Level(Pyramid.reduce(image, across, down), acrossPx * across, downPx * down);
  }

  /** How much denser its pixels are down than across. */
  double aspect(Resolution resolution) {
    return resolution.pxPerMmY() / downPx / (resolution.pxPerMmX() / acrossPx);
  }

  private static int factor(double has, double wanted, int size) {
    return (int) Math.min(Math.max(1, Math.round(has / wanted)), size);
  }

  /** The place in this copy, in its px, of a point of the form. */
  PointPx at(PageTransform transform, double xMm, double yMm) {
    PointPx p = transform.toPage(xMm, yMm);
    return new PointPx(p.x() / acrossPx, p.y() / downPx);
  }

  /** Cuts an area of the form out of this copy; see {@link Resampler}. */
  GrayImage crop(PageTransform transform, RectMm area, double density) {
    return Resampler.crop(image, 1.0 / acrossPx, 1.0 / downPx, transform, area, density);
  }
}
