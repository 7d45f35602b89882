package yomitori.desk.sheet;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import yomitori.desk.audit.Actor;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.Values;

/** Finds what may stand on an operator's sheet. */
final class Candidates {

  /** What was read, or what is likeliest of a mark in doubt. */
  static final String READING = "CASE WHEN v.value = '?' THEN v.likely ELSE v.value END";

  /**
   * A second copy of a page counts for nothing; what was typed by hand has no crop; of a mark of
   * which nothing likely is known nothing can be said for many at once.
   */
  private static final String MAY_STAND =
      " FROM field_value v JOIN page p ON p.id = v.page_id WHERE v.field = :field AND v.decision ="
          + " :decision AND p.form = :form AND p.same_as IS NULL AND (v.value <> '?' OR v.likely <>"
          + " '') AND NOT EXISTS (SELECT 1 FROM settled s WHERE s.page_id = v.page_id)";

  /**
   * Others have it before them, it waits for another person's own answer, or it is to be read once
   * more without being shown what was read.
   */
  private static final String FREE =
      " AND NOT EXISTS (SELECT 1 FROM sheet_hold h WHERE h.page_id = v.page_id AND h.field ="
          + " v.field AND h.operator_id <> :who AND h.until > :now) AND NOT EXISTS (SELECT 1 FROM"
          + " lease l WHERE l.page_id = v.page_id AND l.operator_id <> :who AND l.until > :now) AND"
          + " NOT EXISTS (SELECT 1 FROM opinion o WHERE o.page_id = v.page_id AND o.field = v.field"
          + " AND o.closed_by IS NULL) AND NOT EXISTS (SELECT 1 FROM recheck r WHERE r.page_id ="
          + " v.page_id AND r.field = v.field AND r.at = 0)";

  private static final String CROPS =
      "SELECT v.page_id, "
          + READING
          + " AS reading, v.confidence, "
          + Values.VERSION
          + MAY_STAND
          + FREE
          + " AND (:any = 1 OR "
          + READING
          + " = :read) ORDER BY v.confidence, v.page_id LIMIT :most";

  private static final String GROUPS =
      "SELECT "
          + READING
          + " AS reading, COUNT(*) AS n"
          + MAY_STAND
          + " GROUP BY 1 ORDER BY 2 DESC";

  private Candidates() {}

  /** The least sure first. */
  static List<Crop> find(Handle handle, Selection selection, Actor who, Instant now, int most) {
    return bound(handle.createQuery(CROPS), selection)
        .bind("any", selection.read().isEmpty() ? 1 : 0)
        .bind("read", selection.read().orElse(""))
        .bind("who", who.id())
        .bind("now", now.toEpochMilli())
        .bind("most", most)
        .map(Crop.ROW)
        .list();
  }

  /** What was read of a field, what is most frequent first, on whosever sheet it is. */
  static List<Group> groups(Handle handle, Selection selection) {
    return bound(handle.createQuery(GROUPS), selection)
        .map((row, context) -> new Group(row.getString("reading"), row.getInt("n")))
        .list();
  }

  private static Query bound(Query query, Selection selection) {
    return query
        .bind("field", selection.field())
        .bind("decision", FieldState.word(selection.decision()))
        .bind("form", selection.form());
  }
}
