package yomitori.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.Await;
import yomitori.desk.DataFolder;
import yomitori.desk.health.Problems;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.inbox.Inbox.Rules;
import yomitori.desk.ledger.Ledger;

/** What comes in offices: files that grow, vanish, cannot be moved, or have names of any kind. */
class OddArrivalsTest {

  private static final Rules QUICK =
      new Rules(Duration.ofMillis(30), Duration.ofMillis(20), 1000, 1000, 10);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir Path folder;

  private final Problems problems = new Problems();
  private final AtomicLong freeBytes = new AtomicLong(1000);
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
  void aFileThatTheArchiveDoesNotTakeIsTriedAgainUntilItDoes() throws Exception {
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      Files.delete(data.archive());
      Files.writeString(data.archive(), "a file where the folder was");
      drop("office/fax.tif", "bytes");
      await(() -> isProblem("office/fax.tif"));
      assertThat(sources("waiting")).isEmpty();
      Files.delete(data.archive());
      await(() -> sources("waiting").equals(List.of("office/fax.tif")));
      await(() -> problems.all().isEmpty());
    }
    assertThat(data.taking()).isEmptyDirectory();
  }

  @Test
  void aFileThatCannotLeaveTheInboxStaysThereAndIsTakenWhenItCan() throws Exception {
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      Files.delete(data.taking());
      Files.writeString(data.taking(), "a file where the folder was");
      drop("fax.tif", "bytes");
      await(() -> problems.all().stream().anyMatch(p -> p.place() == Place.INBOX));
      assertThat(data.inbox().resolve("fax.tif")).hasContent("bytes");
      Files.delete(data.taking());
      Files.createDirectory(data.taking());
      await(() -> sources("waiting").equals(List.of("fax.tif")));
      await(() -> problems.all().isEmpty());
    }
  }

  @Test
  void whileTheDiskIsNearlyFullFaxesStayInTheInbox() throws Exception {
    freeBytes.set(9);
    drop("fax.tif", "bytes");
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      await(() -> problems.all().stream().anyMatch(p -> p.place() == Place.ROOM));
      assertThat(data.inbox().resolve("fax.tif")).exists();
      freeBytes.set(10);
      await(() -> sources("waiting").equals(List.of("fax.tif")));
      await(() -> problems.all().isEmpty());
    }
  }

  @Test
  void linksAreNotFollowedOutOfTheInbox() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret.tif"), "secret");
    Files.createSymbolicLink(data.inbox().resolve("a.tif"), outside.resolve("secret.tif"));
    Files.createSymbolicLink(data.inbox().resolve("b"), outside);
    drop("z.tif", "bytes");
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      await(() -> sources("waiting").equals(List.of("z.tif")));
    }
    assertThat(outside.resolve("secret.tif")).hasContent("secret");
  }

  @Test
  void namesOfAnyKindAreTaken() throws Exception {
    List<String> names =
        List.of(
            "two\nlines.tif", "📠 ファクス.tif", "長".repeat(80) + ".tif", "-rf", "a'b\"c;.pdf", " ");
    for (int i = 0; i < names.size(); i++) {
      drop("office " + names.get(i) + "/" + names.get(i), "bytes " + i);
    }
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      await(() -> sources("waiting").size() == names.size());
    }
    assertThat(sources("waiting"))
        .containsExactlyInAnyOrderElementsOf(
            names.stream().map(name -> "office " + name + "/" + name).toList());
    assertThat(problems.all()).isEmpty();
  }

  @Test
  void aProblemWithAFileEndsWhenTheFileIsGone() {
    Troubles troubles = new Troubles(problems, Clock.systemUTC());
    troubles.raise("a.tif", "locked");
    troubles.raise("b.tif", "locked");
    troubles.keepOnly(java.util.Set.of("b.tif"));
    assertThat(problems.all()).extracting(Problems.Problem::subject).containsExactly("b.tif");
  }

  @Test
  void aFileThatIsRenamedOrDroppedAnewSettlesAnew() {
    Settling settling = new Settling(Duration.ofNanos(100));
    Candidate first = new Candidate(Path.of("a"), "a", 1, Instant.EPOCH);
    Candidate renamed = new Candidate(Path.of("b"), "b", 1, Instant.EPOCH);
    Candidate anew = new Candidate(Path.of("b"), "b", 1, Instant.EPOCH.plusSeconds(1));
    settling.settled(List.of(first), 0);
    assertThat(settling.settled(List.of(renamed), 99)).isEmpty();
    assertThat(settling.settled(List.of(anew), 199)).isEmpty();
    assertThat(settling.settled(List.of(anew), 298)).isEmpty();
    assertThat(settling.settled(List.of(anew), 299)).containsExactly(anew);
  }

  @Test
  void anEmptyFileIsGivenTenTimesAsLongForItsBytes() {
    Settling settling = new Settling(Duration.ofNanos(100));
    Candidate empty = new Candidate(Path.of("a"), "a", 0, Instant.EPOCH);
    settling.settled(List.of(empty), 0);
    assertThat(settling.settled(List.of(empty), 999)).isEmpty();
    assertThat(settling.settled(List.of(empty), 1000)).containsExactly(empty);
  }

  @Test
  void foldersThatVanishWhileTheyAreListedAreNoFault() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Thread coming =
        new Thread(
            () -> {
              while (!done.get()) {
                comeAndGo();
              }
            });
    coming.start();
    try {
      for (int i = 0; i < 300; i++) {
        assertThat(InboxScan.of(data.inbox(), (file, e) -> {}).folders()).contains(data.inbox());
      }
    } finally {
      done.set(true);
      coming.join();
    }
  }

  @Test
  void aFaxThatVanishedWhileItWasTakenHasFailedUntilItIsDroppedAgain() throws Exception {
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      Files.delete(data.archive());
      Files.writeString(data.archive(), "a file where the folder was");
      drop("fax.tif", "bytes");
      await(() -> isProblem("fax.tif"));
    }
    for (Path file : filesBelow(data.taking())) {
      Files.delete(file);
    }
    Files.delete(data.archive());
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      assertThat(rows("SELECT state || ' ' || reason FROM fax")).containsExactly("failed VANISHED");
      assertThat(data.taking()).isEmptyDirectory();
      drop("again.tif", "bytes");
      await(() -> sources("waiting").size() == 1);
    }
    assertThat(rows("SELECT state FROM arrival")).containsExactly("done", "done");
    assertThat(filesBelow(data.archive()))
        .singleElement()
        .satisfies(f -> assertThat(f).hasContent("bytes"));
  }

  @Test
  void aFaxThatWasTooLargeIsReadWhenItIsDroppedAgain() throws Exception {
    drop("fax.tif", "bytes");
    try (Inbox inbox = open(QUICK)) {
      inbox.start();
      await(() -> sources("waiting").size() == 1);
      ledger.change(
          h -> h.execute("UPDATE fax SET state = 'failed', reason = 'BEYOND_LIMIT 2 MB > 1 MB'"));
      ledger.change(
          h ->
              h.execute(
                  "INSERT INTO page (fax_id, number, record_id, form, form_version, status,"
                      + " read_at, changed_at) SELECT id, 0, '', '', '', 'failed', 0, 0 FROM fax"));
      drop("again.tif", "bytes");
      await(() -> sources("waiting").size() == 1);
    }
    assertThat(rows("SELECT number FROM page")).isEmpty();
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private void comeAndGo() {
    try {
      List<Path> folders =
          IntStream.range(0, 10).mapToObj(i -> data.inbox().resolve("f" + i)).toList();
      for (Path each : folders) {
        Files.writeString(Files.createDirectory(each).resolve("fax.tif"), "bytes");
      }
      for (Path each : folders) {
        Files.delete(each.resolve("fax.tif"));
        Files.delete(each);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Inbox open(Rules rules) {
    return new Inbox(data, ledger, rules, problems, Clock.systemUTC(), () -> {}, freeBytes::get);
  }

  private void drop(String source, String text) throws IOException {
    Path file = data.inbox().resolve(source);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private boolean isProblem(String source) {
    return problems.all().stream().anyMatch(p -> p.subject().equals(source));
  }

  private List<String> sources(String state) {
    return rows("SELECT source FROM fax WHERE state = '" + state + "'");
  }

  private List<String> rows(String sql) {
    return ledger.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    Await.until(PATIENCE, condition);
  }
}
