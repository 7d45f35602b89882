package yomitori.review.home;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.day.Day;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Drop;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;
import yomitori.review.web.Upload;

/** The first page, and the page of what could not be read. */
public final class HomeRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(HomeRoutes.class);

  /** Of what could not be read, so many are on the first page. */
  private static final int UNREAD_AT_HOME = 8;

  private static final int UNREAD_AT_MOST = 500;

  private static final int UNPROCESSABLE = 422;
  private static final int INSUFFICIENT_STORAGE = 507;
  private static final int MEGABYTE = 1 << 20;

  private final Parts parts;
  private final Day day;

  /**
   * What the pages show and use.
   *
   * @param day counts
   * @param uploadBytes the most that is taken at once
   */
  public record Parts(
      Day day,
      Audit audit,
      Problems problems,
      DiskSpace disk,
      Drop drop,
      Clock clock,
      long uploadBytes) {}

  /** The pages of a desk. */
  public HomeRoutes(Parts parts) {
    this.parts = parts;
    this.day = parts.day();
  }

  @Override
  public void add(Router router) {
    router.get("/", Access.OPERATOR, r -> show(r, 0, ""));
    router.post("/upload", Access.OPERATOR, this::upload);
    router.get("/unread", Access.OPERATOR, this::unread);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry("/", "home.nav", Access.OPERATOR, 0));
  }

  private void show(Request request, int faultStatus, String fault) {
    if (faultStatus != 0) {
      request.status(faultStatus);
    }
    parts.disk().look(parts.problems(), parts.clock().instant());
    OptionalLong uploaded = request.queryNumber("uploaded");
    request.render(
        "home/home.jte",
        new HomeModel(
            day.since(request.today(parts.clock().instant())),
            day.unread(UNREAD_AT_HOME),
            parts.problems().all(),
            uploaded.orElse(0),
            fault,
            parts.uploadBytes() / MEGABYTE));
  }

  private void unread(Request request) {
    request.render("home/unread.jte", new UnreadModel(day.unread(UNREAD_AT_MOST)));
  }

  private void upload(Request request) {
    List<Upload> files = request.uploads("fax").stream().filter(f -> !f.name().isEmpty()).toList();
    List<String> others = files.stream().map(Upload::name).filter(n -> !Drop.isFax(n)).toList();
    if (files.isEmpty()) {
      show(request, UNPROCESSABLE, request.texts().text("upload.none"));
      return;
    }
    if (!others.isEmpty()) {
      String names = String.join(", ", others);
      show(request, UNPROCESSABLE, request.texts().text("upload.kind", names));
      return;
    }
    List<String> empty = files.stream().filter(f -> f.bytes() == 0).map(Upload::name).toList();
    if (!empty.isEmpty()) {
      String names = String.join(", ", empty);
      show(request, UNPROCESSABLE, request.texts().text("upload.empty", names));
      return;
    }
    try {
      for (Upload file : files) {
        drop(request, file);
      }
    } catch (IOException e) {
      LOG.error("a fax from the page cannot be written into the inbox", e);
      show(request, INSUFFICIENT_STORAGE, request.texts().text("upload.disk"));
      return;
    }
    request.redirect("/?uploaded=" + files.size());
  }

  private void drop(Request request, Upload file) throws IOException {
    String sender = request.form("sender").strip();
    try (InputStream content = file.content()) {
      String source = parts.drop().put(sender, file.name(), content);
      parts.audit().add(request.operator().actor(), Deed.of(Action.UPLOADED, "fax", source));
    }
  }
}
