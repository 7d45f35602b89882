package yomitori.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.ledger.Ledger;

class AuditTest {

  private static final Instant NOON = Instant.parse("2022-11-15T03:00:00Z");
  private static final Actor HANAKO = new Actor(7, "hanako");

  @TempDir Path folder;
  private Ledger ledger;
  private Audit audit;

  @BeforeEach
  void open() {
    ledger = Ledger.sqlite(folder.resolve("ledger.db"));
    audit = new Audit(ledger, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void givesBackWhatWasDone() {
    Deed deed = new Deed(Action.CORRECTED, "page", "12", "q1", "1", "0");
    audit.add(HANAKO, deed);
    assertThat(audit.newest(AuditFilter.ALL, Optional.empty(), 10))
        .containsExactly(new AuditRow(1, NOON, HANAKO, deed));
  }

  @Test
  void aRowIsNeitherChangedNorRemoved() {
    audit.add(HANAKO, Deed.of(Action.SEEN, "page", "12"));
    for (String sql : List.of("UPDATE audit SET operator = 'x'", "DELETE FROM audit")) {
      assertThatThrownBy(() -> ledger.change(h -> h.execute(sql)))
          .hasStackTraceContaining("the audit trail is never");
    }
    assertThat(audit.newest(AuditFilter.ALL, Optional.empty(), 10)).hasSize(1);
  }

  @Test
  void aRowGoesWithItsTransaction() {
    assertThatThrownBy(
            () ->
                ledger.change(
                    h -> {
                      Audit.add(h, NOON, HANAKO, Deed.of(Action.SEEN, "page", "12"));
                      throw new IllegalStateException("in the midst of it");
                    }))
        .isInstanceOf(IllegalStateException.class);
    assertThat(audit.newest(AuditFilter.ALL, Optional.empty(), 10)).isEmpty();
  }

  @Test
  void isLookedThroughByWhoWhatAndWhen() {
    audit.add(HANAKO, Deed.of(Action.SEEN, "page", "12"));
    audit.add(Actor.DESK, Deed.of(Action.EXPORTED, "export", "1"));
    assertThat(subjects(new AuditFilter(none(), none(), Optional.of("hanako"), none(), none())))
        .containsExactly("page");
    assertThat(
            subjects(new AuditFilter(none(), none(), none(), Optional.of(Action.EXPORTED), none())))
        .containsExactly("export");
    assertThat(subjects(new AuditFilter(none(), none(), none(), none(), Optional.of("12"))))
        .containsExactly("page");
    assertThat(subjects(new AuditFilter(none(), Optional.of(NOON), none(), none(), none())))
        .isEmpty();
  }

  @Test
  void newestRowsAreLeafedThrough() {
    for (int page = 1; page <= 5; page++) {
      audit.add(HANAKO, Deed.of(Action.SEEN, "page", Integer.toString(page)));
    }
    assertThat(audit.newest(AuditFilter.ALL, Optional.empty(), 2))
        .extracting(AuditRow::id)
        .containsExactly(5L, 4L);
    assertThat(audit.newest(AuditFilter.ALL, Optional.of(4L), 2))
        .extracting(AuditRow::id)
        .containsExactly(3L, 2L);
  }

  private List<String> subjects(AuditFilter filter) {
    List<String> subjects = new ArrayList<>();
    audit.each(filter, row -> subjects.add(row.deed().subject()));
    return subjects;
  }

  private static <T> Optional<T> none() {
    return Optional.empty();
  }
}
