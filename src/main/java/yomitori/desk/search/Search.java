package yomitori.desk.search;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.respondent.Respondents;

/** Finds pages, those that were received last first. May be used from any thread. */
public final class Search {

  private static final String COLUMNS =
      "SELECT p.id, f.source, p.number, f.received_at, p.status, p.form, p.same_as,"
          + " COALESCE(r.prefecture, 0) AS prefecture, COALESCE(r.code, '') AS code,"
          + " COALESCE(r.name, '') AS name";

  private static final RowMapper<Found> FOUND =
      (row, context) ->
          new Found(
              row.getLong("id"),
              row.getString("source"),
              row.getInt("number"),
              Instant.ofEpochMilli(row.getLong("received_at")),
              row.getString("status"),
              row.getString("form"),
              row.getInt("prefecture"),
              row.getString("code"),
              row.getString("name"),
              row.getString("same_as") == null);

  private static final String NEWEST = " ORDER BY f.received_at DESC, p.id DESC";
  private static final String OLDEST = " ORDER BY f.received_at, p.id";

  private static final String KEY =
      "(SELECT g.received_at, q.id FROM page q JOIN fax g ON g.id = q.fax_id WHERE q.id = ";

  private final Ledger ledger;
  private final Respondents respondents;

  /** What is found at once, and how many there are altogether. */
  public record Result(List<Found> rows, long total) {

    public Result {
      rows = List.copyOf(rows);
    }
  }

  /** The search of a desk. */
  public Search(Ledger ledger, Respondents respondents) {
    this.ledger = ledger;
    this.respondents = respondents;
  }

  /**
   * Some of the pages that are looked for.
   *
   * @param skipped so many of them come before; where there are no more, those at the end are found
   * @param most so many at the most
   */
  public Result find(SearchFilter filter, long skipped, int most) {
    respondents.refresh();
    Conditions conditions = new Conditions(filter);
    return ledger.read(
        handle -> {
          long total = conditions.query(handle, "SELECT COUNT(*)", "").mapTo(long.class).one();
          long from = Math.min(skipped, Math.max(0, total - 1) / most * most);
          return new Result(
              conditions
                  .query(handle, COLUMNS, NEWEST + " LIMIT " + most + " OFFSET " + from)
                  .map(FOUND)
                  .list(),
              total);
        });
  }

  /** Of the pages that are looked for the one received next after a page; empty for the last. */
  public Optional<Long> newer(SearchFilter filter, long page) {
    return beside(filter, page, " > ", OLDEST);
  }

  /** Of the pages that are looked for the one received next before a page; empty for the first. */
  public Optional<Long> older(SearchFilter filter, long page) {
    return beside(filter, page, " < ", NEWEST);
  }

  private Optional<Long> beside(SearchFilter filter, long page, String side, String order) {
    respondents.refresh();
    Conditions conditions = new Conditions(filter);
    conditions.and("(f.received_at, p.id)" + side + KEY + conditions.bound(page) + ")");
    return ledger.read(
        handle ->
            conditions
                .query(handle, "SELECT p.id", order + " LIMIT 1")
                .mapTo(Long.class)
                .findOne());
  }
}
