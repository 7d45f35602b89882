package yomitori.review.sheet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.desk.audit.Actor;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.sheet.Crop;
import yomitori.desk.sheet.Group;
import yomitori.desk.sheet.Judgement;
import yomitori.desk.sheet.Judgement.Shown;
import yomitori.desk.sheet.Selection;
import yomitori.desk.sheet.Settled;
import yomitori.desk.sheet.Sheets;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Undoing;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.resolve.FieldValue.Decision;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Texts;

/** Sheets by question: the list of questions, a sheet of crops, and what is said of it. */
public final class SheetRoutes implements Routes {

  private static final String LIST = "/sheets";
  private static final String SHEET = "/sheet";
  private static final int ORDER = 12;

  private final PageForms forms;
  private final Sheets sheets;
  private final DoubtQueue queue;

  /**
   * @param queue takes back what was decided last, on a sheet or not
   */
  public SheetRoutes(PageForms forms, Sheets sheets, DoubtQueue queue) {
    this.forms = forms;
    this.sheets = sheets;
    this.queue = queue;
  }

  @Override
  public void add(Router router) {
    router.get(LIST, Access.OPERATOR, this::list);
    router.get(SHEET, Access.OPERATOR, this::show);
    router.post(SHEET, Access.OPERATOR, this::take);
    router.post(SHEET + "/keep", Access.OPERATOR, this::keep);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(LIST, "navigation.sheets", Access.OPERATOR, ORDER));
  }

  /** Whoever is back at the list has left the sheet. */
  private void list(Request request) {
    sheets.leave(request.operator().actor());
    request.render(
        "sheet/sheets.jte",
        new SheetView(request.texts()).questions(forms.all(), sheets.questions()));
  }

  private void keep(Request request) {
    sheets.keep(request.operator().actor());
    request.status(204);
  }

  private void show(Request request) {
    Selection selection =
        selection(
            request.query("form"),
            request.query("field"),
            request.query("state"),
            request.queryGiven("read"));
    render(request, selection, "", false);
  }

  private void take(Request request) {
    Field field = field(request.form("form"), request.form("field"));
    Selection selection =
        selection(
            request.form("form"),
            request.form("field"),
            request.form("state"),
            SheetView.marks(field) ? Optional.of(request.form("read")) : Optional.empty());
    Actor who = request.operator().actor();
    if (request.form("act").equals("undo")) {
      undo(request, selection, who);
    } else {
      boolean opposite = request.form("picked-are").equals("opposite");
      Judgement judgement = new Judgement(shown(request.form("shown")), picked(request), opposite);
      Settled settled = sheets.settle(who, selection, judgement);
      render(request, selection, said(settled, request.texts()), settled.leftOut() > 0);
    }
  }

  private void undo(Request request, Selection selection, Actor who) {
    Undoing.Outcome outcome = queue.undo(who);
    Texts texts = request.texts();
    if (outcome instanceof Undoing.Outcome.Undone undone) {
      render(request, selection, texts.text("said.undone", undone.rows().size()), false);
    } else if (outcome instanceof Undoing.Outcome.ChangedSince changed) {
      render(request, selection, texts.text("said.changedSince", changed.who().name()), true);
    } else {
      render(request, selection, texts.text("said.nothing"), true);
    }
  }

  private void render(Request request, Selection wanted, String said, boolean fault) {
    Field field = field(wanted.form(), wanted.field());
    List<Group> groups = SheetView.marks(field) ? sheets.groups(wanted) : List.of();
    Selection selection =
        wanted.read().isPresent() || groups.isEmpty()
            ? wanted
            : new Selection(
                wanted.form(),
                wanted.field(),
                wanted.decision(),
                Optional.of(groups.get(0).read()));
    List<Crop> crops = sheets.take(request.operator().actor(), selection);
    request.render(
        "sheet/sheet.jte",
        new SheetView(request.texts()).sheet(selection, field, groups, crops, said, fault));
  }

  private static String said(Settled settled, Texts texts) {
    List<String> parts = new ArrayList<>();
    parts.add(texts.text("said.right", texts.number(settled.right())));
    if (settled.toLook() > 0) {
      parts.add(texts.text("said.toLook", texts.number(settled.toLook())));
    }
    if (settled.leftOut() > 0) {
      parts.add(texts.text("said.leftOut", texts.number(settled.leftOut())));
    }
    return String.join(" ", parts);
  }

  private Selection selection(String form, String field, String state, Optional<String> read) {
    String id =
        form.isEmpty()
            ? forms.all().stream()
                .filter(f -> PageForms.field(f, field).isPresent())
                .map(Form::id)
                .findFirst()
                .orElseThrow(Refusal::notFound)
            : form;
    Decision decision =
        state.equals(FieldState.word(Decision.ACCEPTED)) ? Decision.ACCEPTED : Decision.REVIEW;
    return new Selection(id, field, decision, read);
  }

  private Field field(String form, String field) {
    return sheets
        .field(new Selection(form, field, Decision.REVIEW, Optional.empty()))
        .orElseThrow(Refusal::notFound);
  }

  private static List<Shown> shown(String sent) {
    List<Shown> shown = new ArrayList<>();
    for (String crop : sent.isEmpty() ? new String[0] : sent.split(",", -1)) {
      String[] parts = crop.split(":", -1);
      if (parts.length != 2 || shown.size() == Sheets.MOST) {
        throw Refusal.malformed();
      }
      shown.add(new Shown(number(parts[0]), number(parts[1])));
    }
    return shown;
  }

  private static Set<Long> picked(Request request) {
    Set<Long> picked = new HashSet<>();
    request.formAll("picked").forEach(page -> picked.add(number(page)));
    return picked;
  }

  private static long number(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Refusal.malformed();
    }
  }
}
