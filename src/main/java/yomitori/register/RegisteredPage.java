package yomitori.register;

import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.intake.Page;

/**
 * A page laid over its form: any area of the form can be cut out of it, and the same area of the
 * blank beside it. Immutable; may be read from any thread.
 *
 * @param page the page as received, with uneven shade taken out where it came in greys
 * @param blank the form's printed blank
 * @param transform where each point of the form lies on the page
 * @param fit how well the page's printing agrees with the form's
 */
public record RegisteredPage(Page page, Blank blank, PageTransform transform, Fit fit) {

  public Form form() {
    return blank.form();
  }

  /**
   * Cuts an area of the form out of the page, upright and with square pixels. The page is resampled
   * this once only; what lies outside the page is white.
   *
   * @param area in form mm
   * @param pxPerMm density of the result, the same across and down
   */
  public GrayImage crop(RectMm area, double pxPerMm) {
    return Resampler.crop(page.image(), transform, area, pxPerMm);
  }

  /** The same area of the blank, pixel over pixel with {@link #crop}. */
  public GrayImage blankCrop(RectMm area, double pxPerMm) {
    return blank.crop(area, pxPerMm);
  }

  /**
   * The share of an area, 0 to 1, that did not arrive on the page as sent: it lies off the page, on
   * rows that never came, or on rows that were damaged.
   */
  public double damagedShare(RectMm area) {
    return Damage.share(page, transform, area);
  }

  /**
   * The share of the blank's printing in and closely around an area, 0 to 1, that is on the page
   * too; 1 where the blank prints nothing there. Near 0, that part of the page has been wiped out.
   */
  public double printSeen(RectMm area) {
    return PrintSeen.share(this, area);
  }
}
