package yomitori.review.home;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import yomitori.desk.health.DiskSpace;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.health.Problems.Problem;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.Secret;
import yomitori.review.web.Access;
import yomitori.review.web.Refusal;
import yomitori.review.web.Request;
import yomitori.review.web.Router;
import yomitori.review.web.Routes;

/**
 * For programs that watch over the desk: {@code /health} in JSON, 503 where no fax can be taken and
 * else 200, open to whoever finds the desk; {@code /metrics} for Prometheus, for this machine or
 * with a token.
 */
public final class WatchRoutes implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(WatchRoutes.class);

  private static final int UNAVAILABLE = 503;

  /** With these no fax can be taken; with others the rest goes on. */
  private static final Set<Place> GRAVE =
      Set.of(Place.INBOX, Place.ARCHIVE, Place.LEDGER, Place.ROOM);

  private final Parts parts;

  /**
   * What is watched.
   *
   * @param folders must be writable
   * @param token lets other machines see the metrics, as {@code Authorization: Bearer TOKEN}
   */
  public record Parts(
      Ledger ledger,
      Problems problems,
      DiskSpace disk,
      List<Path> folders,
      PrometheusMeterRegistry registry,
      Optional<String> token,
      Clock clock) {}

  /** The watching of a desk. */
  public WatchRoutes(Parts parts) {
    this.parts = parts;
  }

  @Override
  public void add(Router router) {
    router.get("/health", Access.PROGRAM, this::health);
    router.get("/api/v1/health", Access.PROGRAM, this::health); // as programs find the other calls
    router.get("/metrics", Access.PROGRAM, this::metrics);
  }

  private void health(Request request) {
    parts.disk().look(parts.problems(), parts.clock().instant());
    boolean ledger = answers();
    boolean folder = parts.folders().stream().allMatch(Files::isWritable);
    List<Problem> problems = parts.problems().all();
    boolean up = ledger && folder && problems.stream().noneMatch(p -> GRAVE.contains(p.place()));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("status", !up ? "down" : problems.isEmpty() ? "up" : "degraded");
    answer.put("ledger", ledger ? "up" : "down");
    answer.put("data_folder", folder ? "writable" : "not_writable");
    answer.put("problems", problems.stream().map(p -> told(p, request)).toList());
    request.status(up ? 200 : UNAVAILABLE);
    request.json(answer);
  }

  /** Names of files and folders are for this machine only. */
  private static Map<String, Object> told(Problem problem, Request request) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("place", problem.place().name().toLowerCase(Locale.ROOT));
    told.put("since", problem.since().toString());
    if (request.isFromThisMachine()) {
      told.put("subject", problem.subject());
      told.put("detail", problem.detail());
    }
    return told;
  }

  private boolean answers() {
    try {
      return parts.ledger().read(h -> h.createQuery("SELECT 1").mapTo(int.class).one()) == 1;
    } catch (JdbiException e) {
      LOG.error("the ledger does not answer", e);
      return false;
    }
  }

  private void metrics(Request request) {
    boolean shown =
        parts
            .token()
            .filter(token -> Secret.same("Bearer " + token, request.header("Authorization")))
            .isPresent();
    if (!shown && !request.isFromThisMachine()) {
      throw Refusal.forbidden();
    }
    request.bytes(
        "text/plain; version=0.0.4; charset=utf-8",
        parts.registry().scrape().getBytes(StandardCharsets.UTF_8));
  }
}
