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
 * The faxes that wait to be read. Several desks on one database claim them without meeting; a claim
 * that is not renewed ends by itself.
 */
final class WaitingFaxes {

  /** Longer than the slowest page takes, for it is renewed at every page. */
  private static final Duration CLAIM = Duration.ofMinutes(10);

  private static final String COLUMNS = "id, source, archived, received_at, attempts ";

  private final Ledger ledger;
  private final String desk;

  /**
   * A fax that this desk reads now.
   *
   * @param id in the ledger
   * @param source its path below the inbox
   * @param archived its file, below the data folder
   * @param receivedAt when its file was last written
   * @param attempts how often it was begun, this time too
   */
  record Claim(long id, String source, String archived, Instant receivedAt, int attempts) {}

  /**
   * @param desk names this desk among those that share the database, over restarts
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
                          + " claimed_until <= :now ORDER BY attempts, id LIMIT 1")
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

  /** Keeps a claim while its fax is read, and notes how many pages the file has. */
  void keep(Claim claim, int pages, Instant now) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET claimed_until = :until, pages = :pages WHERE id = :id AND"
                        + " claimed_by = :desk")
                .bind("until", now.plus(CLAIM).toEpochMilli())
                .bind("pages", pages)
                .bind("id", claim.id())
                .bind("desk", desk)
                .execute());
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
                        + " claimed_until = 0, told = CASE WHEN EXISTS (SELECT 1 FROM page WHERE"
                        + " page.fax_id = fax.id AND page.status = 'failed') THEN 0 ELSE 1 END"
                        + " WHERE id = :id")
                .bind("state", state)
                .bind("reason", failure.map(Failure::stored).orElse(""))
                .bind("id", claim.id())
                .execute());
  }

  /** It is tried again later. */
  void later(Claim claim, Failure failure, Instant when) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET retry_at = :when, reason = :reason, claimed_by = '',"
                        + " claimed_until = 0 WHERE id = :id")
                .bind("when", when.toEpochMilli())
                .bind("reason", failure.stored())
                .bind("id", claim.id())
                .execute());
  }

  /** It was begun and not ended, for the desk was asked to stop: that is no attempt. */
  void giveBack(Claim claim) {
    ledger.change(
        handle ->
            handle
                .createUpdate(
                    "UPDATE fax SET attempts = attempts - 1, claimed_by = '', claimed_until = 0"
                        + " WHERE id = :id")
                .bind("id", claim.id())
                .execute());
  }

  private static Claim claimOf(ResultSet row) throws SQLException {
    return new Claim(
        row.getLong("id"),
        row.getString("source"),
        row.getString("archived"),
        Instant.ofEpochMilli(row.getLong("received_at")),
        row.getInt("attempts") + 1);
  }
}
