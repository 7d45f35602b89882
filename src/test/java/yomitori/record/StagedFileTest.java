package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StagedFileTest {

  @TempDir private Path folder;

  @Test
  void whatStoodThereStaysUntilTheNewOneIsWhole() throws IOException {
    Path target = Files.writeString(folder.resolve("a.csv"), "old");
    try (StagedFile file = new StagedFile(target)) {
      append(file, "new");
      assertThat(target).hasContent("old");
      file.publish();
    }
    assertThat(target).hasContent("new");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void anUnfinishedOneLeavesNothing() throws IOException {
    try (StagedFile file = new StagedFile(folder.resolve("a.csv"))) {
      append(file, "half");
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAKilledRunLeftIsWrittenOver() throws IOException {
    Path target = folder.resolve("a.csv");
    Files.writeString(folder.resolve("a.csv.part"), "left over and longer than the new one");
    try (StagedFile file = new StagedFile(target)) {
      append(file, "new");
      file.publish();
    }
    assertThat(target).hasContent("new");
  }

  @Test
  void twoRunsDoNotMixTheirLines() throws IOException {
    Path target = folder.resolve("a.csv");
    try (StagedFile first = new StagedFile(target)) {
      append(first, "first");
      assertThatThrownBy(() -> new StagedFile(target)).isInstanceOf(FileInUseException.class);
      first.publish();
    }
    assertThat(target).hasContent("first");
    try (StagedFile second = new StagedFile(target)) {
      append(second, "second");
      second.publish();
    }
    assertThat(target).hasContent("second");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path real = Files.writeString(folder.resolve("real.csv"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), real);
    try (StagedFile file = new StagedFile(link)) {
      append(file, "new");
      file.publish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void aLinkToAFileThatIsNotThereYetStaysALink() throws IOException {
    Path real = folder.resolve("real.csv");
    Path link = Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("real.csv"));
    try (StagedFile file = new StagedFile(link)) {
      append(file, "new");
      file.publish();
    }
    assertThat(link).isSymbolicLink();
    assertThat(real).hasContent("new");
  }

  @Test
  void linksInACircleAreRefused() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("a.csv"), Path.of("b.csv"));
    Files.createSymbolicLink(folder.resolve("b.csv"), Path.of("a.csv"));
    assertThatThrownBy(() -> new StagedFile(link)).isInstanceOf(FileSystemLoopException.class);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aPipeIsWrittenToAndStays() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    CompletableFuture<String> got =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return Files.readString(pipe);
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    try (StagedFile file = new StagedFile(pipe)) {
      append(file, "new");
      file.publish();
    }
    assertThat(got.get(30, TimeUnit.SECONDS)).isEqualTo("new");
    assertThat(Files.readAttributes(pipe, BasicFileAttributes.class).isOther()).isTrue();
  }

  private static void append(StagedFile file, String text) throws IOException {
    file.append(text.getBytes(StandardCharsets.UTF_8));
  }
}
