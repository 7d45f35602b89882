package yomitori.review.quality;

import java.util.List;
import yomitori.desk.queue.Quality;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.values.PageForms;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Pager;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** How good accepted values and people's answers are, as far as that was measured. */
public final class QualityRoutes implements Routes {

  private static final String PATH = "/quality";
  private static final int ORDER = 62;

  /** Differences on a page; each has a picture. */
  private static final int ROWS = 25;

  private final PageForms forms;
  private final QueueRules rules;
  private final Quality quality;

  /**
   * @param rules what is compared
   */
  public QualityRoutes(PageForms forms, QueueRules rules, Quality quality) {
    this.forms = forms;
    this.rules = rules;
    this.quality = quality;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, this::show);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "navigation.quality", Access.MANAGER, ORDER));
  }

  private void show(Request request) {
    long total = quality.differences();
    Pager pager = Pager.of(request.queryNumber(Pager.NAME).orElse(1), total, ROWS, PATH, "");
    DifferenceWords differences = new DifferenceWords(forms, request.texts());
    RateWords rates = new RateWords(forms, request.texts());
    request.render(
        "quality/quality.jte",
        new QualityModel(
            rates.doubleEntry(rules.doubleEntry()),
            rates.recheck(rules.recheckShare()),
            rates.errorRates(quality.errorRates()),
            rates.enteredTwice(quality.enteredTwice()),
            quality.waiting(),
            rates.operators(quality.agreement()),
            quality.differences(ROWS * (pager.at() - 1), ROWS).stream()
                .map(differences::row)
                .toList(),
            total,
            pager));
  }
}
