package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.DataFolder;
import yomitori.desk.ledger.Ledger;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;

/** A desk that works is saved, and comes back in another folder. */
class BackupCommandTest {

  private static final Path FAX = Path.of("testdata/demo/fax-20221115-0912.tif");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final String RECORDS =
      "SELECT fax.sha256 || fax.source || page.status || field || value FROM fax JOIN page ON"
          + " page.fax_id = fax.id JOIN field_value v ON v.page_id = page.id ORDER BY 1";

  @TempDir Path folder;

  private final StringWriter err = new StringWriter();
  private DataFolder data;
  private DataFolder restored;
  private Path file;

  @BeforeEach
  void names() {
    data = new DataFolder(folder.resolve("data"));
    restored = new DataFolder(folder.resolve("elsewhere/restored"));
    file = folder.resolve("desk.zip");
  }

  @Test
  void aWorkingDeskComesBackElsewhereWithTheSameRecordsAndGoesOn() throws Exception {
    List<String> before;
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      Files.createDirectories(data.inbox().resolve("office"));
      Files.copy(FAX, data.inbox().resolve("office/two\nlines.tif"));
      Files.writeString(data.settings(), "web:\n  port: 1\n");
      await(data, 1);
      Files.createDirectories(data.tally().resolve("sources/web"));
      Files.writeString(data.tally().resolve("sources/web/web.yaml"), "id: web");
      Files.writeString(data.inbox().resolve(".still coming.tif"), "half");
      before = rows(data, RECORDS);
      assertThat(run("backup", "--data", data.root().toString(), "--out", file.toString()))
          .isZero();
    }
    assertThat(run("restore", "--from", file.toString(), "--data", restored.root().toString()))
        .as(err.toString())
        .isZero();
    assertThat(rows(restored, RECORDS)).isEqualTo(before).isNotEmpty();
    assertThat(restored.settings()).hasContent("web:\n  port: 1\n");
    assertThat(restored.inbox().resolve(".still coming.tif")).hasContent("half");
    assertThat(restored.tally().resolve("sources/web/web.yaml")).hasContent("id: web");
    try (RunningDesk desk = RunningDesk.start(plan(restored), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      Files.copy(Path.of("testdata/demo/fax-20221115-1004.tif"), restored.inbox().resolve("b.tif"));
      await(restored, 2);
    }
    assertThat(
            restored.root().resolve(rows(restored, "SELECT archived FROM fax ORDER BY id").get(0)))
        .hasSameBinaryContentAs(FAX);
  }

  @Test
  void aFaxThatWasOnItsWayIsReadAfterTheRestore() throws Exception {
    data.create();
    Files.copy(FAX, data.archive().resolve("a.tif"));
    try (Ledger ledger = Ledger.sqlite(data.ledger())) {
      ledger.change(
          h ->
              h.execute(
                  "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                      + " archived, state) VALUES ('a', 'a.tif', 'a.tif', '', 1, 0, 0,"
                      + " 'archive/a.tif', 'moving')"));
    }
    try (RunningDesk desk = RunningDesk.start(plan(data), Clock.systemUTC())) {
      assertThat(desk.address()).isNotEmpty();
      await(data, 1);
    }
  }

  @Test
  void aDamagedBackupRestoresNothing() throws Exception {
    data.create();
    Ledger.sqlite(data.ledger()).close();
    Files.copy(FAX, data.archive().resolve("a.tif"));
    assertThat(run("backup", "--data", data.root().toString(), "--out", file.toString())).isZero();
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length / 2] ^= 1;
    Files.write(file, bytes);
    assertThat(run("restore", "--from", file.toString(), "--data", restored.root().toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("damaged");
    assertThat(restored.root()).doesNotExist();
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    assertThat(run("restore", "--from", file.toString(), "--data", restored.root().toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("only a part");
  }

  @Test
  void nothingIsOverwritten() throws Exception {
    data.create();
    Ledger.sqlite(data.ledger()).close();
    Files.writeString(file, "another backup");
    assertThat(run("backup", "--data", data.root().toString(), "--out", file.toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(file).hasContent("another backup");
    Files.delete(file);
    assertThat(run("backup", "--data", data.root().toString(), "--out", file.toString())).isZero();
    assertThat(run("restore", "--from", file.toString(), "--data", data.root().toString()))
        .isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString()).contains("is there already", "is not empty");
  }

  private int run(String... line) {
    Session session =
        new Session(
            folder,
            new PrintWriter(new StringWriter(), true),
            new PrintWriter(err, true),
            false,
            new Messages(Locale.ENGLISH),
            PaperRooms.rooms());
    return Yomitori.commandLine(session).execute(line);
  }

  private static RunningDesk.Plan plan(DataFolder data) {
    return new RunningDesk.Plan(
        data,
        RunningDeskTest.BLANKS,
        TallyPages.survey(RunningDeskTest.BLANKS, data.root(), Masters.NONE),
        DeskReader.of(
            (page, receivedAt) ->
                new PageRecord(
                    page.sha256(),
                    "sample",
                    "1",
                    "fax.tif",
                    1,
                    Instant.EPOCH,
                    Status.ACCEPTED,
                    SampleForm.values("山田医院"))),
        QuickSettings.of(Map.of()),
        false);
  }

  private static void await(DataFolder data, int read) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (rows(data, "SELECT id FROM fax WHERE state = 'read'").size() != read) {
      assertThat(System.nanoTime()).as("still not read").isLessThan(end);
      Thread.sleep(20);
    }
  }

  private static List<String> rows(DataFolder data, String sql) {
    try (Ledger ledger = Ledger.sqlite(data.ledger())) {
      return ledger.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
  }
}
