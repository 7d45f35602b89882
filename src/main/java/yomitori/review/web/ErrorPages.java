package yomitori.review.web;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jetty.io.EofException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.people.Operator;

/** What people see when something cannot be answered: words, and never the program's inside. */
final class ErrorPages {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

  private static final int FAULT = 500;
  private static final int TOO_LARGE = 413;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  /** Fault numbers are short enough to be told on the telephone. */
  private static final int FAULT_NUMBERS = 1_000_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final Site site;

  ErrorPages(Site site) {
    this.site = site;
  }

  void show(Refusal refusal, Context context) {
    Optional<Operator> visitor =
        site.cookies().session(context).flatMap(site.people().sessions()::visit);
    show(new Request(site, context, Texts.SHARED, visitor), refusal.status(), refusal.key(), "");
  }

  /** Javalin's own refusals. */
  void show(HttpResponseException exception, Context context) {
    switch (exception.getStatus()) {
      case NOT_FOUND, NOT_ALLOWED -> show(Refusal.notFound(), context);
      case TOO_LARGE -> show(Refusal.tooLarge(), context);
      default -> show(nobody(context), exception.getStatus(), "error.malformed", "");
    }
  }

  /** A fault of the desk: its number is on the page and in the log. */
  void show(Exception exception, Context context) {
    if (exception instanceof EofException) {
      LOG.debug("the browser went away: {} {}", context.method(), context.path());
      return;
    }
    String number = String.format(Locale.ROOT, "%09d", RANDOM.nextInt(FAULT_NUMBERS));
    LOG.error("fault {} at {} {}", number, context.method(), context.path(), exception);
    // Nothing is looked up any more: the ledger may be what is broken.
    show(nobody(context), FAULT, "error.fault", number);
  }

  private Request nobody(Context context) {
    return new Request(site, context, Texts.SHARED, Optional.empty());
  }

  private static void show(Request request, int status, String key, String number) {
    request.status(status);
    String message = request.texts().text(key);
    if (request.path().startsWith("/api/")) {
      String code = key.substring(key.indexOf('.') + 1);
      request.problem(status, code, number.isEmpty() ? message : message + " (" + number + ")");
    } else {
      request.render("web/error.jte", new ErrorModel(status, message, number));
    }
  }
}
