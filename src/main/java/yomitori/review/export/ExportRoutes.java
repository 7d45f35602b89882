package yomitori.review.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.export.Export;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.export.Exports;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** What is new for the tally, making exports, and taking their files along. */
public final class ExportRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);

  private static final String PATH = "/exports";
  private static final int ORDER = 60;
  private static final int INSUFFICIENT_STORAGE = 507;

  /** Exports of one page; more are leafed to. */
  private static final int ROWS = 50;

  private final Exports exports;
  private final Audit audit;

  /** The page of these exports. */
  public ExportRoutes(Exports exports, Audit audit) {
    this.exports = exports;
    this.audit = audit;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.OPERATOR, this::show);
    router.post(PATH, Access.OPERATOR, this::make);
    router.get(PATH + "/{id}/{file}", Access.OPERATOR, this::take);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "exports.nav", Access.OPERATOR, ORDER));
  }

  private void show(Request request) {
    String said = request.query("made").equals("none") ? request.texts().text("made.none") : "";
    render(request, said, false);
  }

  private void make(Request request) {
    try {
      Kind kind = kind(request);
      Optional<Export> made = exports.make(request.operator().actor(), kind);
      String what = made.map(export -> Long.toString(export.id())).orElse("none");
      request.redirect(PATH + "?made=" + what);
    } catch (IOException e) {
      LOG.error("an export could not be written", e);
      request.status(INSUFFICIENT_STORAGE);
      render(request, request.texts().text("made.disk"), true);
    }
  }

  private static Kind kind(Request request) {
    try {
      return Kind.of(request.form("kind"));
    } catch (IllegalArgumentException e) {
      throw Refusal.malformed();
    }
  }

  private void render(Request request, String said, boolean fault) {
    OptionalLong before = request.queryNumber("before");
    Optional<Long> from = before.isPresent() ? Optional.of(before.getAsLong()) : Optional.empty();
    List<Export> newest = exports.newest(from, ROWS);
    String older =
        newest.size() < ROWS ? "" : PATH + "?before=" + newest.get(newest.size() - 1).id();
    request.render(
        "export/exports.jte",
        new ExportsModel(
            exports.waiting(),
            newest,
            Exports.FILES,
            request.queryNumber("made").orElse(0),
            said,
            fault,
            older));
  }

  private void take(Request request) throws IOException {
    Export export = exports.find(request.pathNumber("id")).orElseThrow(Refusal::notFound);
    String name = request.path("file");
    Path file = exports.file(export, name).orElseThrow(Refusal::notFound);
    String id = Long.toString(export.id());
    audit.add(
        request.operator().actor(), Deed.change(Action.EXPORTED, Exports.EXPORT, id, "", name));
    String saved = export.folder().getFileName() + "-" + name;
    try (OutputStream out = request.download(Exports.mediaType(name), saved)) {
      Files.copy(file, out);
    }
  }
}
