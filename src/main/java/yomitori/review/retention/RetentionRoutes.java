package yomitori.review.retention;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.DiskWords;
import yomitori.desk.retention.Retention;
import yomitori.review.web.Access;
import yomitori.review.web.NavEntry;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/** Which faxes are beyond the set age, and their removal when a manager confirms it. */
public final class RetentionRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(RetentionRoutes.class);

  private static final String PATH = "/retention";
  private static final int ORDER = 90;
  private static final int UNPROCESSABLE = 422;
  private static final int CONFLICT = 409;
  private static final int INSUFFICIENT_STORAGE = 507;

  /** Of the faxes that would go, the oldest are named. */
  private static final int ROWS = 100;

  private final Retention retention;

  /** The page of a desk. */
  public RetentionRoutes(Retention retention) {
    this.retention = retention;
  }

  @Override
  public void add(Router router) {
    router.get(PATH, Access.MANAGER, r -> show(r, r.queryNumber("removed").orElse(-1), ""));
    router.post(PATH, Access.MANAGER, this::remove);
  }

  @Override
  public List<NavEntry> navigation() {
    return List.of(new NavEntry(PATH, "retention.nav", Access.MANAGER, ORDER));
  }

  private void remove(Request request) {
    if (!request.form("confirmed").equals("yes")) {
      refuse(request, UNPROCESSABLE, "retention.unconfirmed");
      return;
    }
    Instant until = Instant.ofEpochMilli(number(request, "until"));
    try {
      Optional<Integer> removed =
          retention.remove(request.operator().actor(), until, number(request, "seen"));
      if (removed.isPresent()) {
        request.redirect(PATH + "?removed=" + removed.get());
      } else {
        refuse(request, CONFLICT, "retention.changed");
      }
    } catch (IOException e) {
      LOG.error("files of removed faxes cannot be deleted: {}", DiskWords.of(e));
      refuse(request, INSUFFICIENT_STORAGE, "retention.disk");
    }
  }

  private void refuse(Request request, int status, String key) {
    request.status(status);
    show(request, -1, request.texts().text(key));
  }

  private void show(Request request, long removed, String fault) {
    request.render(
        "retention/retention.jte",
        new RetentionModel(
            retention.age().map(Duration::toDays).orElse(0L),
            retention.due(ROWS),
            Retention.MOST_AT_ONCE,
            removed,
            fault));
  }

  private static long number(Request request, String field) {
    try {
      return Long.parseLong(request.form(field));
    } catch (NumberFormatException e) {
      throw Refusal.malformed();
    }
  }
}
