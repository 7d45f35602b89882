package yomitori.desk.thresholds;

import java.time.Instant;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.audit.Actor;
import yomitori.form.DoubtCosts;

/**
 * Costs that a manager has set.
 *
 * @param id grows from change to change
 * @param form the form's id
 * @param step of the decisions that follow from it
 * @param doneUpTo the last page that was decided anew by it
 * @param done whether there are no more
 */
public record ThresholdChange(
    long id,
    String form,
    DoubtCosts costs,
    Actor who,
    Instant at,
    String step,
    long doneUpTo,
    boolean done) {

  static final RowMapper<ThresholdChange> ROW =
      (row, context) ->
          new ThresholdChange(
              row.getLong("id"),
              row.getString("form"),
              new DoubtCosts(row.getDouble("error_cost"), row.getDouble("review_cost")),
              new Actor(row.getLong("operator_id"), row.getString("operator")),
              Instant.ofEpochMilli(row.getLong("at")),
              row.getString("step"),
              row.getLong("done_up_to"),
              row.getInt("done") == 1);
}
