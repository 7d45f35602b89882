package yomitori.register;

import java.util.List;
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
 * @param anchors the places of the form's printing that the page was laid by, as far as they lie on
 *     it; empty where its place was known otherwise
 */
public record RegisteredPage(
    Page page, Blank blank, PageTransform transform, Fit fit, List<AnchorSeen> anchors) {

  /** Copies the list. */
  public RegisteredPage {
    anchors = List.copyOf(anchors);
  }

  /** A page whose place is known otherwise: its fit is taken to be the same everywhere. */
  public RegisteredPage(Page page, Blank blank, PageTransform transform, Fit fit) {
    this(page, blank, transform, fit, List.of());
  }

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

  /** Whether the page came in greys, as from a camera or a scanner: a faint stroke shows there. */
  public boolean inGreys() {
    return Shade.isGrey(page.image());
  }

  /**
   * The share of the blank's printing in and closely around an area, 0 to 1, that is on the page
   * too; 1 where the blank prints nothing there. Near 0, that part of the page has been wiped out.
   */
  public double printSeen(RectMm area) {
    return PrintSeen.share(this, area);
  }

  /**
   * How far the printing around an area bears out where the page was laid, 0 to 1: how many of the
   * form's anchors there were found, agree with each other, and how closely. Where few are expected
   * it is lower, and where none is found it is 0: the area's place is then extrapolated, or is what
   * an operator said.
   */
  public double fitNear(RectMm area) {
    return anchors.isEmpty() ? fit.matched() : Trust.near(anchors, area);
  }

  /**
   * How far an area may lie from where {@link #transform} says, in form mm: of 100 areas with such
   * a fit on faxes, 95 lay nearer than this.
   */
  public double expectedErrorMm(RectMm area) {
    return Trust.errorMm(fitNear(area));
  }

  /** The same for the whole page: the error that its fields are expected to have in the middle. */
  public double expectedErrorMm() {
    double[] errors =
        form().fields().stream().mapToDouble(f -> expectedErrorMm(f.area())).sorted().toArray();
    return errors.length == 0 ? Trust.errorMm(fit.matched()) : errors[errors.length / 2];
  }
}
