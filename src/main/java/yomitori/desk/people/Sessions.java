package yomitori.desk.people;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.ledger.Ledger;

/** Who is logged in. A session is a random number in the browser; the ledger has its digest. */
public final class Sessions {

  /** A click is written down only when the last one is so old: reading stays reading. */
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final Clock clock;
  private final SessionLimits limits;

  Sessions(Ledger ledger, Clock clock, SessionLimits limits) {
    this.ledger = ledger;
    this.clock = clock;
    this.limits = limits;
  }

  private record Live(Operator operator, long seenAt) {}

  /** The person of a session, and that they were here now; nothing if it is over. */
  public Optional<Operator> visit(String session) {
    String digest = Secret.digest(session);
    long now = clock.millis();
    Optional<Live> live = ledger.read(handle -> live(handle, digest, now));
    if (live.isPresent() && now - live.get().seenAt() >= SEEN_EVERY.toMillis()) {
      ledger.change(
          handle ->
              handle
                  .createUpdate("UPDATE session SET seen_at = :now WHERE digest = :digest")
                  .bind("now", now)
                  .bind("digest", digest)
                  .execute());
    }
    return live.map(Live::operator);
  }

  /** Ends a session; one that is over already stays so. */
  public void end(String session) {
    String digest = Secret.digest(session);
    long now = clock.millis();
    ledger.change(
        handle -> {
          live(handle, digest, now)
              .map(Live::operator)
              .ifPresent(
                  o ->
                      Audit.add(
                          handle,
                          clock.instant(),
                          o.actor(),
                          Deed.of(Action.LOGGED_OUT, "operator", o.name())));
          handle
              .createUpdate("DELETE FROM session WHERE digest = :digest")
              .bind("digest", digest)
              .execute();
        });
  }

  /** Begins a session and forgets those that are over. */
  String begin(Handle handle, Operator operator) {
    String session = Secret.random();
    long now = clock.millis();
    handle
        .createUpdate("DELETE FROM session WHERE seen_at < :idle OR begun_at < :whole")
        .bind("idle", now - limits.idle().toMillis())
        .bind("whole", now - limits.whole().toMillis())
        .execute();
    handle
        .createUpdate(
            "INSERT INTO session (digest, operator_id, begun_at, seen_at)"
                + " VALUES (:digest, :operatorId, :now, :now)")
        .bind("digest", Secret.digest(session))
        .bind("operatorId", operator.id())
        .bind("now", now)
        .execute();
    return session;
  }

  private Optional<Live> live(Handle handle, String digest, long now) {
    return handle
        .createQuery(
            "SELECT operator.*, session.seen_at FROM session JOIN operator"
                + " ON operator.id = session.operator_id WHERE digest = :digest AND active = 1"
                + " AND seen_at >= :idle AND begun_at >= :whole")
        .bind("digest", digest)
        .bind("idle", now - limits.idle().toMillis())
        .bind("whole", now - limits.whole().toMillis())
        .map((row, c) -> new Live(Rows.OPERATOR.map(row, c), row.getLong("seen_at")))
        .findOne();
  }
}
