package yomitori.desk.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest extends LedgerContract {

  @TempDir Path folder;

  @Override
  Ledger open() {
    return Ledger.sqlite(folder.resolve("ledger.db"));
  }

  @Test
  void whatIsNoDatabaseIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("ledger.db"), "this is a letter, no database");
    assertThatThrownBy(() -> Ledger.sqlite(file))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("ledger.db");
  }
}
