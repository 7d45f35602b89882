package yomitori.desk.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.desk.DataFolder;
import yomitori.desk.SettableClock;
import yomitori.desk.audit.Action;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.Audit;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.export.Exports;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.Postgres;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.SampleForm;

class RetentionTest {

  private static final Form FORM = SampleForm.form();
  private static final Actor MANAGER = new Actor(7, "hanako");
  private static final Optional<Duration> YEAR = Optional.of(Duration.ofDays(365));

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void anOldFaxGoesWithAllThatBelongsToItAndTheFactStays(String kind) throws Exception {
    DataFolder data = data();
    try (Ledger ledger = open(kind, data)) {
      long page = add(ledger, data, "old.tif", Read.accepted("institution_name", "山田医院"));
      decide(ledger, page);
      exports(ledger, data).make(MANAGER, Kind.NEW);
      List<Long> forgotten = new ArrayList<>();
      Retention retention = new Retention(ledger, data, YEAR, clock, forgotten::add);
      Due due = retention.due(10).orElseThrow();
      assertThat(due.first()).extracting(Due.OldFax::source).containsExactly("old.tif");
      assertThat(retention.remove(MANAGER, due.until(), due.faxes())).hasValue(1);
      assertThat(forgotten).containsExactly(page);
      for (String table :
          List.of("page", "field_value", "decision", "opinion", "reading", "exported", "lease")) {
        assertThat(number(ledger, "SELECT COUNT(*) FROM " + table)).as(table).isZero();
      }
      assertThat(text(ledger, "SELECT sha256 || state || name || source FROM fax"))
          .isEqualTo("old.tifremoved");
      assertThat(number(ledger, "SELECT SUM(records) FROM export")).isEqualTo(1);
      assertThat(new Audit(ledger, clock).newest(AuditFilter.ALL, Optional.empty(), 1))
          .allMatch(row -> row.deed().action() == Action.REMOVED && row.actor().equals(MANAGER));
      assertThat(exports(ledger, data).waiting().withdrawn()).isZero();
    }
    try (Stream<Path> archived = Files.list(data.archive())) {
      assertThat(archived).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sqlite", "postgresql"})
  void whatIsInDoubtNotExportedYoungOrCopiedIsKept(String kind) throws Exception {
    DataFolder data = data();
    try (Ledger ledger = open(kind, data)) {
      add(ledger, data, "doubt.tif", Read.doubt("institution_name", "?", 1));
      long copied = add(ledger, data, "copied.tif", Read.accepted("institution_name", "山田医院"));
      long copy = add(ledger, data, "copy.tif", Read.accepted("institution_name", "山田医院"));
      exports(ledger, data).make(MANAGER, Kind.NEW);
      add(ledger, data, "not exported.tif", Read.accepted("institution_name", "鈴木医院"));
      long young = clock.instant().toEpochMilli();
      ledger.change(
          h -> {
            h.execute("UPDATE page SET same_as = ? WHERE id = ?", copied, copy);
            h.execute("UPDATE fax SET taken_at = ? WHERE name = 'copy.tif'", young);
          });
      Retention retention = new Retention(ledger, data, YEAR, clock, page -> {});
      Due due = retention.due(10).orElseThrow();
      assertThat(due.faxes()).isZero();
      assertThat(due.inDoubt()).isEqualTo(1);
      assertThat(due.notHandedOver()).isEqualTo(1);
      clock.pass(Duration.ofDays(366));
      Due later = retention.due(10).orElseThrow();
      assertThat(later.first()).extracting(Due.OldFax::source).containsExactly("copy.tif");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = "sqlite")
  void nothingGoesWhereNoAgeIsSetOrMoreThanWasSeenOrNotOldEnough(String kind) throws Exception {
    DataFolder data = data();
    try (Ledger ledger = open(kind, data)) {
      add(ledger, data, "old.tif", Read.accepted("institution_name", "山田医院"));
      exports(ledger, data).make(MANAGER, Kind.NEW);
      Retention none = new Retention(ledger, data, Optional.empty(), clock, page -> {});
      assertThat(none.due(10)).isEmpty();
      assertThat(none.remove(MANAGER, clock.instant(), 9)).isEmpty();
      Retention retention = new Retention(ledger, data, YEAR, clock, page -> {});
      assertThat(retention.remove(MANAGER, clock.instant(), 9)).isEmpty();
      assertThat(retention.remove(MANAGER, retention.due(1).orElseThrow().until(), 0)).isEmpty();
      assertThat(number(ledger, "SELECT COUNT(*) FROM page")).isEqualTo(1);
    }
  }

  private DataFolder data() throws IOException {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.create();
    return data;
  }

  private static Ledger open(String kind, DataFolder data) {
    return kind.equals("sqlite") ? Ledger.sqlite(data.ledger()) : Postgres.newLedger();
  }

  private Exports exports(Ledger ledger, DataFolder data) {
    return new Exports(ledger, data.exports(), List.of(FORM), CsvEncoding.UTF_8, clock);
  }

  private static long add(Ledger ledger, DataFolder data, String name, Read field)
      throws IOException {
    Files.writeString(data.archive().resolve(name), name);
    return FilledLedger.addPage(ledger, FORM, name, List.of(field));
  }

  private static void decide(Ledger ledger, long page) {
    ledger.change(
        h -> {
          h.execute(
              "INSERT INTO decision (id, page_id, field, operator_id, operator, at, kind, step, said,"
                  + " old_value, old_confidence, old_decision, old_reason, new_value,"
                  + " new_confidence, new_decision, new_reason) VALUES (1, ?, 'f', 7, 'hanako', 0,"
                  + " 'second', 's', '', '', 0, '', '', '', 0, '', '')",
              page);
          h.execute(
              "INSERT INTO opinion (decision_id, page_id, field, operator_id, value, closed_by)"
                  + " VALUES (1, ?, 'f', 7, '', 1)",
              page);
          h.execute(
              "INSERT INTO lease (page_id, operator_id, operator, taken_at, until) VALUES (?, 7,"
                  + " 'hanako', 0, 0)",
              page);
          h.execute("INSERT INTO recheck (page_id, field, value) VALUES (?, 'f', '')", page);
          h.execute(
              "INSERT INTO skipped (operator_id, page_id, field, at, until) VALUES (7, ?, 'f', 0, 0)",
              page);
        });
  }

  private static int number(Ledger ledger, String sql) {
    return ledger.read(h -> h.createQuery(sql).mapTo(int.class).one());
  }

  private static String text(Ledger ledger, String sql) {
    return ledger.read(h -> h.createQuery(sql).mapTo(String.class).one());
  }
}
