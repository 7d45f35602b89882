package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledFontsTest {

  private static final String FILE = "Some-Face.ttf";

  @TempDir private Path temp;

  @Test
  void aFolderSetByHandComesFirst() {
    InstalledFonts fonts =
        InstalledFonts.of(
            Map.of("YOMITORI_FONT_DIR", "/my/fonts", "WINDIR", "/windows"), Path.of("/home/me"));

    assertThat(fonts.folders()).startsWith(Path.of("/my/fonts"));
    assertThat(fonts.folders())
        .contains(
            Path.of("/usr/share/fonts"),
            Path.of("/home/me/.local/share/fonts"),
            Path.of("/home/me/Library/Fonts"),
            Path.of("/windows/Fonts"));
  }

  @Test
  void theFirstFolderThatHasTheFileWins() throws IOException {
    Path first = file("first/deep/er");
    file("second");

    assertThat(fonts("nowhere", "first", "second").find(FILE)).contains(first);
    assertThat(fonts("nowhere", "first").find("Other.ttf")).isEmpty();
  }

  @Test
  void aFolderThatLinksToItselfDoesNotHideTheOthers() throws IOException {
    Path loop = Files.createDirectories(temp.resolve("fonts/a"));
    Files.createSymbolicLink(loop.resolve("again"), temp.resolve("fonts"));
    Path face = file("fonts/b");

    assertThat(fonts("fonts").find(FILE)).contains(face);
  }

  private Path file(String folder) throws IOException {
    return Files.createFile(Files.createDirectories(temp.resolve(folder)).resolve(FILE));
  }

  private InstalledFonts fonts(String... folders) {
    return new InstalledFonts(List.of(folders).stream().map(temp::resolve).toList());
  }
}
