package yomitori.desk.values;

import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.audit.Actor;

/**
 * A row of a field's history.
 *
 * @param id grows from row to row
 * @param step the same for all that was decided at one stroke
 * @param said what the operator answered
 * @param before what the field held
 * @param after what it has held since; the same where another person must answer, too
 * @param undone whether it was taken back later
 */
public record Decided(
    long id,
    FieldKey key,
    Actor who,
    Instant at,
    Kind kind,
    String step,
    String said,
    FieldState before,
    FieldState after,
    boolean undone) {

  static final String COLUMNS =
      "d.*, EXISTS (SELECT 1 FROM decision u WHERE u.undoes = d.id) AS undone";

  private static final RowMapper<FieldState> OLD = FieldState.of("old_");

  private static final RowMapper<FieldState> NEW = FieldState.of("new_");

  static final RowMapper<Decided> ROW =
      (row, context) ->
          new Decided(
              row.getLong("id"),
              new FieldKey(row.getLong("page_id"), row.getString("field")),
              new Actor(row.getLong("operator_id"), row.getString("operator")),
              Instant.ofEpochMilli(row.getLong("at")),
              Kind.of(row.getString("kind")),
              row.getString("step"),
              row.getString("said"),
              OLD.map(row, context),
              NEW.map(row, context),
              row.getBoolean("undone"));
}
