package yomitori.desk.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.desk.SettableClock;
import yomitori.desk.export.ExportSchedule.Times;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.SampleForm;

class ExportScheduleTest {

  private static final Form FORM = SampleForm.form();

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "24, 18:00, 2022-11-18T18:00, 2022-11-18T18:00",
    "24, 18:00, 2022-11-18T17:59, 2022-11-17T18:00",
    "1, 00:00, 2022-11-18T09:40, 2022-11-18T09:00",
    "6, 18:00, 2022-11-18T09:40, 2022-11-18T06:00",
    "5, 08:00, 2022-11-18T07:59, 2022-11-18T04:00",
  })
  void knowsWhenItWasTimeLast(int hours, LocalTime at, String now, String before) {
    assertThat(new Times(hours, at).before(utc(now))).isEqualTo(utc(before).toInstant());
  }

  @Test
  void exportsWhenItIsTimeAndMakesUpForATimeThatWasMissed() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      SettableClock clock = new SettableClock();
      Exports exports = exports(ledger, clock);
      ExportSchedule schedule = schedule(exports, clock, new Problems());
      FilledLedger.addPage(ledger, FORM, "a", List.of());
      schedule.look();
      assertThat(exports.newest(Optional.empty(), 9)).as("the one of the day before").hasSize(1);
      FilledLedger.addPage(ledger, FORM, "b", List.of());
      clock.pass(Duration.ofHours(17));
      schedule.look();
      assertThat(exports.newest(Optional.empty(), 9)).hasSize(1);
      clock.pass(Duration.ofHours(1));
      schedule.look();
      schedule.look();
      assertThat(exports.newest(Optional.empty(), 9)).hasSize(2);
    }
  }

  @Test
  void whatCannotBeWrittenIsAProblemUntilItCan() throws Exception {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      SettableClock clock = new SettableClock();
      Problems problems = new Problems();
      ExportSchedule schedule = schedule(exports(ledger, clock), clock, problems);
      FilledLedger.addPage(ledger, FORM, "a", List.of());
      Path inTheWay = Files.writeString(folder.resolve("exports"), "a file");
      schedule.look();
      assertThat(problems.all()).hasSize(1);
      Files.delete(inTheWay);
      schedule.look();
      assertThat(problems.all()).as("not at once").hasSize(1);
      clock.pass(Duration.ofMinutes(10));
      schedule.look();
      assertThat(problems.all()).isEmpty();
    }
  }

  @Test
  void aRecordThatCannotBeReadDoesNotEndTheSchedule() {
    try (Ledger ledger = Ledger.sqlite(folder.resolve("ledger.db"))) {
      SettableClock clock = new SettableClock();
      Problems problems = new Problems();
      ExportSchedule schedule = schedule(exports(ledger, clock), clock, problems);
      FilledLedger.addPage(ledger, FORM, "a", List.of(Read.accepted("institution_name", "山田医院")));
      ledger.change(h -> h.execute("UPDATE field_value SET reason = 'unheard_of'"));
      schedule.look();
      assertThat(problems.all()).extracting(Problems.Problem::place).containsExactly(Place.EXPORT);
      ledger.change(h -> h.execute("UPDATE field_value SET reason = ''"));
      clock.pass(Duration.ofMinutes(10));
      schedule.look();
      assertThat(problems.all()).isEmpty();
    }
  }

  private Exports exports(Ledger ledger, SettableClock clock) {
    return new Exports(ledger, folder.resolve("exports"), List.of(FORM), CsvEncoding.UTF_8, clock);
  }

  private static ExportSchedule schedule(Exports exports, SettableClock clock, Problems problems) {
    return new ExportSchedule(exports, new Times(24, LocalTime.of(18, 0)), problems, clock);
  }

  private static ZonedDateTime utc(String time) {
    return LocalDateTime.parse(time).atZone(ZoneOffset.UTC);
  }
}
