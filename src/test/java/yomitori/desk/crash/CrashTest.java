package yomitori.desk.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.DataFolder;
import yomitori.desk.JavaProcess;
import yomitori.desk.crash.Drops.Drop;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.Postgres;

/**
 * The desk is killed while faxes come, again and again: none is lost and none is there twice.
 * {@code -Dcrash.faxes=500 -Dcrash.kills=55} is the long run.
 */
class CrashTest {

  private static final int FAXES = Integer.getInteger("crash.faxes", 40);
  private static final int KILLS = Integer.getInteger("crash.kills", 8);

  /** A desk lives for up to so long after it has begun its work. */
  private static final int LONGEST_LIFE_MS = 1_500;

  /** One in so many does not even come to its work. */
  private static final int BORN_DEAD = 5;

  private static final int HEAP_MB = 256;
  private static final List<String> QUICK_START =
      List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final long PATIENCE_SECONDS = 600;

  @TempDir Path folder;

  @Test
  void onSqliteNothingIsLostAndNothingIsThereTwice() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    killAndCheck(data, List.of(), () -> Ledger.sqlite(data.ledger()), 601);
  }

  @Test
  void onPostgresqlNothingIsLostAndNothingIsThereTwice() throws Exception {
    DataFolder data = new DataFolder(folder.resolve("data"));
    String url = Postgres.newDatabase();
    killAndCheck(data, List.of(url), () -> Postgres.ledger(url), 602);
  }

  private void killAndCheck(
      DataFolder data, List<String> database, Supplier<Ledger> opener, long seed) throws Exception {
    data.create();
    Random random = new Random(seed);
    Drops drops = Drops.of(FAXES, random);
    List<Drop> left = new ArrayList<>(drops.all());
    for (int kill = 0; kill < KILLS; kill++) {
      Process desk = start(data, database);
      if (random.nextInt(BORN_DEAD) != 0) {
        awaitWork(desk);
      }
      long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(random.nextInt(LONGEST_LIFE_MS));
      int share = left.size() / (KILLS - kill);
      for (int i = 0; i < share; i++) {
        left.remove(left.size() - 1).into(data.inbox());
        long pause = Math.max(0, end - System.nanoTime()) / (share - i + 1);
        desk.waitFor(pause, TimeUnit.NANOSECONDS);
      }
      boolean endedByItself =
          desk.waitFor(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      assertThat(endedByItself).as(said()).isFalse();
      desk.destroyForcibly().waitFor();
    }
    Process desk = start(data, database);
    try (Ledger ledger = opener.get()) {
      awaitRest(data, ledger, drops.all().size(), desk);
      desk.getOutputStream().close();
      assertThat(desk.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
      assertThat(desk.exitValue()).as(said()).isZero();
      check(data, ledger, drops);
    } finally {
      desk.destroyForcibly();
    }
  }

  private Process start(DataFolder data, List<String> database) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(data.root().toString()));
    arguments.addAll(database);
    return JavaProcess.of(HEAP_MB, QUICK_START, CrashingDesk.class, arguments)
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("said").toFile()))
        .start();
  }

  private void awaitWork(Process desk) throws IOException {
    assertThat(desk.inputReader().readLine()).as(said()).isEqualTo(CrashingDesk.AT_WORK);
  }

  private void awaitRest(DataFolder data, Ledger ledger, int drops, Process desk)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isAtRest(data, ledger, drops)) {
      assertThat(System.nanoTime()).as("still at work").isLessThan(end);
      assertThat(desk.waitFor(200, TimeUnit.MILLISECONDS)).as(said()).isFalse();
    }
  }

  private static boolean isAtRest(DataFolder data, Ledger ledger, int drops) throws IOException {
    return count(ledger, "SELECT COUNT(*) FROM arrival WHERE state = 'done'") >= drops
        && count(ledger, "SELECT COUNT(*) FROM fax WHERE state IN ('moving', 'waiting')") == 0
        && count(ledger, "SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 0") == 0
        && files(data.inbox()).isEmpty();
  }

  private static void check(DataFolder data, Ledger ledger, Drops drops) throws IOException {
    Map<String, Drop> bySha = new HashMap<>();
    drops.all().forEach(drop -> bySha.put(drop.sha256(), drop));
    assertThat(strings(ledger, "SELECT source FROM arrival"))
        .containsExactlyInAnyOrderElementsOf(drops.all().stream().map(Drop::source).toList());
    assertThat(strings(ledger, "SELECT sha256 FROM fax"))
        .containsExactlyInAnyOrderElementsOf(bySha.keySet());
    List<String> kept = new ArrayList<>();
    for (String sha256 : bySha.keySet()) {
      Drop drop = bySha.get(sha256);
      String where = " FROM fax WHERE sha256 = '" + sha256 + "'";
      String state = drop.pages() == 0 ? "failed" : "read";
      assertThat(strings(ledger, "SELECT state || reason" + where))
          .as(drop.source())
          .allMatch(now -> now.startsWith(state) && !now.contains("CRASHED"));
      List<String> pages =
          drop.pages() == 0
              ? List.of("0")
              : IntStream.rangeClosed(1, drop.pages()).mapToObj(Integer::toString).toList();
      List<String> found =
          strings(
              ledger,
              "SELECT CAST(number AS VARCHAR(9)) FROM page WHERE fax_id = (SELECT id"
                  + where
                  + ")");
      assertThat(found).as(drop.source()).containsExactlyInAnyOrderElementsOf(pages);
      String archived = strings(ledger, "SELECT archived" + where).get(0);
      assertThat(data.root().resolve(archived)).hasBinaryContent(drop.bytes());
      kept.add(archived);
    }
    assertThat(files(data.archive()).stream().map(f -> "archive/" + f).toList())
        .containsExactlyInAnyOrderElementsOf(kept);
    assertThat(files(data.taking())).isEmpty();
    assertThat(count(ledger, "SELECT COUNT(*) FROM page WHERE status <> 'failed'"))
        .isEqualTo(count(ledger, "SELECT COUNT(*) FROM reading"))
        .isEqualTo(count(ledger, "SELECT COUNT(DISTINCT page_id) FROM field_value"));
  }

  private static int count(Ledger ledger, String sql) {
    return ledger.read(h -> h.createQuery(sql).mapTo(int.class).one());
  }

  private static List<String> strings(Ledger ledger, String sql) {
    return ledger.read(h -> h.createQuery(sql).mapTo(String.class).list());
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).map(f -> root.relativize(f).toString()).toList();
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }
}
