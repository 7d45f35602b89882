package yomitori.desk.inbox;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.ledger.Ledger;

/** What the ledger knows of the files that came. */
final class Arrivals {

  private final Ledger ledger;

  /**
   * A file in {@code taking/}.
   *
   * @param token its folder there
   * @param file where it is
   * @param source its path below the inbox
   * @param sha256 64 hex digits
   * @param bytes its size
   * @param modified when it was last written
   */
  record Taken(
      String token, Path file, String source, String sha256, long bytes, Instant modified) {}

  /**
   * The fax of a file.
   *
   * @param archived its path below the data folder
   * @param state as in the ledger
   */
  record Fax(long id, String archived, String state) {}

  Arrivals(Ledger ledger) {
    this.ledger = ledger;
  }

  /**
   * Notes that a file came: a new fax, or known bytes once more. Noted once for each token.
   *
   * @param archived where a new fax will lie, below the data folder
   */
  Fax note(Taken taken, String archived, Instant now) {
    return ledger.write(
        handle -> {
          Optional<Fax> known = find(handle, taken.sha256());
          Fax fax = known.orElseGet(() -> insert(handle, taken, archived, now));
          if (!isNoted(handle, taken.token())) {
            insertArrival(handle, fax.id(), taken, now);
          }
          return fax;
        });
  }

  /** Notes that the file of an arrival lies in the archive, so that the fax can be read. */
  void arrived(long fax, String token) {
    ledger.change(
        handle -> {
          handle
              .createUpdate("UPDATE fax SET state = 'waiting' WHERE id = :id AND state = 'moving'")
              .bind("id", fax)
              .execute();
          tryAgain(handle, fax);
          // A failed fax that is dropped again is told of again.
          handle
              .createUpdate("UPDATE fax SET told = 0 WHERE id = :id AND state = 'failed'")
              .bind("id", fax)
              .execute();
          handle
              .createUpdate("UPDATE arrival SET state = 'done' WHERE token = :token")
              .bind("token", token)
              .execute();
        });
  }

  /** A fax that failed for what may have been mended since is read when it is dropped again. */
  private static void tryAgain(Handle handle, long fax) {
    int again =
        handle
            .createUpdate(
                "UPDATE fax SET state = 'waiting', reason = '', attempts = 0 WHERE id = :id AND"
                    + " state = 'failed' AND (reason = :vanished OR reason LIKE :beyond) AND NOT"
                    + " EXISTS (SELECT 1 FROM settled JOIN page ON page.id = settled.page_id WHERE"
                    + " page.fax_id = fax.id)")
            .bind("id", fax)
            .bind("vanished", Cause.VANISHED.name())
            .bind("beyond", Cause.BEYOND_LIMIT.name() + "%")
            .execute();
    if (again > 0) {
      handle
          .createUpdate("DELETE FROM page WHERE fax_id = :id AND number = 0")
          .bind("id", fax)
          .execute();
    }
  }

  /** All that came of a fax lies in the archive. */
  void landed(long fax) {
    ledger.change(
        handle -> {
          handle.execute("UPDATE fax SET state = 'waiting' WHERE id = ? AND state = 'moving'", fax);
          handle.execute("UPDATE arrival SET state = 'done' WHERE fax_id = ?", fax);
        });
  }

  /**
   * A fax whose file is neither where it came through nor in the archive: it fails, until it is
   * dropped again.
   */
  void vanished(long fax) {
    ledger.change(
        handle -> {
          handle
              .createUpdate(
                  "UPDATE fax SET state = 'failed', reason = :reason WHERE id = :id AND state ="
                      + " 'moving'")
              .bind("reason", Failure.of(Cause.VANISHED, "").stored())
              .bind("id", fax)
              .execute();
          handle.execute("UPDATE arrival SET state = 'done' WHERE fax_id = ?", fax);
        });
  }

  /** The fax that was noted for a token. */
  Optional<Fax> faxOf(String token) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id, archived, state FROM fax WHERE id = (SELECT fax_id FROM arrival"
                        + " WHERE token = :token)")
                .bind("token", token)
                .map((row, context) -> fax(row))
                .findOne());
  }

  /** Faxes that were on their way when the desk ended. */
  List<Fax> moving() {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT id, archived, state FROM fax WHERE state = 'moving'")
                .map((row, context) -> fax(row))
                .list());
  }

  /** How many faxes wait to be read. */
  int waiting() {
    return ledger.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM fax WHERE state = 'waiting'")
                .mapTo(int.class)
                .one());
  }

  private static Optional<Fax> find(Handle handle, String sha256) {
    return handle
        .createQuery("SELECT id, archived, state FROM fax WHERE sha256 = :sha256")
        .bind("sha256", sha256)
        .map((row, context) -> fax(row))
        .findOne();
  }

  private static Fax fax(ResultSet row) throws SQLException {
    return new Fax(row.getLong("id"), row.getString("archived"), row.getString("state"));
  }

  private static boolean isNoted(Handle handle, String token) {
    return handle
            .createQuery("SELECT COUNT(*) FROM arrival WHERE token = :token")
            .bind("token", token)
            .mapTo(int.class)
            .one()
        > 0;
  }

  private static Fax insert(Handle handle, Taken taken, String archived, Instant now) {
    long id =
        handle
            .createUpdate(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state) VALUES (:sha256, :name, :source, :sender, :bytes,"
                    + " :received, :now, :archived, 'moving')")
            .bind("sha256", taken.sha256())
            .bind("name", taken.file().getFileName().toString())
            .bind("source", taken.source())
            .bind("sender", Candidate.sender(taken.source()))
            .bind("bytes", taken.bytes())
            .bind("received", taken.modified().toEpochMilli())
            .bind("now", now.toEpochMilli())
            .bind("archived", archived)
            .executeAndReturnGeneratedKeys("id")
            .mapTo(long.class)
            .one();
    return new Fax(id, archived, "moving");
  }

  private static void insertArrival(Handle handle, long fax, Taken taken, Instant now) {
    handle
        .createUpdate(
            "INSERT INTO arrival (fax_id, source, sender, received_at, taken_at, state, token)"
                + " VALUES (:fax, :source, :sender, :received, :now, 'moving', :token)")
        .bind("fax", fax)
        .bind("source", taken.source())
        .bind("sender", Candidate.sender(taken.source()))
        .bind("received", taken.modified().toEpochMilli())
        .bind("now", now.toEpochMilli())
        .bind("token", taken.token())
        .execute();
  }
}
