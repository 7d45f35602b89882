package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
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

  private static void append(StagedFile file, String text) throws IOException {
    file.append(text.getBytes(StandardCharsets.UTF_8));
  }
}
