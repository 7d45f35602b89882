package yomitori.desk.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;
import yomitori.desk.failure.Failure;
import yomitori.desk.ledger.Ledger;

/**
 * The faxes that wait to be read. The workers of a desk claim them without meeting; a claim that is
 * not renewed ends by itself.
 */
final class WaitingFaxes {

  /** Longer than the slowest page takes, for it is renewed at every page. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final String COLUMNS =
      "id, sha256, source, bytes, archived, received_at, attempts, disk_faults ";

  private final Ledger ledger;
  private final String desk;

  /**
   * A fax that this desk reads now.
   *
   * @param id in the ledger
   * @param sha256 of its bytes, 64 hex digits
   * @param source its path below the inbox
   * @param bytes its size
   * @param archived its file, below the data folder
   * @param receivedAt when its file was last written
   * @param attempts how often it was begun, this time too
   * @param diskFaults how often in a row its file could not be read
   */
  record Claim(
      long id,
      String sha256,
      String source,
      long bytes,
      String archived,
      Instant receivedAt,
      int attempts,
      int diskFaults) {}

  /**
   * @param desk names the desk in its claims, over restarts
   */
  WaitingFaxes(Ledger ledger, String desk) {
    this.ledger = ledger;
    this.desk = desk;
  }

  /** Gives up the claims of an earlier run of this desk. */
  void releaseOwn() {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET claimed_by = '', claimed_until = 0 WHERE claimed_by = :desk")
                .bind("desk", desk)
                .execute());
  }

  /**
   * Claims the fax that was begun least often, of these the oldest: one that ends the process each
   * time does not keep the others waiting.
   */
  Optional<Claim> claim(Instant now) {
    return ledger.write(
        handle -> {
          Optional<Claim> next =
              handle
                  .createQuery(
                      "SELECT "
                          + COLUMNS
                          + "FROM fax WHERE state = 'waiting' AND retry_at <= :now AND"
                          + " claimed_until <= :now ORDER BY attempts, id LIMIT 1 <skip_locked>")
                  .bind("now", now.toEpochMilli())
                  .map((row, context) -> claimOf(row))
                  .findOne();
          return next.filter(claim -> take(handle, claim.id(), now));
        });
  }

  private boolean take(Handle handle, long fax, Instant now) {
    return handle
            .createUpdate(
                "UPDATE fax SET claimed_by = :desk, claimed_until = :until, attempts = attempts +"
                    + " 1 WHERE id = :id AND state = 'waiting' AND claimed_until <= :now")
            .bind("desk", desk)
            .bind("until", now.plus(CLAIM).toEpochMilli())
            .bind("now", now.toEpochMilli())
            .bind("id", fax)
            .execute()
        == 1;
  }

  /** Keeps a claim with a page that was read, and notes how many pages the file has. */
  void keep(Handle handle, Claim claim, int pages, Instant now) {
    handle
        .createUpdate(
            "UPDATE fax SET claimed_until = :until, pages = :pages WHERE id = :id AND claimed_by"
                + " = :desk")
        .bind("until", now.plus(CLAIM).toEpochMilli())
        .bind("pages", pages)
        .bind("id", claim.id())
        .bind("desk", desk)
        .execute();
  }

  /** The numbers of the pages that are in the ledger. */
  Set<Integer> pagesDone(Claim claim) {
    List<Integer> numbers =
        ledger.read(
            handle ->
                handle
                    .createQuery("SELECT number FROM page WHERE fax_id = :fax")
                    .bind("fax", claim.id())
                    .mapTo(Integer.class)
                    .list());
    return new TreeSet<>(numbers);
  }

  /** Every page of it is in the ledger; where all could be read there is nothing to tell. */
  void read(Claim claim) {
    end(claim, "read", Optional.empty());
  }

  /** It cannot be read. */
  void failed(Claim claim, Failure failure) {
    end(claim, "failed", Optional.of(failure));
  }

  private void end(Claim claim, String state, Optional<Failure> failure) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET state = :state, reason = :reason, claimed_by = '',"
                        + " claimed_until = 0, disk_faults = 0, told = CASE WHEN EXISTS (SELECT 1 FROM page WHERE"
                        + " page.fax_id = fax.id AND page.status = 'failed') THEN 0 ELSE 1 END"
                        + " WHERE id = :id")
                .bind("state", state)
                .bind("reason", failure.map(Failure::stored).orElse(""))
                .bind("id", claim.id())
                .execute());
  }

  /** Its file cannot be read for now: that is no attempt. */
  void later(Claim claim, Failure failure, Instant when) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET retry_at = :when, reason = :reason, attempts = attempts - 1,"
                        + " disk_faults = disk_faults + 1, claimed_by = '', claimed_until = 0"
                        + " WHERE id = :id")
                .bind("when", when.toEpochMilli())
                .bind("reason", failure.stored())
                .bind("id", claim.id())
                .execute());
  }

  /** It was begun and not ended for a cause that does not lie in it: that is no attempt. */
  void giveBack(Claim claim, Instant when) {
    end(claim, 1, when);
  }

  /** It was begun and the program failed on it: others go first. */
  void letGo(Claim claim) {
    end(claim, 0, Instant.EPOCH);
  }

  private void end(Claim claim, int notCounted, Instant when) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET attempts = attempts - :less, retry_at = :when, claimed_by = '',"
                        + " claimed_until = 0 WHERE id = :id AND claimed_by = :desk")
                .bind("less", notCounted)
                .bind("when", when.toEpochMilli())
                .bind("id", claim.id())
                .bind("desk", desk)
                .execute());
  }

  private static Claim claimOf(ResultSet row) throws SQLException {
    return new Claim(
        row.getLong("id"),
        row.getString("sha256"),
        row.getString("source"),
        row.getLong("bytes"),
        row.getString("archived"),
        Instant.ofEpochMilli(row.getLong("received_at")),
        row.getInt("attempts") + 1,
        row.getInt("disk_faults"));
  }
}
