package yomitori.desk.queue;

import java.util.List;
import java.util.Optional;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.FieldKey;

/** All that is in doubt, most valuable first, whoever has it; changes nothing. */
public final class DoubtList {

  private final Ledger ledger;

  /** The doubts of a ledger. */
  public DoubtList(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * A doubt.
   *
   * @param worth how much an operator's look is worth
   * @param position of the field in the form's order, from 0
   * @param recordId of its page
   */
  public record Doubt(FieldKey key, double worth, int position, String recordId) {}

  /**
   * Doubts in order.
   *
   * @param after the last one that is known; empty to begin
   * @param count at most so many
   */
  public List<Doubt> after(Optional<Doubt> after, int count) {
    String from =
        after.isEmpty()
            ? ""
            : " AND (v.worth < :worth OR (v.worth = :worth AND (v.page_id > :page OR (v.page_id ="
                + " :page AND v.position > :position))))";
    return ledger.read(
        handle -> {
          var query =
              handle.createQuery(
                  "SELECT v.page_id, v.field, v.worth, v.position, p.record_id FROM field_value v"
                      + " JOIN page p ON p.id = v.page_id WHERE v.decision = 'review' AND p.same_as"
                      + " IS NULL"
                      + from
                      + " ORDER BY v.worth DESC, v.page_id, v.position LIMIT :n");
          after.ifPresent(
              last ->
                  query
                      .bind("worth", last.worth())
                      .bind("page", last.key().pageId())
                      .bind("position", last.position()));
          return query
              .bind("n", count)
              .map(
                  (row, context) ->
                      new Doubt(
                          new FieldKey(row.getLong("page_id"), row.getString("field")),
                          row.getDouble("worth"),
                          row.getInt("position"),
                          row.getString("record_id")))
              .list();
        });
  }
}
