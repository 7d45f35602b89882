package yomitori.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.DataFolder;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Inbox.Rules;
import yomitori.desk.ledger.Ledger;

class InboxTest {

  private static final Rules QUICK =
      new Rules(Duration.ofMillis(30), Duration.ofMillis(20), 1000, 1000, 0);
  private static final long PATIENCE_SECONDS = 20;

  @TempDir Path folder;

  private final BlockingQueue<Integer> taken = new LinkedBlockingQueue<>();
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
  void aFileBecomesAWaitingFaxInTheArchiveUnderItsHash() throws Exception {
    Files.createDirectories(data.inbox().resolve("03-1234-5678"));
    Files.writeString(data.inbox().resolve("03-1234-5678/fax.tif"), "bytes");
    run(1);
    assertThat(rows("SELECT source || ' ' || sender || ' ' || state FROM fax"))
        .containsExactly("03-1234-5678/fax.tif 03-1234-5678 waiting");
    String archived = rows("SELECT archived FROM fax").get(0);
    assertThat(archived)
        .endsWith("/277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9.tif");
    assertThat(data.root().resolve(archived)).hasContent("bytes");
    assertThat(files(data.inbox())).isEmpty();
    assertThat(files(data.taking())).isEmpty();
  }

  @Test
  void theSameBytesTwiceAreOneFaxOfTwoArrivals() throws Exception {
    Files.writeString(data.inbox().resolve("a.tif"), "bytes");
    Files.writeString(data.inbox().resolve("b.tif"), "bytes");
    run(2);
    assertThat(rows("SELECT name FROM fax")).hasSize(1);
    assertThat(rows("SELECT source FROM arrival WHERE state = 'done' ORDER BY source"))
        .containsExactly("a.tif", "b.tif");
    assertThat(files(data.inbox())).isEmpty();
    assertThat(files(data.archive())).hasSize(1);
  }

  @Test
  void unfinishedNamesWaitUntilTheyAreRenamed() throws Exception {
    Files.writeString(data.inbox().resolve("a.tif.part"), "half");
    Files.writeString(data.inbox().resolve(".b.tif"), "hidden");
    Files.writeString(data.inbox().resolve("c.tif"), "whole");
    run(1);
    assertThat(rows("SELECT name FROM fax")).containsExactly("c.tif");
    assertThat(files(data.inbox())).containsExactly(".b.tif", "a.tif.part");
    Files.move(data.inbox().resolve("a.tif.part"), data.inbox().resolve("a.tif"));
    run(1);
    assertThat(rows("SELECT name FROM fax ORDER BY id")).containsExactly("c.tif", "a.tif");
  }

  @Test
  void aFileIsSettledOnlyWhenItHasNotChangedForTheWholeTime() {
    Settling settling = new Settling(Duration.ofNanos(100));
    Candidate small = new Candidate(Path.of("a"), "a", 1, Instant.EPOCH);
    Candidate grown = new Candidate(Path.of("a"), "a", 2, Instant.EPOCH);
    assertThat(settling.settled(List.of(small), 0)).isEmpty();
    assertThat(settling.settled(List.of(small), 99)).isEmpty();
    assertThat(settling.settled(List.of(grown), 100)).isEmpty();
    assertThat(settling.settled(List.of(grown), 199)).isEmpty();
    assertThat(settling.settled(List.of(grown), 200)).containsExactly(grown);
  }

  @Test
  void aFileThatWasUnderWayWhenTheDeskEndedIsTakenOnceAtTheNextStart() throws Exception {
    Path staged = data.taking().resolve("token-1/office/fax.tif");
    Files.createDirectories(staged.getParent());
    Files.writeString(staged, "bytes");
    Taking taking = new Taking(data, new Arrivals(ledger), Clock.systemUTC());
    Staged under = new Staged(taking, new Troubles(new Problems(), Clock.systemUTC()));
    under.goOn(0);
    under.goOn(0);
    assertThat(rows("SELECT source || ' ' || state FROM fax"))
        .containsExactly("office/fax.tif waiting");
    assertThat(rows("SELECT source FROM arrival")).hasSize(1);
    assertThat(files(data.taking())).isEmpty();
    assertThat(files(data.archive())).hasSize(1);
  }

  @Test
  void aFileUnderWayOnWhichTheProgramFailsDoesNotKeepTheOthersWaiting() throws Exception {
    for (String name : List.of("a", "b")) {
      Path staged = data.taking().resolve("token-" + name).resolve(name + ".tif");
      Files.createDirectories(staged.getParent());
      Files.writeString(staged, "bytes of " + name);
    }
    Clock failsOnce = new FailsOnce();
    Taking taking = new Taking(data, new Arrivals(ledger), failsOnce);
    Problems problems = new Problems();
    Staged under = new Staged(taking, new Troubles(problems, Clock.systemUTC()));
    assertThat(under.goOn(0)).containsExactly("a.tif");
    assertThat(problems.all()).extracting(Problems.Problem::subject).containsExactly("a.tif");
    assertThat(rows("SELECT source FROM fax")).containsExactly("b.tif");
    assertThat(under.goOn(Duration.ofMinutes(1).toNanos())).isEmpty();
    assertThat(rows("SELECT source FROM fax ORDER BY source")).containsExactly("a.tif", "b.tif");
  }

  @Test
  void theInboxIsLookedThroughAgainAfterAnyFault() throws Exception {
    Files.writeString(data.inbox().resolve("a.tif"), "bytes");
    AtomicBoolean failed = new AtomicBoolean();
    LongSupplier free =
        () -> {
          if (failed.compareAndSet(false, true)) {
            throw new StackOverflowError("planted");
          }
          return Long.MAX_VALUE;
        };
    try (Inbox inbox =
        new Inbox(
            data, ledger, QUICK, new Problems(), Clock.systemUTC(), () -> taken.add(1), free)) {
      inbox.start();
      assertThat(taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
    }
    assertThat(failed).isTrue();
  }

  /** Fails when it is asked for the first time. */
  private static final class FailsOnce extends Clock {

    private boolean failed;

    @Override
    public Instant instant() {
      if (!failed) {
        failed = true;
        throw new IllegalStateException("planted");
      }
      return Instant.EPOCH;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  /** Runs an inbox until it has taken so many files. */
  private void run(int files) throws Exception {
    taken.clear();
    try (Inbox inbox =
        new Inbox(data, ledger, QUICK, new Problems(), Clock.systemUTC(), () -> taken.add(1))) {
      inbox.start();
      for (int i = 0; i < files; i++) {
        assertThat(taken.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
      }
    }
  }

  private List<String> rows(String sql) {
    return ledger.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
