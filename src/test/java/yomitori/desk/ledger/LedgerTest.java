package yomitori.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

  @TempDir Path folder;

  @Test
  void keepsWhatWasWrittenWhenItIsOpenedAgain() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      ledger.change(LedgerTest::addFax);
    }
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      assertThat(faxes(ledger)).isEqualTo(1);
    }
  }

  @Test
  void aWriteThatFailsLeavesNothing() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
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
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      assertThatThrownBy(
              () ->
                  ledger.read(
                      handle -> {
                        addFax(handle);
                        return 0;
                      }))
          .hasMessageContaining("readonly");
      assertThat(faxes(ledger)).isZero();
    }
  }

  @Test
  void aReadDoesNotWaitForAWrite() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
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
  void whatIsNoDatabaseIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("ledger.db"), "this is a letter, no database");
    assertThatThrownBy(() -> Ledger.sqlite(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("ledger.db");
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
