package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.DataFolder;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.LedgerException;
import yomitori.desk.ledger.Postgres;
import yomitori.desk.reading.RecordReader;
import yomitori.desk.settings.Setting;
import yomitori.form.Form;
import yomitori.geometry.GrayImage;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.register.Blank;

class RunningDeskTest {

  private static final Form FORM = SampleForm.form();

  /** The sample form, printed on white. */
  static final List<Blank> BLANKS = List.of(new Blank(FORM, GrayImage.white(210, 148), 1));

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  @Test
  void aDroppedFaxIsReadAndABrokenOneIsLaidOutWithItsReason() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).startsWith("http://127.0.0.1:");
      Files.copy(sample(), data.inbox().resolve("good.tif"));
      Files.writeString(data.inbox().resolve("broken.tif"), "no fax at all");
      await(data, "SELECT COUNT(*) FROM fax WHERE state = 'read'", 1);
      await(data, "SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 1", 1);
    }
    assertThat(count(data, "SELECT COUNT(*) FROM page WHERE status = 'accepted'")).isEqualTo(1);
    assertThat(count(data, "SELECT COUNT(*) FROM field_value")).isEqualTo(5);
    try (Stream<Path> failed = Files.list(data.failed())) {
      List<Path> files = failed.sorted().toList();
      assertThat(files).hasSize(2);
      assertThat(files.get(0).getFileName().toString()).endsWith("-broken.tif");
      assertThat(files.get(1)).content().contains("broken.tif").doesNotContain("Exception");
    }
  }

  @Test
  void aFaxOnWhichTheProgramFailsDoesNotStopTheOthers() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    RecordReader poisoned =
        (page, receivedAt) -> {
          if (page.source().equals("poison.tif")) {
            throw new IllegalStateException("planted");
          }
          return record(page.sha256());
        };
    try (RunningDesk desk = RunningDesk.start(plan(data, poisoned), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      Files.copy(sample(), data.inbox().resolve("poison.tif"));
      await(data, "SELECT COUNT(*) FROM page WHERE status = 'failed'", 1);
      Files.write(data.inbox().resolve("good.tif"), changed(sample()));
      await(data, "SELECT COUNT(*) FROM page WHERE status = 'accepted'", 1);
    }
  }

  @Test
  void itsPagesAskWhoOneIsAndTheFirstManagerIsMadeByTheConsolesToken() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC()); ) {
      HttpClient client = HttpClient.newHttpClient();
      var home =
          client.send(
              HttpRequest.newBuilder(URI.create(desk.address() + "/login")).build(),
              BodyHandlers.ofString());
      assertThat(home.statusCode()).isEqualTo(200);
      var setUp =
          client.send(
              HttpRequest.newBuilder(URI.create(desk.setUpAddress().orElseThrow())).build(),
              BodyHandlers.ofString());
      assertThat(setUp.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void whatAKilledProcessLeftOfUploadsGoesAtTheStartAndNothingOfOthers() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    data.create();
    Path scratch = Files.createDirectory(data.root().resolve(".uploads"));
    Path half = Files.writeString(scratch.resolve("MultiPart123"), "half");
    Path office = Files.createDirectory(data.inbox().resolve("office"));
    Path dropped = Files.writeString(office.resolve(".drop-0123456789abcdef.part"), "half");
    Path ofOthers = Files.writeString(office.resolve(".0123456789abcdef.part"), "half");
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      assertThat(List.of(half, dropped)).noneMatch(Files::exists);
      assertThat(ofOthers).exists();
    }
  }

  @Test
  void itsFolderIsItsOwnersAlone() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("new/data"));
    data.create();
    assertThat(Files.getPosixFilePermissions(data.root()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void aSecondDeskOnTheSameFolderIsRefused() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).startsWith("http://127.0.0.1:");
      assertThatThrownBy(() -> RunningDesk.start(plan(data), Clock.systemUTC()))
          .isInstanceOf(FolderLock.HeldException.class);
    }
  }

  @Test
  void aPdfOfAMailToFolderMachineIsReadAndItsNameIsNotInTheLog() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      Path sender = Files.createDirectory(data.inbox().resolve("03-1234-5678"));
      Files.copy(
          Path.of("testdata/demo/fax-20221118-1055.pdf"),
          sender.resolve("鈴木医院 <scan@example.jp>.pdf"));
      Files.writeString(sender.resolve("鈴木医院.tif"), "no fax at all");
      await(data, "SELECT COUNT(*) FROM fax WHERE state = 'read'", 1);
      await(data, "SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 1", 1);
    }
    String log = Files.readString(data.logs().resolve("desk.jsonl"));
    assertThat(log).contains("taken: ").doesNotContain("鈴木", "1234", "example.jp");
  }

  @Test
  void aSecondDeskOnTheSameDatabaseIsRefusedUntilItIsBoundAnew() throws Exception {
    String url = Postgres.newDatabase();
    Path moved = folder.resolve("moved");
    DataFolder first = new DataFolder(folder.resolve("first"));
    RunningDesk.start(plan(first, url, false), Clock.systemUTC()).close();
    Files.move(first.root(), moved);
    RunningDesk.start(plan(new DataFolder(moved), url, false), Clock.systemUTC()).close();
    DataFolder other = new DataFolder(folder.resolve("other"));
    assertThatThrownBy(() -> RunningDesk.start(plan(other, url, false), Clock.systemUTC()))
        .isInstanceOfSatisfying(
            LedgerException.class, e -> assertThat(e.said(Locale.JAPANESE)).contains("--rebind"));
    RunningDesk.start(plan(other, url, true), Clock.systemUTC()).close();
    assertThatThrownBy(
            () -> RunningDesk.start(plan(new DataFolder(moved), url, false), Clock.systemUTC()))
        .isInstanceOf(LedgerException.class);
  }

  private static RunningDesk.Plan plan(DataFolder data, String url, boolean rebind) {
    return new RunningDesk.Plan(
        data,
        BLANKS,
        TallyPages.survey(BLANKS, data.root(), Masters.NONE),
        DeskReader.of((page, receivedAt) -> record(page.sha256())),
        QuickSettings.of(Map.of(Setting.DATABASE_URL, url, Setting.DATABASE_USER, Postgres.USER)),
        rebind);
  }

  private static RunningDesk.Plan plan(DataFolder data) {
    return plan(data, (page, receivedAt) -> record(page.sha256()));
  }

  private static RunningDesk.Plan plan(DataFolder data, RecordReader reader) {
    return new RunningDesk.Plan(
        data,
        BLANKS,
        TallyPages.survey(BLANKS, data.root(), Masters.NONE),
        DeskReader.of(reader),
        QuickSettings.of(Map.of()),
        false);
  }

  private static PageRecord record(String id) {
    return new PageRecord(
        id,
        "sample",
        "1",
        "fax.tif",
        1,
        java.time.Instant.EPOCH,
        Status.ACCEPTED,
        SampleForm.values("山田医院"));
  }

  private static Path sample() {
    return Path.of("testdata/demo/fax-20221115-0912.tif");
  }

  /** The same fax with a byte behind its end. */
  private static byte[] changed(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return java.util.Arrays.copyOf(bytes, bytes.length + 1);
  }

  private static void await(DataFolder data, String sql, int wanted) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (count(data, sql) != wanted) {
      assertThat(System.nanoTime()).as(sql).isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static int count(DataFolder data, String sql) {
    try (Ledger ledger = Ledger.sqlite(data.ledger())) {
      return ledger.read(handle -> handle.createQuery(sql).mapTo(int.class).one());
    }
  }
}
