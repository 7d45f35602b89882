package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yomitori.desk.DataFolder;
import yomitori.desk.JavaProcess;
import yomitori.desk.ledger.Ledger;

/** {@code watch} in a process of its own, on an empty folder, as its console shows it. */
final class DeskProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 300;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final Pattern SET_UP = Pattern.compile("http://127\\.0\\.0\\.1:\\d+/setup\\S+");

  private final DataFolder data;
  private final Path said;
  private final Process process;
  private final String setUp;
  private final Ledger ledger;

  /**
   * Starts a desk and waits until its pages are there.
   *
   * @param folder a folder of the test
   * @param heapMb the most that the desk's heap may take
   * @param options of the command, further ones
   */
  DeskProcess(Path folder, int heapMb, List<String> options) throws IOException {
    data = new DataFolder(folder.resolve("data"));
    said = folder.resolve("said");
    List<String> arguments = new ArrayList<>(List.of("watch", "--data", data.root().toString()));
    arguments.addAll(List.of("--port", "0", "--lang", "ja"));
    arguments.addAll(options);
    process =
        JavaProcess.of(heapMb, List.of("-Dfile.encoding=UTF-8"), Yomitori.class, arguments)
            .redirectError(said.toFile())
            .start();
    setUp = awaitSetUp();
    ledger = Ledger.sqlite(data.ledger());
  }

  private String awaitSetUp() throws IOException {
    BufferedReader console = process.inputReader(StandardCharsets.UTF_8);
    for (String line = console.readLine(); line != null; line = console.readLine()) {
      Matcher matcher = SET_UP.matcher(line);
      if (matcher.find()) {
        return matcher.group();
      }
    }
    throw new AssertionError("the desk ended before it began: " + Files.readString(said));
  }

  DataFolder data() {
    return data;
  }

  /** Where its first page is. */
  String address() {
    Matcher matcher = ADDRESS.matcher(setUp);
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  /** Where the first manager is made. */
  String setUpAddress() {
    return setUp;
  }

  /** Its ledger, to look into. */
  Ledger ledger() {
    return ledger;
  }

  /**
   * Drops a file into the inbox as a whole.
   *
   * @param source its path below the inbox
   */
  void drop(byte[] bytes, String source) throws IOException {
    Path file = data.inbox().resolve(source);
    Files.createDirectories(file.getParent());
    Path part = file.resolveSibling("." + file.getFileName());
    Files.write(part, bytes);
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** A number out of its ledger. */
  int count(String sql) {
    return ledger.read(handle -> handle.createQuery(sql).mapTo(int.class).one());
  }

  /** Waits until a number in its ledger is as wanted, as long as it changes now and then. */
  void await(String sql, int wanted) throws IOException, InterruptedException {
    int now = count(sql);
    int before = now;
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (now != wanted) {
      if (now != before) {
        before = now;
        end = System.nanoTime() + PATIENCE_NANOS;
      }
      assertThat(System.nanoTime()).as("%s: %d for %d", sql, now, wanted).isLessThan(end);
      assertAlive();
      process.waitFor(200, TimeUnit.MILLISECONDS);
      now = count(sql);
    }
  }

  /** What it has complained of. */
  String said() throws IOException {
    return Files.readString(said);
  }

  /** The desk still runs. */
  void assertAlive() throws IOException {
    assertThat(process.isAlive()).as(said()).isTrue();
  }

  /** Asks it to end, as the system does, and waits until it has. */
  @Override
  public void close() {
    ledger.close();
    process.destroy();
    try {
      process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new AssertionError("the desk did not end when it was asked to", e);
    }
  }
}
