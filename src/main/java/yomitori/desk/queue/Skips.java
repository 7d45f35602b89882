package yomitori.desk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.values.FieldKey;

/** Doubts that operators passed on, within the caller's transaction. */
final class Skips {

  private final Duration term;

  Skips(Duration term) {
    this.term = term;
  }

  void add(Handle handle, FieldKey key, Actor who, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO skipped (operator_id, page_id, field, at, until) SELECT :who, id, :field,"
                + " :at, :until FROM page WHERE id = :page ON CONFLICT (operator_id, page_id, field) DO UPDATE SET at"
                + " = excluded.at, until = excluded.until")
        .bind("who", who.id())
        .bind("page", key.pageId())
        .bind("field", key.field())
        .bind("at", now.toEpochMilli())
        .bind("until", now.plus(term).toEpochMilli())
        .execute();
  }

  /** What the operator passed on last. */
  Optional<FieldKey> last(Handle handle, Actor who, Instant now) {
    return handle
        .createQuery(
            "SELECT page_id, field FROM skipped WHERE operator_id = :who AND until > :now ORDER BY"
                + " at DESC LIMIT 1")
        .bind("who", who.id())
        .bind("now", now.toEpochMilli())
        .map((row, context) -> new FieldKey(row.getLong("page_id"), row.getString("field")))
        .findOne();
  }

  int count(Handle handle, Actor who, Instant now) {
    return handle
        .createQuery("SELECT COUNT(*) FROM skipped WHERE operator_id = :who AND until > :now")
        .bind("who", who.id())
        .bind("now", now.toEpochMilli())
        .mapTo(int.class)
        .one();
  }

  void forget(Handle handle, FieldKey key, Actor who) {
    handle
        .createUpdate(
            "DELETE FROM skipped WHERE operator_id = :who AND page_id = :page AND field = :field")
        .bind("who", who.id())
        .bind("page", key.pageId())
        .bind("field", key.field())
        .execute();
  }

  void forgetAll(Handle handle, Actor who) {
    handle
        .createUpdate("DELETE FROM skipped WHERE operator_id = :who")
        .bind("who", who.id())
        .execute();
  }
}
