package yomitori.desk.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerOwnerTest {

  @TempDir Path folder;

  @Test
  void anIdentityThatAPowerCutLeftEmptyIsNone() throws Exception {
    Path identity = Files.createFile(folder.resolve("desk.id"));
    Path other = Files.createFile(folder.resolve("other.id"));
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      LedgerOwner.claim(ledger, identity, false, Instant.EPOCH);
      assertThat(identity).content().matches("[0-9a-f-]{36}");
      String made = Files.readString(identity);
      LedgerOwner.claim(ledger, identity, false, Instant.EPOCH);
      assertThat(identity).hasContent(made);
      assertThatThrownBy(() -> LedgerOwner.claim(ledger, other, false, Instant.EPOCH))
          .isInstanceOf(LedgerException.class);
    }
  }
}
