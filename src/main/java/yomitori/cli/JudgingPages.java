package yomitori.cli;

import java.util.List;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.Quality;
import yomitori.desk.sheet.Sheets;
import yomitori.desk.values.PageForms;
import yomitori.review.place.PlaceRoutes;
import yomitori.review.quality.QualityRoutes;
import yomitori.review.sheet.SheetRoutes;
import yomitori.review.thresholds.ThresholdsRoutes;
import yomitori.review.web.Routes;

/** The pages on which many answers are judged at once, made from a desk's parts. */
final class JudgingPages {

  private JudgingPages() {}

  static List<Routes> of(DeskPages.Parts parts, PageForms forms, DoubtQueue queue) {
    Sheets sheets = new Sheets(parts.ledger(), forms, parts.settings().queue(), parts.clock());
    return List.of(
        new SheetRoutes(forms, sheets, queue),
        new ThresholdsRoutes(forms, parts.thresholds()),
        new QualityRoutes(forms, parts.settings().queue(), new Quality(parts.ledger())),
        new PlaceRoutes(parts.ledger(), forms, parts.blanks(), parts.pictures(), parts.places()));
  }
}
