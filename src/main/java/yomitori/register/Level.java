package yomitori.register;

import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;

/**
 * A copy of a page with about square pixels at a given density, still in the page's own frame.
 *
 * @param image the copy
 * @param pxPerMm density that was asked for, by the page's own resolution
 * @param scaleX pixels of the copy for each pixel of the page across
 * @param scaleY likewise down
 */
record Level(GrayImage image, double pxPerMm, double scaleX, double scaleY) {

  /**
   * Reduces a page, never enlarging it: where it has fewer pixels than asked for it keeps its own.
   *
   * @param pageMmX page pixels for each mm across
   * @param pageMmY likewise down
   */
  static Level of(GrayImage page, double pageMmX, double pageMmY, double pxPerMm) {
    return of(page, pageMmX, pageMmY, pxPerMm, page);
  }

  /** The same, taken from a finer copy of the page instead of the page itself. */
  static Level of(GrayImage page, double pageMmX, double pageMmY, double pxPerMm, GrayImage finer) {
    int width = reduced(page.width(), pxPerMm / pageMmX);
    int height = reduced(page.height(), pxPerMm / pageMmY);
    GrayImage image = Pyramid.resize(finer, width, height);
    return new Level(
        image, pxPerMm, (double) width / page.width(), (double) height / page.height());
  }

  private static int reduced(int size, double factor) {
    return factor >= KEEP ? size : Math.max(1, (int) Math.round(size * factor));
  }

  /** A reduction weaker than this costs time and gains nothing. */
  private static final double KEEP = 0.8;

  /** Cuts an area of the form out of this copy; see {@link Resampler}. */
  GrayImage crop(PageTransform transform, RectMm area, double density) {
    return Resampler.crop(image, scaleX, scaleY, transform, area, density);
  }
}
