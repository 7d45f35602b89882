package yomitori.review.manage;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.audit.AuditRow;
import yomitori.desk.audit.Deed;
import yomitori.review.manage.AuditModel.Typed;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** The page where a manager looks through the trail, and takes it along. */
public final class AuditRoutes implements Routes {

  private static final String PATH = "/audit";
  private static final int ORDER = 90;

  /** Rows of one page; more are leafed to. */
  private static final int ROWS = 100;

  private static final List<String> FILTER = List.of("from", "until", "actor", "action", "subject");

  private final Audit audit;

  /** The page of this trail. */
  public AuditRoutes(Audit audit) {
    this.audit = audit;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, this::show);
    router.get(PATH + "/audit.csv", Access.MANAGER, this::csv);
    router.get(PATH + "/audit.jsonl", Access.MANAGER, this::jsonl);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "audit.nav", Access.MANAGER, ORDER));
  }

  private void show(Request request) {
    Typed typed = typed(request);
    OptionalLong before = request.queryNumber("before");
    Optional<Long> from = before.isPresent() ? Optional.of(before.getAsLong()) : Optional.empty();
    List<AuditRow> rows = audit.newest(filter(request), from, ROWS);
    String older =
        rows.size() < ROWS
            ? ""
            : PATH + "?" + typed.query() + "&before=" + rows.get(rows.size() - 1).id();
    request.render(
        "manage/audit.jte", new AuditModel(rows, typed, Arrays.asList(Action.values()), older));
  }

  private void csv(Request request) throws IOException {
    note(request, "csv");
    try (OutputStream out = request.download("text/csv; charset=utf-8", "audit.csv")) {
      AuditFiles.csv(audit, filter(request), out);
    }
  }

  private void jsonl(Request request) throws IOException {
    note(request, "jsonl");
    try (OutputStream out = request.download("application/x-ndjson", "audit.jsonl")) {
      AuditFiles.jsonl(audit, filter(request), out);
    }
  }

  /** Who takes the trail along is in it. */
  private void note(Request request, String kind) {
    audit.add(
        request.operator().actor(),
        Deed.change(Action.EXPORTED, "audit", kind, "", typed(request).query()));
  }

  private static AuditFilter filter(Request request) {
    return new AuditFilter(
        request.queryDay("from").map(request::begin),
        request.queryDay("until").map(day -> request.begin(day.plusDays(1))),
        given(request.query("actor")),
        Arrays.stream(Action.values())
            .filter(a -> a.word().equals(request.query("action")))
            .findAny(),
        given(request.query("subject")));
  }

  private static Typed typed(Request request) {
    return new Typed(
        request.query("from"),
        request.query("until"),
        request.query("actor"),
        request.query("action"),
        request.query("subject"),
        request.queryOf(FILTER));
  }

  private static Optional<String> given(String value) {
    return value.isBlank() ? Optional.empty() : Optional.of(value.strip());
  }
}
