package yomitori.desk.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.Await;
import yomitori.desk.DataFolder;
import yomitori.desk.FileHash;
import yomitori.desk.SettableClock;
import yomitori.desk.day.Day;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.ledger.Ledger;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.resolve.FieldValue.Reason;

/** Nothing stops the line, and no fax pays for what is not its fault. */
class ReadingLineTest {

  private static final Path FAX = Path.of("testdata/demo/fax-20221115-0912.tif");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  private final SettableClock clock = new SettableClock();
  private final Problems problems = new Problems();
  private DataFolder data;
  private Ledger ledger;

  @BeforeEach
  void open() throws IOException {
    data = new DataFolder(folder.resolve("data"));
    data.create();
    ledger = Ledger.sqlite(data.ledger());
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void aShareThatIsAwayForHoursCostsAFaxNothing() throws Exception {
    Path file = waiting("a.tif");
    Path away = Files.move(file, folder.resolve("away"));
    try (ReadingLine line = line((page, at) -> record("a"), Long.MAX_VALUE)) {
      line.start();
      for (int times = 1; times <= FaxReading.MOST_ATTEMPTS + 2; times++) {
        int wanted = times;
        await(() -> number("SELECT disk_faults FROM fax") == wanted);
        clock.pass(Duration.ofMinutes(11));
      }
      assertThat(problems.all()).anyMatch(p -> p.place() == Place.READING);
      Files.move(away, file);
      clock.pass(Duration.ofMinutes(11));
      await(() -> number("SELECT COUNT(*) FROM fax WHERE state = 'read'") == 1);
    }
    assertThat(number("SELECT attempts FROM fax")).isEqualTo(1);
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aFileThatIsNotAsItCameIsPutOffNotFailed() throws Exception {
    Files.writeString(waiting("a.tif"), "half of it");
    try (ReadingLine line = line((page, at) -> record("a"), Long.MAX_VALUE)) {
      line.start();
      await(() -> number("SELECT disk_faults FROM fax") == 1);
    }
    assertThat(number("SELECT COUNT(*) FROM page")).isZero();
    assertThat(number("SELECT attempts FROM fax")).isZero();
  }

  @Test
  void aPageThatLackedMemoryBesideOthersIsReadAlone() throws Exception {
    waiting("a.tif");
    AtomicInteger times = new AtomicInteger();
    RecordReader reader =
        (page, at) -> {
          if (times.incrementAndGet() == 1) {
            throw new OutOfMemoryError("planted");
          }
          return record("a");
        };
    try (ReadingLine line = line(reader, Long.MAX_VALUE)) {
      line.start();
      await(() -> number("SELECT COUNT(*) FROM page WHERE status = 'accepted'") == 1);
    }
    assertThat(times).hasValue(2);
  }

  @Test
  void aMissingLibraryIsNoFaultOfTheFaxAndDoesNotEndTheThread() throws Exception {
    waiting("a.tif");
    AtomicInteger times = new AtomicInteger();
    RecordReader reader =
        (page, at) -> {
          if (times.incrementAndGet() == 1) {
            throw new UnsatisfiedLinkError("planted");
          }
          return record("a");
        };
    try (ReadingLine line = line(reader, Long.MAX_VALUE)) {
      line.start();
      await(() -> problems.all().stream().anyMatch(p -> p.place() == Place.READING));
      await(() -> number("SELECT COUNT(*) FROM fax WHERE retry_at > 0") == 1);
      clock.pass(Duration.ofMinutes(2));
      await(() -> number("SELECT COUNT(*) FROM fax WHERE state = 'read'") == 1);
      await(() -> problems.all().isEmpty());
    }
    assertThat(number("SELECT attempts FROM fax")).isEqualTo(1);
  }

  @Test
  void anErrorOnAPageIsThatPagesAlone() throws Exception {
    waiting("a.tif");
    RecordReader reader =
        (page, at) -> {
          throw new AssertionError("planted");
        };
    try (ReadingLine line = line(reader, Long.MAX_VALUE)) {
      line.start();
      await(() -> number("SELECT COUNT(*) FROM fax WHERE state = 'read' AND told = 1") == 1);
    }
    assertThat(number("SELECT COUNT(*) FROM page WHERE reason LIKE 'FAULT%'")).isEqualTo(1);
  }

  @Test
  void aFileBeyondTheLimitIsLaidOutWithTheReason() throws Exception {
    waiting("長".repeat(80) + "\n.tif");
    try (ReadingLine line = line((page, at) -> record("a"), 1)) {
      line.start();
      await(() -> number("SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 1") == 1);
    }
    assertThat(reason()).contains("inbox.largest_mb");
  }

  @Test
  void aFaxThatVanishedIsLaidOutWithTheReason() throws Exception {
    Files.delete(waiting("a.tif"));
    ledger.change(h -> h.execute("UPDATE fax SET state = 'failed', reason = 'VANISHED'"));
    try (ReadingLine line = line((page, at) -> record("a"), Long.MAX_VALUE)) {
      line.start();
      await(() -> number("SELECT COUNT(*) FROM fax WHERE told = 1") == 1);
    }
    assertThat(reason()).contains("取り込み中にファイルが無くなりました");
  }

  @Test
  void aPageThatIsThereTwiceIsInDoubtOnce() throws Exception {
    waiting("a.tif");
    ledger.change(
        h ->
            h.execute(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state) SELECT 'other', name, source, sender, bytes, 0, 0, archived,"
                    + " state FROM fax"));
    PageLedger pages = new PageLedger(ledger, List.of(SampleForm.form()));
    long first = pages.add(1, doubtful(), clock.instant());
    long second = pages.add(2, doubtful(), clock.instant());
    assertThat(number("SELECT same_as FROM page WHERE id = " + second)).isEqualTo((int) first);
    var figures = new Day(ledger).since(clock.instant());
    assertThat(figures.doubts()).isEqualTo(1);
    assertThat(figures.review()).isEqualTo(1);
  }

  private ReadingLine line(RecordReader reader, long largestBytes) {
    PageLedger pages = new PageLedger(ledger, List.of(SampleForm.form()));
    return new ReadingLine(data, ledger, "desk", pages, reader, 1, largestBytes, problems, clock);
  }

  /** A fax in the archive that waits to be read. */
  private Path waiting(String name) throws IOException {
    Path file = Files.copy(FAX, data.archive().resolve("fax.tif"));
    ledger.change(
        h ->
            h.execute(
                "INSERT INTO fax (sha256, name, source, sender, bytes, received_at, taken_at,"
                    + " archived, state) VALUES (?, ?, ?, '', 1000, 0, 0, 'archive/fax.tif',"
                    + " 'waiting')",
                hash(file),
                name,
                name));
    return file;
  }

  private static String hash(Path file) {
    try {
      return FileHash.sha256(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static PageRecord record(String id) {
    return new PageRecord(
        id, "sample", "1", "a.tif", 1, Instant.EPOCH, Status.ACCEPTED, SampleForm.values("山田医院"));
  }

  private static PageRecord doubtful() {
    var values = SampleForm.values("山田医院");
    values.set(2, SampleForm.doubtful("q1.installed", "?", Reason.FAINT_MARK));
    return new PageRecord("a", "sample", "1", "a.tif", 1, Instant.EPOCH, Status.REVIEW, values);
  }

  private String reason() throws IOException {
    try (Stream<Path> files = Files.list(data.failed())) {
      Path reason =
          files.filter(f -> f.toString().endsWith(".reason.txt")).findFirst().orElseThrow();
      return Files.readString(reason);
    }
  }

  private int number(String sql) {
    return ledger.read(h -> h.createQuery(sql).mapTo(int.class).one());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Await.until(PATIENCE, condition);
  }
}
