package yomitori.desk.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import yomitori.desk.ledger.Ledger;

/** The trail in the ledger. May be used from any thread. */
public final class Audit {

  private static final String FROM =
      " FROM audit WHERE at >= :from AND at < :until AND (:actor = '' OR operator = :actor)"
          + " AND (:action = '' OR action = :action)"
          + " AND (:subjectId = '' OR subject_id = :subjectId)";

  private static final RowMapper<AuditRow> ROW =
      (row, context) ->
          new AuditRow(
              row.getLong("id"),
              Instant.ofEpochMilli(row.getLong("at")),
              new Actor(row.getLong("operator_id"), row.getString("operator")),
              new Deed(
                  Action.of(row.getString("action")),
                  row.getString("subject"),
                  row.getString("subject_id"),
                  row.getString("field"),
                  row.getString("old_value"),
                  row.getString("new_value")));

  private final Ledger ledger;
  private final Clock clock;

  /** The trail of a desk. */
  public Audit(Ledger ledger, Clock clock) {
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Adds a row within the caller's transaction, so that nothing is changed without its row and no
   * row tells of what did not happen.
   */
  public static void add(Handle handle, Instant at, Actor actor, Deed deed) {
    handle
        .createUpdate(
            "INSERT INTO audit (at, operator_id, operator, action, subject, subject_id, field,"
                + " old_value, new_value) VALUES (:at, :operatorId, :operator, :action, :subject,"
                + " :subjectId, :field, :oldValue, :newValue)")
        .bind("at", at.toEpochMilli())
        .bind("operatorId", actor.id())
        .bind("operator", actor.name())
        .bind("action", deed.action().word())
        .bind("subject", deed.subject())
        .bind("subjectId", deed.subjectId())
        .bind("field", deed.field())
        .bind("oldValue", deed.oldValue())
        .bind("newValue", deed.newValue())
        .execute();
  }

  /** Adds a row of its own, for what changes nothing else in the ledger. */
  public void add(Actor actor, Deed deed) {
    ledger.change(handle -> add(handle, clock.instant(), actor, deed));
  }

  /**
   * The newest rows first.
   *
   * @param before only rows with a smaller id, to leaf on; nothing for the newest
   * @param count at most so many
   */
  public List<AuditRow> newest(AuditFilter filter, Optional<Long> before, int count) {
    return ledger.read(
        handle ->
            bound(handle, "SELECT *" + FROM + " AND id < :before ORDER BY id DESC LIMIT :n", filter)
                .bind("before", before.orElse(Long.MAX_VALUE))
                .bind("n", count)
                .map(ROW)
                .list());
  }

  /** Gives all rows, oldest first, one after another, however many there are. */
  public void each(AuditFilter filter, Consumer<AuditRow> take) {
    ledger.read(
        handle -> {
          try (Stream<AuditRow> rows =
              bound(handle, "SELECT *" + FROM + " ORDER BY id", filter).map(ROW).stream()) {
            rows.forEach(take);
          }
          return true;
        });
  }

  private static Query bound(Handle handle, String sql, AuditFilter filter) {
    return handle
        .createQuery(sql)
        .bind("from", filter.from().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE))
        .bind("until", filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
        .bind("actor", filter.actor().orElse(""))
        .bind("action", filter.action().map(Action::word).orElse(""))
        .bind("subjectId", filter.subjectId().orElse(""));
  }
}
