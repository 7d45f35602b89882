package yomitori.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.DataFolder;

class DropTest {

  private static final int AT_ONCE = 4;
  private static final int ROUNDS = 100;

  @TempDir Path folder;

  @Test
  void faxesOfOneNameThatComeAtOnceAreAllKept() throws Exception {
    DataFolder data = new DataFolder(folder);
    Drop drop = new Drop(data);
    ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE);
    CyclicBarrier together = new CyclicBarrier(AT_ONCE);
    List<String> sent = new ArrayList<>();
    try {
      for (int round = 0; round < ROUNDS; round++) {
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < AT_ONCE; i++) {
          String text = round + "/" + i;
          String name = round + ".tif";
          sent.add(text);
          calls.add(
              () ->
                  drop.put(
                          "",
                          name,
                          text(text),
                          sha256 -> {
                            meet(together);
                            return false;
                          })
                      .source()
                      .orElseThrow());
        }
        for (Future<String> done : senders.invokeAll(calls)) {
          assertThat(data.inbox().resolve(done.get())).exists();
        }
      }
    } finally {
      senders.shutdownNow();
    }
    assertThat(contents(data.inbox())).containsExactlyInAnyOrderElementsOf(sent);
  }

  @Test
  void whereTheDiskHasNoLinksAFaxIsAddedUnderANameThatNobodyHas() throws IOException {
    try (FileSystem zip =
        FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
      DataFolder data = new DataFolder(zip.getPath("/data"));
      Drop drop = new Drop(data);
      assertThat(drop.put("office", "a.tif", text("1"))).matches("office/[0-9a-f]{16}-a\\.tif");
      drop.put("office", "a.tif", text("2"));
      assertThat(contents(data.inbox())).containsExactlyInAnyOrder("1", "2");
    }
  }

  @Test
  void aFileOfNoBytesIsRefusedAndLeavesNothing() {
    DataFolder data = new DataFolder(folder);
    assertThatThrownBy(() -> new Drop(data).put("", "a.tif", text("")))
        .isInstanceOf(Drop.EmptyFaxException.class)
        .hasMessageContaining("a.tif");
    assertThat(data.inbox()).isEmptyDirectory();
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> contents(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(DropTest::content).toList();
    }
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream text(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
