package yomitori.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.Test;

/** What every database that a ledger may be in keeps to. */
abstract class LedgerContract {

  /** Opens the same database each time. */
  abstract Ledger open();

  @Test
  void keepsWhatWasWrittenWhenItIsOpenedAgain() {
    try (Ledger ledger = open()) {
      ledger.change(LedgerContract::addFax);
    }
    try (Ledger ledger = open()) {
      assertThat(faxes(ledger)).isEqualTo(1);
    }
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    try (Ledger ledger = open()) {
      assertThatThrownBy(
              () ->
                  ledger.change(
                      handle -> {
                        addFax(handle);
                        throw new IllegalStateException("in the midst of it");
                      }))
          .isInstanceOf(IllegalStateException.class);
      assertThat(faxes(ledger)).isZero();
    }
  }

  @Test
  void nothingIsWrittenThroughARead() {
    try (Ledger ledger = open()) {
      assertThatThrownBy(
              () ->
                  ledger.read(
                      handle -> {
                        addFax(handle);
                        return 0;
                      }))
          .isInstanceOf(JdbiException.class);
      assertThat(faxes(ledger)).isZero();
    }
  }

  @Test
  void aReadDoesNotWaitForAWrite() {
    try (Ledger ledger = open()) {
      int seenMeanwhile =
          ledger.write(
              handle -> {
                addFax(handle);
                return faxes(ledger);
              });
      assertThat(seenMeanwhile).isZero();
      assertThat(faxes(ledger)).isEqualTo(1);
    }
  }

  @Test
  void aLedgerOfANewerYomitoriIsRefused() {
    try (Ledger ledger = open()) {
      ledger.change(
          h -> h.execute("UPDATE flyway_schema_history SET version = '9999' WHERE version = '60'"));
    }
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            LedgerException.class,
            e -> assertThat(e.said(Locale.ENGLISH)).contains("newer Yomitori"));
  }

  private static void addFax(Handle handle) {
    handle
        .createUpdate(
            "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at, archived,"
                + " state) VALUES (:sha256, 'a.tif', 'a.tif', '', 1, 0, 0, 'archive/a.tif',"
                + " 'waiting')")
        .bind("sha256", "ab")
        .execute();
  }

  private static int faxes(Ledger ledger) {
    return ledger.read(h -> h.createQuery("SELECT COUNT(*) FROM fax").mapTo(int.class).one());
  }
}
