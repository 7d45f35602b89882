package yomitori.review.returns;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.returns.InstitutionReturn;
import yomitori.desk.returns.ReturnLedger;
import yomitori.desk.returns.ReturnState;
import yomitori.desk.returns.Returns;
import yomitori.desk.values.PageForms;
import yomitori.resolve.master.Prefecture;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.SpreadsheetCsv;
import yomitori.review.web.Texts;

/** Who has answered and who has not, by prefecture, and the list for reminders. */
public final class ReturnsRoutes implements Routes {

  private static final String PATH = "/returns";
  private static final int ORDER = 30;

  private final Optional<ReturnLedger> returns;
  private final PageForms forms;
  private final Audit audit;

  /**
   * @param returns empty where the desk was not told whom it expects
   * @param forms to choose from
   */
  public ReturnsRoutes(Optional<ReturnLedger> returns, PageForms forms, Audit audit) {
    this.returns = returns;
    this.forms = forms;
    this.audit = audit;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.get(PATH + "/reminders.csv", Access.OPERATOR, this::reminders);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "nav", Access.OPERATOR, ORDER));
  }

  private void show(Request request) {
    if (returns.isEmpty()) {
      request.render("returns/none.jte", "");
      return;
    }
    Wanted wanted = Wanted.of(request, forms);
    Returns now = returns.get().now(wanted.form());
    request.render("returns/returns.jte", new ReturnsView(PATH, forms, now, wanted).model());
  }

  private void reminders(Request request) throws IOException {
    Wanted wanted = Wanted.of(request, forms);
    Returns now = returns.orElseThrow(Refusal::notFound).now(wanted.form());
    audit.add(
        request.operator().actor(),
        Deed.change(Action.EXPORTED, "returns", "csv", "", wanted.query()));
    try (SpreadsheetCsv csv = new SpreadsheetCsv(download(request, wanted.prefecture()))) {
      Texts texts = request.texts();
      csv.row(
          List.of(
              texts.text("prefecture"),
              texts.text("code"),
              texts.text("name"),
              texts.text("csv.proposed")));
      for (InstitutionReturn missing :
          now.institutions(ReturnState.MISSING, wanted.prefecture()).toList()) {
        csv.row(
            List.of(
                Prefecture.name(missing.institution().prefecture()),
                missing.institution().code(),
                missing.institution().name(),
                missing.proposals().isEmpty() ? "" : texts.text("csv.proposed.yes")));
      }
    }
  }

  private static OutputStream download(Request request, OptionalInt prefecture) throws IOException {
    String which = prefecture.isPresent() ? "-" + Prefecture.name(prefecture.getAsInt()) : "";
    return request.download(
        "text/csv; charset=utf-8", request.texts().text("csv.file") + which + ".csv");
  }
}
