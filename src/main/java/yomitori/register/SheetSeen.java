package yomitori.register;

import java.util.List;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/**
 * A sheet seen in perspective after its anchors were searched, from a homography on.
 *
 * @param page with the resolution that the sheet has on it
 * @param fine the last search
 */
record SheetSeen(Page page, FormTemplate template, AnchorRound fine) {

  /** Rounds that take a sheet from its homography to within the finest search. */
  private static final int MIDDLE_ROUNDS = 2;

  static SheetSeen of(Page received, FormTemplate template, Homography map) {
    PageTransform so = map.toTransform(template.widthMm(), template.heightMm());
    Page page = withDensityOf(received, so.affine());
    Levels levels = Levels.of(page);
    for (int i = 0; i < MIDDLE_ROUNDS; i++) {
      AnchorRound middle =
          AnchorRound.of(template, Anchor.Stage.MIDDLE_SHADE, page, levels, so, so);
      // Too few to agree on anything would only bend what is known.
      so = middle.bearsOut() ? middle.transform() : so;
    }
    AnchorRound fine = AnchorRound.of(template, Anchor.Stage.FINE, page, levels, so, so);
    return new SheetSeen(page, template, fine);
  }

  /** A sheet that fills but part of a picture is coarser than the picture's size says. */
  private static Page withDensityOf(Page page, Affine formToPage) {
    double narrow = Math.sqrt(page.resolution().dpiX() / page.resolution().dpiY());
    double x = Math.hypot(formToPage.xx() / narrow, formToPage.yx() * narrow);
    double y = Math.hypot(formToPage.xy() / narrow, formToPage.yy() * narrow);
    double dpi = Math.sqrt(x * y) * Resolution.MM_PER_INCH;
    return page.withResolution(new Resolution(dpi * narrow, dpi / narrow));
  }

  Registration outcome() {
    return fine.outcome(page, template);
  }

  RegisteredPage refined() {
    return fine.over(page, template);
  }

  /** Laid by the homography alone, with no anchor to bear it out. */
  RegisteredPage asShown(Homography map) {
    List<AnchorSeen> none =
        fine.anchors().stream().map(a -> new AnchorSeen(a.at(), false, 0)).toList();
    PageTransform shown = map.toTransform(template.widthMm(), template.heightMm());
    return new RegisteredPage(page, template.blank(), shown, new Fit(0, none.size(), 0), none);
  }
}
