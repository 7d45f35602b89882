package yomitori.desk.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;

/** Whose a page is for a while, within the caller's transaction. */
final class Leases {

  private final Duration term;

  Leases(Duration term) {
    this.term = term;
  }

  /**
   * Makes a page an operator's, or lengthens the time where it is already; false where it is
   * another's or there is no such page. Of two that try at once one waits and is refused.
   */
  boolean take(Handle handle, long pageId, Actor who, Instant now) {
    return handle
            .createUpdate(
                "INSERT INTO lease (page_id, operator_id, operator, taken_at, until) SELECT id, :who,"
                    + " :name, :now, :until FROM page WHERE id = :page ON CONFLICT (page_id) DO UPDATE SET operator_id"
                    + " = excluded.operator_id, operator = excluded.operator, taken_at = CASE WHEN"
                    + " lease.operator_id = excluded.operator_id THEN lease.taken_at ELSE"
                    + " excluded.taken_at END, until = excluded.until WHERE lease.operator_id ="
                    + " excluded.operator_id OR lease.until <= excluded.taken_at")
            .bind("page", pageId)
            .bind("who", who.id())
            .bind("name", who.name())
            .bind("now", now.toEpochMilli())
            .bind("until", now.plus(term).toEpochMilli())
            .execute()
        > 0;
  }

  /** The pages of an operator, the one that was taken first first, whether or not time is up. */
  List<Long> of(Handle handle, Actor who) {
    return handle
        .createQuery(
            "SELECT page_id FROM lease WHERE operator_id = :who ORDER BY taken_at, page_id")
        .bind("who", who.id())
        .mapTo(Long.class)
        .list();
  }

  /** Another operator who has the page. */
  Optional<String> otherHolder(Handle handle, long pageId, Actor who, Instant now) {
    return handle
        .createQuery(
            "SELECT operator FROM lease WHERE page_id = :page AND operator_id <> :who AND until >"
                + " :now")
        .bind("page", pageId)
        .bind("who", who.id())
        .bind("now", now.toEpochMilli())
        .mapTo(String.class)
        .findOne();
  }

  /** Lengthens the time of all pages of an operator. */
  void keep(Handle handle, Actor who, Instant now) {
    handle
        .createUpdate("UPDATE lease SET until = :until WHERE operator_id = :who")
        .bind("until", now.plus(term).toEpochMilli())
        .bind("who", who.id())
        .execute();
  }

  /** Gives a page back. */
  void giveBack(Handle handle, long pageId, Actor who) {
    handle
        .createUpdate("DELETE FROM lease WHERE page_id = :page AND operator_id = :who")
        .bind("page", pageId)
        .bind("who", who.id())
        .execute();
  }

  /** Gives all pages of an operator back. */
  void giveAllBack(Handle handle, Actor who) {
    handle
        .createUpdate("DELETE FROM lease WHERE operator_id = :who")
        .bind("who", who.id())
        .execute();
  }
}
