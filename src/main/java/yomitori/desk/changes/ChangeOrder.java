package yomitori.desk.changes;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import yomitori.desk.ledger.Ledger;

/**
 * Gives every change of a page a place, larger than all before it. Times do not suffice: two that
 * are written at once become visible in either order. Of several changes of one page between two
 * questions only the last is told. May be used from any thread.
 */
public final class ChangeOrder {

  private static final String WITHOUT_PLACE =
      " FROM page p LEFT JOIN change_order o ON o.page_id = p.id WHERE o.page_id IS NULL OR"
          + " o.changed_at <> p.changed_at";

  private final Ledger ledger;

  /** The changes of a ledger. */
  public ChangeOrder(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Which pages are asked for. */
  public enum What {
    /**
     * Pages with a record, also one that another stands for. A second copy is none: its record is
     * that of the first.
     */
    RECORDS(
        "p.status <> 'failed' AND (p.same_as IS NULL OR p.record_id <> (SELECT kept.record_id FROM"
            + " page kept WHERE kept.id = p.same_as))"),
    /** Pages and files that could not be read. */
    FAILURES("p.status = 'failed'");

    private final String condition;

    What(String condition) {
      this.condition = condition;
    }
  }

  /**
   * A page that has changed.
   *
   * @param place greater than 0
   */
  public record Change(long place, long pageId) {}

  /**
   * Changes after a place, in order.
   *
   * @param place of the last one that is known; 0 for all
   * @param count at most so many
   */
  public List<Change> after(long place, What what, int count) {
    boolean anyWithout =
        ledger.read(
            handle ->
                handle
                    .createQuery("SELECT p.id" + WITHOUT_PLACE + " LIMIT 1")
                    .mapTo(Long.class)
                    .findOne()
                    .isPresent());
    if (anyWithout) {
      ledger.change(ChangeOrder::givePlaces);
    }
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT o.place, o.page_id FROM change_order o JOIN page p ON p.id = o.page_id"
                        + " WHERE o.place > :place AND "
                        + what.condition
                        + " ORDER BY o.place LIMIT :n")
                .bind("place", place)
                .bind("n", count)
                .map((row, context) -> new Change(row.getLong("place"), row.getLong("page_id")))
                .list());
  }

  private record Changed(long pageId, long changedAt) {}

  private static void givePlaces(Handle handle) {
    // Locks the row: whoever comes next sees the places that were given here.
    handle.execute("UPDATE change_last SET place = place");
    long last = handle.createQuery("SELECT place FROM change_last").mapTo(long.class).one();
    List<Changed> changed =
        handle
            .createQuery(
                "SELECT p.id, p.changed_at" + WITHOUT_PLACE + " ORDER BY p.changed_at, p.id")
            .map((row, context) -> new Changed(row.getLong("id"), row.getLong("changed_at")))
            .list();
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO change_order (page_id, place, changed_at) VALUES (:page, :place, :at) ON"
                + " CONFLICT (page_id) DO UPDATE SET place = excluded.place, changed_at ="
                + " excluded.changed_at");
    for (Changed page : changed) {
      last++;
      batch.bind("page", page.pageId()).bind("place", last).bind("at", page.changedAt()).add();
    }
    batch.execute();
    handle.createUpdate("UPDATE change_last SET place = :last").bind("last", last).execute();
  }
}
