package yomitori.review.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.pages.PageShape;
import yomitori.desk.place.UnreadOutcomes;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.Outcome;
import yomitori.desk.values.Decided;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.History;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.Form;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;

/** The whole record of a page: its picture with what was read, all values, and correcting them. */
public final class RecordRoutes implements Routes {

  private final Ledger ledger;
  private final PageForms forms;
  private final DoubtQueue queue;
  private final PagePictures pictures;
  private final UnreadOutcomes outcomes;
  private final Audit audit;

  /** The pages of a desk. */
  public RecordRoutes(
      Ledger ledger,
      PageForms forms,
      DoubtQueue queue,
      PagePictures pictures,
      UnreadOutcomes outcomes,
      Audit audit) {
    this.ledger = ledger;
    this.forms = forms;
    this.queue = queue;
    this.pictures = pictures;
    this.outcomes = outcomes;
    this.audit = audit;
  }

  @Override
  public void add(Router router) {
    router.get("/pages/{page}", Access.OPERATOR, this::show);
    router.post("/pages/{page}", Access.OPERATOR, this::correct);
    router.post("/pages/{page}/settle", Access.OPERATOR, this::settle);
  }

  private void show(Request request) {
    long page = request.pathNumber("page");
    render(request, page, request.query("field"), "", false);
    audit.add(request.operator().actor(), Deed.of(Action.SEEN, Values.PAGE, Long.toString(page)));
  }

  private void correct(Request request) {
    Actor who = request.operator().actor();
    FieldKey key = new FieldKey(request.pathNumber("page"), request.form("field"));
    Outcome outcome = queue.correct(who, key, request.formNumber("version"), request.form("value"));
    Texts texts = request.texts();
    String said;
    if (outcome instanceof Outcome.Taken) {
      said = texts.text("said.taken");
    } else if (outcome instanceof Outcome.Refused refused) {
      said = texts.text("refused." + refused.why().name().toLowerCase(Locale.ROOT));
    } else if (outcome instanceof Outcome.Settled settled) {
      said = texts.text("said.settled", settled.by().name());
    } else {
      said = texts.text("said.gone");
    }
    boolean fault = !(outcome instanceof Outcome.Taken);
    render(request, key.pageId(), key.field(), said, fault);
  }

  private void settle(Request request) {
    Actor who = request.operator().actor();
    long page = request.pathNumber("page");
    if (request.form("outcome").equals("back")) {
      boolean done = outcomes.takeBack(who, page);
      pictures.forget(page);
      render(request, page, "", request.texts().text(done ? "said.back" : "said.notBack"), !done);
      return;
    }
    boolean done;
    if (request.form("outcome").equals("typed")) {
      Form form =
          forms.all().stream()
              .filter(f -> f.id().equals(request.form("form")))
              .findFirst()
              .orElseThrow(Refusal::malformed);
      done = outcomes.type(who, page, form);
      pictures.forget(page);
    } else {
      done = outcomes.notAForm(who, page);
    }
    String said = request.texts().text(done ? "said.settledPage" : "said.gone");
    render(request, page, "", said, !done);
  }

  private void render(Request request, long id, String wanted, String said, boolean fault) {
    PageFacts page =
        ledger.read(handle -> PageFacts.find(handle, forms, id)).orElseThrow(Refusal::notFound);
    List<Decided> history = ledger.read(handle -> History.of(handle, id));
    Optional<PageShape> shape = pictures.shape(page);
    request.render(
        "record/record.jte",
        new RecordView(request.texts())
            .of(page, shape, history, forms, wanted, said, fault, request.queryGiven("within")));
  }
}
