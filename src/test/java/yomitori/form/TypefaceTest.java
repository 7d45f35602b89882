package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {

  @TempDir private Path temp;

  @Test
  void isFoundInAFolderBelow() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("truetype/biz"));
    Path regular = Files.createFile(folder.resolve("BIZUDPGothic-Regular.ttf"));
    Path bold = Files.createFile(folder.resolve("BIZUDPGothic-Bold.ttf"));

    assertThat(Typeface.in(List.of(temp.resolve("nowhere"), temp)))
        .isEqualTo(new Typeface(regular, bold));
  }

  @Test
  void whereOneFaceIsMissingTheMessageSaysWhatToInstall() throws IOException {
    Files.createFile(temp.resolve("BIZUDPGothic-Regular.ttf"));

    assertThatThrownBy(() -> Typeface.in(List.of(temp)))
        .isInstanceOf(TypefaceMissingException.class)
        .hasMessageContaining("fonts-morisawa-bizud-gothic")
        .hasMessageContaining("YOMITORI_FONT_DIR");
  }

  @Test
  void aFolderSetByHandComesFirst() {
    List<Path> folders =
        Typeface.folders(
            Map.of("YOMITORI_FONT_DIR", "/my/fonts", "WINDIR", "/windows"), Path.of("/home/me"));

    assertThat(folders).startsWith(Path.of("/my/fonts"));
    assertThat(folders)
        .contains(
            Path.of("/usr/share/fonts"),
            Path.of("/home/me/.local/share/fonts"),
            Path.of("/home/me/Library/Fonts"),
            Path.of("/windows/Fonts"));
  }
}
