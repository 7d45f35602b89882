package yomitori.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.Await;
import yomitori.desk.DataFolder;
import yomitori.desk.health.Problems;
import yomitori.desk.inbox.Inbox.Rules;
import yomitori.desk.ledger.Ledger;

/** An inbox on another disk than the rest, for which a file system within a zip stands. */
class ApartTest {

  private static final Rules QUICK =
      new Rules(Duration.ofMillis(30), Duration.ofMillis(20), 1000, 1000, 0);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String TOKEN = "0b0e7f2c-6a0c-4c53-9d5e-0f6f3a2b1c4d";

  @TempDir Path folder;

  private FileSystem disk;
  private Path inbox;
  private DataFolder data;
  private Ledger ledger;
  private Taking taking;

  @BeforeEach
  void open() throws IOException {
    disk = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"));
    inbox = Files.createDirectory(disk.getPath("/inbox"));
    data = new DataFolder(folder.resolve("data"));
    data.create();
    ledger = Ledger.sqlite(data.ledger());
    taking = new Taking(data, new Arrivals(ledger), Clock.systemUTC());
  }

  @AfterEach
  void close() throws IOException {
    ledger.close();
    disk.close();
  }

  @Test
  void aFileOnAnotherDiskIsTakenAndLeavesNothingBehind() throws IOException {
    drop("office/fax.tif", "bytes");
    assertThat(taking.take(found().files().get(0))).isTrue();
    assertThat(rows("SELECT source || ' ' || state FROM fax"))
        .containsExactly("office/fax.tif waiting");
    assertThat(contents(data.archive())).containsExactly("bytes");
    assertThat(inbox.resolve("office")).isEmptyDirectory();
    assertThat(data.taking()).isEmptyDirectory();
  }

  @Test
  void whatIsWrittenUnderTheNameOfAFileThatIsBeingCopiedIsAnotherFax() throws IOException {
    drop("office/fax.tif", "one");
    Candidate first = found().files().get(0);
    Files.delete(data.archive());
    Files.writeString(data.archive(), "a file where the folder was");
    assertThatThrownBy(() -> taking.take(first)).isInstanceOf(IOException.class);
    drop("office/fax.tif", "two");
    Files.delete(data.archive());
    taking.goOn(taking.tokens().get(0));
    taking.take(found().files().get(0));
    assertThat(contents(data.archive())).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void aCopyThatTheDiskRefusesLeavesTheNameFreeAndIsMadeLater() throws IOException {
    drop("fax.tif", "one");
    Apart apart = Apart.of(found().files().get(0), TOKEN);
    drop("fax.tif", "two");
    assertThat(found().apart()).containsExactly(apart);
    assertThat(found().files()).extracting(Candidate::source).containsExactly("fax.tif");
    Files.writeString(data.taking().resolve(TOKEN), "a file where the folder will be");
    assertThatThrownBy(() -> taking.take(apart)).isInstanceOf(IOException.class);
    Files.delete(data.taking().resolve(TOKEN));
    taking.take(found().apart().get(0));
    taking.take(found().files().get(0));
    assertThat(contents(data.archive())).containsExactlyInAnyOrder("one", "two");
    assertThat(rows("SELECT source FROM arrival")).containsExactly("fax.tif", "fax.tif");
    assertThat(inbox).isEmptyDirectory();
  }

  @Test
  void whatWasCopiedInPartWhenTheProcessWasKilledIsCopiedAnew() throws Exception {
    put(data.inbox().resolve("office/.taking-" + TOKEN + "/fax.tif"), "one");
    put(data.inbox().resolve("office/fax.tif"), "two");
    put(data.taking().resolve(TOKEN + "/office/.fax.tif.part"), "o");
    run(2);
    assertThat(rows("SELECT source || ' ' || state FROM arrival"))
        .containsExactly("office/fax.tif done", "office/fax.tif done");
    assertThat(contents(data.archive())).containsExactlyInAnyOrder("one", "two");
  }

  @Test
  void whatWasCopiedButNotRemovedWhenTheProcessWasKilledIsOneArrival() throws Exception {
    put(data.inbox().resolve(".taking-" + TOKEN + "/fax.tif"), "one");
    put(data.taking().resolve(TOKEN + "/fax.tif"), "one");
    run(1);
    assertThat(rows("SELECT source || ' ' || state FROM arrival")).containsExactly("fax.tif done");
    assertThat(contents(data.archive())).containsExactly("one");
  }

  /** Runs an inbox until so many faxes wait and nothing is left on the way. */
  private void run(int faxes) throws Exception {
    try (Inbox running =
        new Inbox(data, ledger, QUICK, new Problems(), Clock.systemUTC(), () -> {})) {
      running.start();
      Await.until(
          PATIENCE,
          () ->
              rows("SELECT source FROM fax WHERE state = 'waiting'").size() == faxes
                  && filesBelow(data.inbox()).isEmpty()
                  && filesBelow(data.taking()).isEmpty());
    }
    assertThat(data.taking()).isEmptyDirectory();
  }

  private InboxScan.Found found() throws IOException {
    return InboxScan.of(
        inbox,
        (file, e) -> {
          throw new AssertionError(file.toString(), e);
        });
  }

  private void drop(String source, String text) throws IOException {
    put(inbox.resolve(source), text);
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  private List<String> rows(String sql) {
    return ledger.read(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }

  private static List<Path> filesBelow(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    } catch (IOException | UncheckedIOException e) {
      return List.of(folder); // it is just being emptied
    }
  }

  private static List<String> contents(Path folder) throws IOException {
    List<String> contents = new ArrayList<>();
    for (Path file : filesBelow(folder)) {
      contents.add(Files.readString(file));
    }
    return contents;
  }
}
