package yomitori.desk.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.Kind;

/**
 * What answers by two people and reading once more have shown. What was taken back does not count.
 * May be used from any thread.
 */
public final class Quality {

  /** Word for word the condition of the indexes of these decisions. */
  private static final String COMPARED =
      " d.kind IN ('second', 'recheck') AND NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes ="
          + " d.id)";

  private static final String DIFFERING =
      " FROM decision d WHERE d.new_decision = 'review' AND" + COMPARED;

  private static final String ENTERED_TWICE =
      "SELECT p.form, p.form_version, d.field, COUNT(*) AS n, SUM(CASE WHEN d.new_decision ="
          + " 'review' THEN 1 ELSE 0 END) AS differing FROM decision d JOIN page p ON p.id ="
          + " d.page_id WHERE d.kind = 'second' AND"
          + COMPARED
          + " GROUP BY p.form, p.form_version, d.field";

  /** Who answered as another had, and whose answer waited until the field was settled. */
  private static final String AGREEMENT =
      "SELECT operator_id, MAX(operator) AS operator, COUNT(*) AS n, SUM(differs) AS differing FROM"
          + " (SELECT d.operator_id, d.operator, 0 AS differs FROM decision d WHERE"
          + " d.new_decision <> 'review' AND"
          + COMPARED
          + " UNION ALL SELECT o.operator_id, d.operator, CASE WHEN o.value <> c.new_value THEN 1"
          + " ELSE 0 END AS differs FROM opinion o JOIN decision d ON d.id = o.decision_id JOIN"
          + " decision c ON c.id = o.closed_by WHERE o.closed_by IS NOT NULL) AS answers GROUP BY"
          + " operator_id ORDER BY operator_id";

  private static final String DIFFERENCES =
      "SELECT d.*, p.form, p.form_version, v.value AS settled, v.decision AS now, CASE WHEN d.kind ="
          + " 'recheck' THEN d.old_value ELSE COALESCE((SELECT a.said FROM decision a WHERE"
          + " a.page_id = d.page_id AND a.field = d.field AND a.id < d.id AND a.kind = 'answer' AND"
          + " NOT EXISTS (SELECT 1 FROM decision u WHERE u.undoes = a.id) ORDER BY a.id DESC LIMIT"
          + " 1), '') END AS first FROM (SELECT d.*"
          + DIFFERING
          + " ORDER BY d.id DESC LIMIT :most OFFSET :after) AS d JOIN page p ON p.id = d.page_id"
          + " JOIN field_value v ON v.page_id = d.page_id AND v.field = d.field ORDER BY d.id DESC";

  private static final RowMapper<Comparison> COMPARISON =
      (row, context) -> new Comparison(row.getInt("n"), row.getInt("differing"));

  private static final RowMapper<Difference> DIFFERENCE =
      (row, context) ->
          new Difference(
              new FieldKey(row.getLong("page_id"), row.getString("field")),
              Kind.of(row.getString("kind")),
              FormField.ROW.map(row, context),
              row.getString("first"),
              row.getString("said"),
              new Actor(row.getLong("operator_id"), row.getString("operator")),
              Instant.ofEpochMilli(row.getLong("at")),
              row.getString("settled"),
              row.getString("now").equals("review"));

  private final Ledger ledger;

  /** What a ledger tells. */
  public Quality(Ledger ledger) {
    this.ledger = ledger;
  }

  /** How often accepted values are wrong, as far as they were read once more, by field. */
  public Map<FormField, ErrorRate> errorRates() {
    return ledger.read(Rechecks::errorRates);
  }

  /** How often two people's answers differ, by field. */
  public Map<FormField, Comparison> enteredTwice() {
    return ledger.read(handle -> FormField.map(handle, ENTERED_TWICE, COMPARISON));
  }

  /** Fields that wait for another person's answer. */
  public int waiting() {
    return ledger.read(Opinions::waiting);
  }

  /** How often each operator's answers are what the field was settled as. */
  public List<OperatorAgreement> agreement() {
    return ledger.read(
        handle ->
            handle
                .createQuery(AGREEMENT)
                .map(
                    (row, context) ->
                        new OperatorAgreement(
                            new Actor(row.getLong("operator_id"), row.getString("operator")),
                            COMPARISON.map(row, context)))
                .list());
  }

  /** How many differences there are. */
  public long differences() {
    return ledger.read(
        handle -> handle.createQuery("SELECT COUNT(*)" + DIFFERING).mapTo(long.class).one());
  }

  /**
   * Some of the differences, the newest first.
   *
   * @param after how many newer ones are left out
   * @param most how many at most
   */
  public List<Difference> differences(long after, int most) {
    return ledger.read(
        handle ->
            handle
                .createQuery(DIFFERENCES)
                .bind("after", after)
                .bind("most", most)
                .map(DIFFERENCE)
                .list());
  }
}
