package yomitori.desk.values;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;

/** The rows that tell how values came to be what they are. */
public final class History {

  private History() {}

  /** All of a page, oldest first. */
  public static List<Decided> of(Handle handle, long pageId) {
    return handle
        .createQuery(
            "SELECT " + Decided.COLUMNS + " FROM decision d WHERE page_id = :page ORDER BY id")
        .bind("page", pageId)
        .map(Decided.ROW)
        .list();
  }

  /** The newest of a field that was not taken back. */
  public static Optional<Decided> last(Handle handle, FieldKey key) {
    return handle
        .createQuery(
            "SELECT "
                + Decided.COLUMNS
                + " FROM decision d WHERE page_id = :page AND field = :field AND kind <> 'undo' AND"
                + " NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.id) ORDER BY id DESC"
                + " LIMIT 1")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .map(Decided.ROW)
        .findOne();
  }

  /**
   * What an operator decided last at one stroke and has not taken back, newest first; empty where
   * there is nothing. Pages that were settled or typed as a whole are not among it.
   */
  public static List<Decided> lastStep(Handle handle, Actor who) {
    String undoable =
        " AND kind NOT IN ('undo', 'typed', 'page', 'redecide')"
            + " AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.id)";
    return handle
        .createQuery(
            "SELECT "
                + Decided.COLUMNS
                + " FROM decision d WHERE step = (SELECT step FROM decision d WHERE operator_id ="
                + " :who"
                + undoable
                + " ORDER BY id DESC LIMIT 1)"
                + undoable
                + " ORDER BY id DESC")
        .bind("who", who.id())
        .map(Decided.ROW)
        .list();
  }

  /** How many fields an operator has decided since a moment and not taken back. */
  public static int count(Handle handle, Actor who, Instant since) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM decision d WHERE operator_id = :who AND at >= :since AND kind <>"
                + " 'undo' AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.id)")
        .bind("who", who.id())
        .bind("since", since.toEpochMilli())
        .mapTo(int.class)
        .one();
  }

  static long add(
      Handle handle,
      Instant at,
      Actor who,
      Kind kind,
      String step,
      FieldKey key,
      String said,
      FieldState before,
      FieldState after,
      Optional<Long> undoes) {
    return handle
        .createUpdate(
            "INSERT INTO decision (page_id, field, operator_id, operator, at, kind, step, said,"
                + " old_value, old_confidence, old_decision, old_reason, new_value,"
                + " new_confidence, new_decision, new_reason, undoes) VALUES (:page, :field, :who,"
                + " :name, :at, :kind, :step, :said, :oldValue, :oldConfidence, :oldDecision,"
                + " :oldReason, :newValue, :newConfidence, :newDecision, :newReason, :undoes)")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .bind("who", who.id())
        .bind("name", who.name())
        .bind("at", at.toEpochMilli())
        .bind("kind", kind.word())
        .bind("step", step)
        .bind("said", said)
        .bind("oldValue", before.value())
        .bind("oldConfidence", before.confidence())
        .bind("oldDecision", before.decisionWord())
        .bind("oldReason", before.reason())
        .bind("newValue", after.value())
        .bind("newConfidence", after.confidence())
        .bind("newDecision", after.decisionWord())
        .bind("newReason", after.reason())
        .bindByType("undoes", undoes.orElse(null), Long.class)
        .executeAndReturnGeneratedKeys("id")
        .mapTo(long.class)
        .one();
  }
}
