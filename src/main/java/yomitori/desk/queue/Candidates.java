package yomitori.desk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import yomitori.desk.audit.Actor;
import yomitori.desk.queue.Item.Task;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Values;

/** Finds what an operator may be given. Walks indexes only: see {@code QueuePlanTest}. */
final class Candidates {

  /**
   * Not what this operator has passed on, or has answered and waits for another's answer, nor what
   * is on another's sheet.
   */
  private static final String OPEN_TO_ME =
      " AND NOT EXISTS (SELECT 1 FROM skipped s WHERE s.operator_id = :who AND s.page_id = v.page_id"
          + " AND s.field = v.field AND s.until > :now)"
          + " AND NOT EXISTS (SELECT 1 FROM opinion o WHERE o.page_id = v.page_id AND o.field ="
          + " v.field AND o.operator_id = :who AND o.closed_by IS NULL)"
          + " AND NOT EXISTS (SELECT 1 FROM sheet_hold h WHERE h.page_id = v.page_id AND h.field ="
          + " v.field AND h.operator_id <> :who AND h.until > :now)";

  /** A second copy of a page counts for nothing: nobody looks at it. */
  private static final String FREE_PAGE =
      " AND NOT EXISTS (SELECT 1 FROM lease l WHERE l.page_id = v.page_id AND l.until > :now)"
          + " AND NOT EXISTS (SELECT 1 FROM page p WHERE p.id = v.page_id AND p.same_as IS NOT NULL)";

  static final String MOST_VALUABLE =
      "SELECT v.page_id FROM field_value v WHERE v.decision = 'review'"
          + OPEN_TO_ME
          + FREE_PAGE
          + " ORDER BY v.worth DESC, v.page_id, v.position LIMIT 1";

  static final String RECHECK =
      "SELECT v.page_id FROM recheck v JOIN field_value f ON f.page_id = v.page_id AND f.field ="
          + " v.field WHERE v.at = 0 AND f.decision <> 'review'"
          + OPEN_TO_ME
          + FREE_PAGE
          + " ORDER BY v.page_id LIMIT 1";

  static final String OF_PAGE =
      "SELECT v.page_id, v.field, v.position, 'DOUBT' AS task, "
          + Values.VERSION
          + " FROM field_value v WHERE v.page_id = :page AND v.decision = 'review'"
          + OPEN_TO_ME
          + " UNION ALL SELECT v.page_id, v.field, f.position, 'RECHECK' AS task, "
          + Values.VERSION
          + " FROM recheck v JOIN field_value f ON f.page_id = v.page_id AND f.field = v.field"
          + " WHERE v.page_id = :page AND v.at = 0 AND f.decision <> 'review'"
          + OPEN_TO_ME
          + " ORDER BY 3";

  private static final RowMapper<Item> ITEM =
      (row, context) ->
          new Item(
              new FieldKey(row.getLong("page_id"), row.getString("field")),
              row.getInt("position"),
              Task.valueOf(row.getString("task")),
              row.getLong("version"));

  private Candidates() {}

  /** The free page with the most valuable doubt. */
  static Optional<Long> mostValuablePage(Handle handle, Actor who, Instant now) {
    return bound(handle.createQuery(MOST_VALUABLE), who, now).mapTo(Long.class).findOne();
  }

  /** A free page of which something accepted is to be read once more. */
  static Optional<Long> pageToRecheck(Handle handle, Actor who, Instant now) {
    return bound(handle.createQuery(RECHECK), who, now).mapTo(Long.class).findOne();
  }

  /** All that is open to an operator on a page, in the form's order. */
  static List<Item> ofPage(Handle handle, long pageId, Actor who, Instant now) {
    return bound(handle.createQuery(OF_PAGE).bind("page", pageId), who, now).map(ITEM).list();
  }

  private static Query bound(Query query, Actor who, Instant now) {
    return query.bind("who", who.id()).bind("now", now.toEpochMilli());
  }
}
