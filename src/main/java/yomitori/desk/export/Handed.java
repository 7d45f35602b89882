package yomitori.desk.export;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What counts for the tally, and in which state it was last handed over. */
final class Handed {

  /**
   * The one place that says which pages of {@code page p} the tally counts: nothing in doubt, and
   * not a second copy of another.
   */
  static final String COUNTS = "p.status = 'accepted' AND p.same_as IS NULL";

  /** Of a fax that was removed on purpose no values are left; what was handed over still counts. */
  private static final String KEPT =
      "NOT EXISTS (SELECT 1 FROM fax f WHERE f.id = p.fax_id AND f.state = 'removed')";

  static final String FROM =
      " FROM page p LEFT JOIN exported e ON e.page_id = p.id WHERE " + COUNTS + " AND " + KEPT;

  static final String FRESH = " AND (e.page_id IS NULL OR e.changed_at <> p.changed_at)";

  /** Also a page that counts under another name by now, as one that was read anew. */
  private static final String GONE =
      " FROM exported e JOIN page p ON p.id = e.page_id WHERE (NOT ("
          + COUNTS
          + ") OR e.record_id <> p.record_id) AND "
          + KEPT;

  /** Not where another page counts under that name. */
  private static final String TOLD =
      " AND NOT EXISTS (SELECT 1 FROM page q WHERE q.record_id = e.record_id AND q.status ="
          + " 'accepted' AND q.same_as IS NULL)";

  private Handed() {}

  /**
   * A page that may be handed over, in the state that was seen.
   *
   * @param id in the ledger
   * @param recordId by which the tally knows it from now on
   * @param changedAt when a value of it was last decided, ms
   */
  record Page(long id, String recordId, long changedAt) {}

  /**
   * A record that was handed over and counts no more.
   *
   * @param id of its page in the ledger
   * @param recordId by which the tally knows it
   */
  record Gone(long id, String recordId) {}

  /** Pages that count and were never handed over as they are now, by number. */
  static List<Page> fresh(Handle handle) {
    return pages(handle, FROM + FRESH);
  }

  /** All pages that count, by number. */
  static List<Page> all(Handle handle) {
    return pages(handle, FROM);
  }

  /** Records that were handed over and count no more, by page. */
  static List<Gone> gone(Handle handle) {
    return handle
        .createQuery("SELECT p.id, e.record_id" + GONE + TOLD + " ORDER BY p.id")
        .map((row, context) -> new Gone(row.getLong("id"), row.getString("record_id")))
        .list();
  }

  /** How many {@link #fresh} are. */
  static int countFresh(Handle handle) {
    return count(handle, FROM + FRESH);
  }

  /** How many {@link #all} are. */
  static int countAll(Handle handle) {
    return count(handle, FROM);
  }

  /** How many {@link #gone} are. */
  static int countGone(Handle handle) {
    return count(handle, GONE + TOLD);
  }

  /** Notes what an export holds and what it takes back. */
  static void note(Handle handle, long export, List<Page> pages, List<Gone> gone) {
    PreparedBatch forget = handle.prepareBatch("DELETE FROM exported WHERE page_id = :page");
    gone.forEach(page -> forget.bind("page", page.id()).add());
    forget.execute();
    PreparedBatch batch =
        handle.prepareBatch(
            "INSERT INTO exported (page_id, export_id, record_id, changed_at) VALUES (:page,"
                + " :export, :record, :changed) ON CONFLICT (page_id) DO UPDATE SET export_id ="
                + " excluded.export_id, record_id = excluded.record_id, changed_at ="
                + " excluded.changed_at");
    for (Page page : pages) {
      batch
          .bind("page", page.id())
          .bind("export", export)
          .bind("record", page.recordId())
          .bind("changed", page.changedAt())
          .add();
    }
    batch.execute();
    handle.execute(
        "DELETE FROM exported WHERE page_id IN (SELECT e.page_id"
            + GONE
            + " AND EXISTS (SELECT 1 FROM exported x WHERE x.record_id = e.record_id AND x.page_id"
            + " <> e.page_id))");
  }

  private static List<Page> pages(Handle handle, String from) {
    return handle
        .createQuery("SELECT p.id, p.record_id, p.changed_at" + from + " ORDER BY p.id")
        .map(
            (row, context) ->
                new Page(row.getLong("id"), row.getString("record_id"), row.getLong("changed_at")))
        .list();
  }

  private static int count(Handle handle, String from) {
    return handle.createQuery("SELECT COUNT(*)" + from).mapTo(int.class).one();
  }
}
