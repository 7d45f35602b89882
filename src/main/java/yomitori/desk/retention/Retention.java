package yomitori.desk.retention;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jdbi.v3.core.Handle;
import yomitori.desk.DataFolder;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.Deed;
import yomitori.desk.export.Exports;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.retention.Due.OldFax;

/** Removes faxes beyond a set age when a manager says so. Thread-safe. */
public final class Retention {

  /** Removed at one request, so that it ends while its browser waits. */
  public static final int MOST_AT_ONCE = 2_000;

  /** In one transaction, so that operators do not wait for it. */
  private static final int BATCH = 50;

  private static final String OLD =
      " FROM fax WHERE state IN ('read', 'failed') AND taken_at < :until";

  /** Of a page for which another stands nobody is asked anything more. */
  private static final String IN_DOUBT =
      "EXISTS (SELECT 1 FROM page JOIN field_value v ON v.page_id = page.id WHERE page.fax_id ="
          + " fax.id AND page.same_as IS NULL AND v.decision = 'review')";

  private static final String NOT_HANDED_OVER =
      "EXISTS (" + Exports.WAITING + " AND p.fax_id = fax.id)";

  /** Another file holds a page that counts as a page of this one. */
  private static final String HAS_COPIES =
      "EXISTS (SELECT 1 FROM page own JOIN page copy ON copy.same_as = own.id WHERE own.fax_id ="
          + " fax.id AND copy.fax_id <> fax.id)";

  private static final String DUE =
      OLD + " AND NOT " + IN_DOUBT + " AND NOT " + NOT_HANDED_OVER + " AND NOT " + HAS_COPIES;

  private final Ledger ledger;
  private final DataFolder data;
  private final Optional<Duration> age;
  private final Clock clock;
  private final LongConsumer forget;

  private record Batch(int faxes, List<Long> pages) {}

  private record Removed(long id, String name, String archived) {}

  /**
   * @param age beyond which faxes may be removed; empty where none ever is
   * @param forget is told of every page that was removed
   */
  public Retention(
      Ledger ledger, DataFolder data, Optional<Duration> age, Clock clock, LongConsumer forget) {
    this.forget = forget;
    this.ledger = ledger;
    this.data = data;
    this.age = age;
    this.clock = clock;
  }

  /** The set age, if there is one. */
  public Optional<Duration> age() {
    return age;
  }

  /**
   * What may be removed now; empty where no age is set.
   *
   * @param rows at most so many of the faxes are named
   */
  public Optional<Due> due(int rows) {
    return age.map(limit -> due(clock.instant().minus(limit), rows));
  }

  private Due due(Instant until, int rows) {
    long ms = until.toEpochMilli();
    return ledger.read(
        handle ->
            new Due(
                Instant.ofEpochMilli(ms),
                number(handle, "SELECT COUNT(*)" + DUE, ms),
                number(handle, "SELECT COALESCE(SUM(bytes), 0)" + DUE, ms),
                handle
                    .createQuery(
                        "SELECT id, source, taken_at" + DUE + " ORDER BY taken_at, id LIMIT :n")
                    .bind("until", ms)
                    .bind("n", rows)
                    .map(
                        (row, context) ->
                            new OldFax(
                                row.getLong("id"),
                                row.getString("source"),
                                Instant.ofEpochMilli(row.getLong("taken_at"))))
                    .list(),
                number(handle, "SELECT COUNT(*)" + OLD + " AND " + IN_DOUBT, ms),
                number(handle, "SELECT COUNT(*)" + OLD + " AND " + NOT_HANDED_OVER, ms)));
  }

  /**
   * Removes the oldest faxes that may be removed.
   *
   * @param until faxes that were taken before that moment, as {@link Due} said
   * @param seen how many the manager saw; where more may be removed now nothing is
   * @return how many were removed, at most {@link #MOST_AT_ONCE}; empty where more may be than was
   *     seen, or the moment is not old enough
   * @throws IOException if files cannot be deleted; they are at the next call
   */
  public Optional<Integer> remove(Actor actor, Instant until, long seen) throws IOException {
    if (age.isEmpty() || until.isAfter(clock.instant().minus(age.get()))) {
      return Optional.empty();
    }
    long ms = until.toEpochMilli();
    if (ledger.<Long>read(handle -> number(handle, "SELECT COUNT(*)" + DUE, ms)) > seen) {
      return Optional.empty();
    }
    int removed = 0;
    int last = BATCH;
    while (last == BATCH && removed < MOST_AT_ONCE) {
      Batch batch = ledger.write(handle -> removeBatch(handle, actor, ms));
      batch.pages().forEach(forget::accept);
      last = batch.faxes();
      removed += last;
    }
    deleteFiles();
    return Optional.of(removed);
  }

  private Batch removeBatch(Handle handle, Actor actor, long until) {
    List<Long> faxes =
        handle
            .createQuery("SELECT id" + DUE + " ORDER BY taken_at, id LIMIT :n")
            .bind("until", until)
            .bind("n", BATCH)
            .mapTo(Long.class)
            .list();
    List<String> tables = tablesOfPages(handle);
    List<Long> pages = new ArrayList<>();
    for (long fax : faxes) {
      pages.addAll(
          handle
              .createQuery("SELECT id FROM page WHERE fax_id = :fax")
              .bind("fax", fax)
              .mapTo(Long.class)
              .list());
      String sha256 =
          handle
              .createQuery("SELECT sha256 FROM fax WHERE id = :fax")
              .bind("fax", fax)
              .mapTo(String.class)
              .one();
      // Only then decisions may be deleted.
      handle.execute("UPDATE fax SET state = 'removed', reason = '' WHERE id = ?", fax);
      for (String table : tables) {
        handle.execute(
            "DELETE FROM " + table + " WHERE page_id IN (SELECT id FROM page WHERE fax_id = ?)",
            fax);
      }
      handle.execute("DELETE FROM page_trace WHERE fax_id = ?", fax); // it names the sender
      handle.execute("DELETE FROM page WHERE fax_id = ?", fax);
      Deed deed = Deed.change(Action.REMOVED, "fax", Long.toString(fax), sha256, "");
      Audit.add(handle, clock.instant(), actor, deed);
    }
    return new Batch(faxes.size(), pages);
  }

  /**
   * Every table whose rows belong to a page, whichever room made it. Opinions stand on decisions,
   * so they come first; their reference is to these alone.
   */
  private static List<String> tablesOfPages(Handle handle) {
    List<String> tables = new ArrayList<>(List.of("opinion"));
    try (var keys =
        handle
            .getConnection()
            .getMetaData()
            .getExportedKeys(null, handle.getConnection().getSchema(), "page")) {
      while (keys.next()) {
        String table = keys.getString("FKTABLE_NAME");
        if (!table.equals("page") && !tables.contains(table)) {
          tables.add(table);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the ledger does not know its tables", e);
    }
    return tables;
  }

  /**
   * Deletes the files of removed faxes, and then their names. What a desk that was cut off left
   * goes with the next call.
   *
   * @throws IOException if a file cannot be deleted
   */
  public void deleteFiles() throws IOException {
    for (Removed fax : removed()) {
      Files.deleteIfExists(data.root().resolve(fax.archived()));
      Path copy = data.failedCopy(fax.id(), fax.name());
      Files.deleteIfExists(copy);
      Files.deleteIfExists(DataFolder.reasonOf(copy));
      ledger.change(
          handle -> {
            handle.execute(
                "UPDATE fax SET name = '', source = '', sender = '', archived = '' WHERE id = ?",
                fax.id());
            handle.execute(
                "UPDATE arrival SET source = '', sender = '' WHERE fax_id = ?", fax.id());
          });
    }
  }

  private List<Removed> removed() {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, name, archived FROM fax WHERE state = 'removed' AND archived <> ''")
                .map(
                    (row, context) ->
                        new Removed(
                            row.getLong("id"), row.getString("name"), row.getString("archived")))
                .list());
  }

  private static long number(Handle handle, String sql, long until) {
    return handle.createQuery(sql).bind("until", until).mapTo(long.class).one();
  }
}
