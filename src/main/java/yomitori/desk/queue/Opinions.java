package yomitori.desk.queue;

import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.audit.Actor;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Kind;
import yomitori.desk.values.PuttingAside;

/** Answers that wait for another person's, within the caller's transaction. */
final class Opinions {

  private static final String OF_FIELD =
      " WHERE page_id = :page AND field = :field AND closed_by IS NULL";

  /**
   * An answer that waits.
   *
   * @param kind on what occasion it was given
   */
  record Opinion(String value, Kind kind) {}

  private Opinions() {}

  static List<Opinion> open(Handle handle, FieldKey key) {
    return handle
        .createQuery(
            "SELECT o.value, d.kind FROM opinion o JOIN decision d ON d.id = o.decision_id WHERE"
                + " o.page_id = :page AND o.field = :field AND o.closed_by IS NULL ORDER BY d.id")
        .bind("page", key.pageId())
        .bind("field", key.field())
        .map((row, context) -> new Opinion(row.getString("value"), Kind.of(row.getString("kind"))))
        .list();
  }

  static void add(Handle handle, long decisionId, FieldKey key, Actor who, String value) {
    handle
        .createUpdate(
            "INSERT INTO opinion (decision_id, page_id, field, operator_id, value) VALUES (:id,"
                + " :page, :field, :who, :value)")
        .bind("id", decisionId)
        .bind("page", key.pageId())
        .bind("field", key.field())
        .bind("who", who.id())
        .bind("value", value)
        .execute();
  }

  /** The field is settled by a decision. */
  static void close(Handle handle, FieldKey key, long decisionId) {
    handle
        .createUpdate("UPDATE opinion SET closed_by = :id" + OF_FIELD)
        .bind("id", decisionId)
        .bind("page", key.pageId())
        .bind("field", key.field())
        .execute();
  }

  /** A decision was taken back: what it said is gone, and what it settled is open again. */
  static void reopen(Handle handle, long decisionId) {
    handle
        .createUpdate("DELETE FROM opinion WHERE decision_id = :id")
        .bind("id", decisionId)
        .execute();
    handle
        .createUpdate("UPDATE opinion SET closed_by = NULL WHERE closed_by = :id")
        .bind("id", decisionId)
        .execute();
  }

  /** Fields that wait for another person's answer. */
  static int waiting(Handle handle) {
    return handle
        .createQuery(
            "SELECT COUNT(*) FROM (SELECT DISTINCT page_id, field FROM opinion WHERE closed_by IS"
                + " NULL AND "
                + PuttingAside.NOT_ASIDE
                + ") AS waiting")
        .mapTo(int.class)
        .one();
  }
}
