package yomitori.review.thresholds;

import java.util.List;
import java.util.Optional;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.values.PageForms;
import yomitori.form.DoubtCosts;
import yomitori.form.Form;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** What a wrong mark costs beside a look at one: tried out, then set. */
public final class ThresholdsRoutes implements Routes {

  private static final String PATH = "/thresholds";
  private static final int ORDER = 60;

  /** Below, everything would be a doubt's equal; above, nobody has measured anything. */
  private static final double LEAST_RATIO = 1.5;

  private static final double MOST_RATIO = 10_000;

  private final PageForms forms;
  private final Thresholds thresholds;

  /** The page of a desk. */
  public ThresholdsRoutes(PageForms forms, Thresholds thresholds) {
    this.forms = forms;
    this.thresholds = thresholds;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, this::show);
    router.post(PATH, Access.MANAGER, this::take);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "navigation.thresholds", Access.MANAGER, ORDER));
  }

  private void show(Request request) {
    Form form = form(request.query("form"));
    if (request.isFragment()) {
      request.render("thresholds/outcome.jte", model(request, form, "", false));
    } else {
      render(request, form, "", false);
    }
  }

  private void take(Request request) {
    Form form = form(request.form("form"));
    Optional<DoubtCosts> costs = costs(request.form("ratio"));
    if (costs.isEmpty()) {
      render(request, form, request.texts().text("said.wrong"), true);
    } else if (request.form("act").equals("apply")) {
      thresholds.change(request.operator().actor(), form, costs.get());
      render(request, form, request.texts().text("said.applied"), false);
    } else {
      thresholds.count(form, costs.get());
      render(request, form, "", false);
    }
  }

  private void render(Request request, Form form, String said, boolean fault) {
    request.render("thresholds/thresholds.jte", model(request, form, said, fault));
  }

  private ThresholdsModel model(Request request, Form form, String said, boolean fault) {
    return new ThresholdsView(request.texts()).of(forms.all(), form, thresholds, said, fault);
  }

  private Form form(String id) {
    return forms.all().stream()
        .filter(form -> id.isEmpty() || form.id().equals(id))
        .findFirst()
        .orElseThrow(Refusal::notFound);
  }

  private static Optional<DoubtCosts> costs(String ratio) {
    try {
      double error = Double.parseDouble(ratio);
      return error >= LEAST_RATIO && error <= MOST_RATIO
          ? Optional.of(new DoubtCosts(error, 1))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
