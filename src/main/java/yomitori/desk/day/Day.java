package yomitori.desk.day;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import yomitori.desk.day.DayFigures.Answered;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.values.PuttingAside;

/** Counts in the ledger. Thread-safe. */
public final class Day {

  private static final String UNREAD =
      "SELECT fax.id AS fax_id, 0 AS page, fax.source, fax.taken_at, fax.reason FROM fax"
          + " WHERE fax.state = 'failed' UNION ALL"
          + " SELECT fax.id, page.number, fax.source, fax.taken_at, page.reason FROM page"
          + " JOIN fax ON fax.id = page.fax_id WHERE page.status = 'failed' AND page.number > 0"
          + " AND fax.state <> 'failed'";

  private final Ledger ledger;

  /** The days of a ledger. */
  public Day(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * The figures of a day.
   *
   * @param begin when it began
   */
  public DayFigures since(Instant begin) {
    long from = begin.toEpochMilli();
    return ledger.read(
        handle ->
            new DayFigures(
                count(handle, "arrival WHERE taken_at >= :from", from),
                count(handle, "fax WHERE state IN ('moving', 'waiting')"),
                count(handle, "page WHERE read_at >= :from AND status <> 'failed'", from),
                count(handle, "page WHERE status = 'review' AND same_as IS NULL"),
                count(
                    handle, "field_value WHERE decision = 'review' AND " + PuttingAside.NOT_ASIDE),
                count(
                    handle,
                    "page WHERE changed_at >= :from AND status IN ('accepted', 'not_a_form')"
                        + " AND same_as IS NULL",
                    from),
                count(handle, "page WHERE status = 'unreadable' AND same_as IS NULL"),
                count(handle, "(" + UNREAD + ") AS unread WHERE taken_at >= :from", from),
                answered(handle, from)));
  }

  /** What could not be read, the newest first. */
  public List<Unread> unread(int most) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM ("
                        + UNREAD
                        + ") AS unread"
                        + " ORDER BY taken_at DESC, fax_id DESC, page LIMIT :most")
                .bind("most", most)
                .map(
                    (row, context) ->
                        new Unread(
                            row.getLong("fax_id"),
                            row.getInt("page"),
                            row.getString("source"),
                            Instant.ofEpochMilli(row.getLong("taken_at")),
                            Failure.parse(row.getString("reason"))))
                .list());
  }

  private static List<Answered> answered(Handle handle, long from) {
    return handle
        .createQuery(
            "SELECT operator, COUNT(*) AS answers FROM decision WHERE at >= :from"
                + " AND operator_id <> 0 AND kind <> 'undo' GROUP BY operator"
                + " ORDER BY answers DESC, operator")
        .bind("from", from)
        .map((row, c) -> new Answered(row.getString("operator"), row.getLong("answers")))
        .list();
  }

  private static long count(Handle handle, String from) {
    return handle.createQuery("SELECT COUNT(*) FROM " + from).mapTo(long.class).one();
  }

  private static long count(Handle handle, String from, long since) {
    return handle
        .createQuery("SELECT COUNT(*) FROM " + from)
        .bind("from", since)
        .mapTo(long.class)
        .one();
  }
}
