package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenPartsTest {

  private final List<String> closed = new ArrayList<>();
  private final OpenParts parts = new OpenParts();

  private void keep(String name, Exception fault) {
    parts.keep(
        () -> {
          closed.add(name);
          if (fault != null) {
            throw fault;
          }
        });
  }

  @Test
  void everyPartIsClosedAndTheFirstFaultIsToldWithTheOthers() {
    Exception first = new IOException("disk");
    Exception second = new IllegalStateException("ledger");
    keep("lock", null);
    keep("ledger", second);
    keep("inbox", first);
    assertThatThrownBy(parts::close)
        .isInstanceOf(IllegalStateException.class)
        .hasCause(first)
        .cause()
        .hasSuppressedException(second);
    assertThat(closed).containsExactly("inbox", "ledger", "lock");
  }

  @Test
  void aFaultOfTheStartIsNotHiddenByOneOfTheClosing() {
    keep("lock", null);
    keep("ledger", new IOException("disk"));
    Exception start = new IOException("the port is taken");
    parts.closeAfter(start);
    assertThat(closed).containsExactly("ledger", "lock");
    assertThat(start.getSuppressed()).hasSize(1);
  }
}
