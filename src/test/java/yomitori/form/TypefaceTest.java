package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {

  @TempDir private Path temp;

  @Test
  void isFoundInAFolderBelow() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("truetype/biz"));
    Path regular = Files.createFile(folder.resolve("BIZUDPGothic-Regular.ttf"));
    Path bold = Files.createFile(folder.resolve("BIZUDPGothic-Bold.ttf"));

    assertThat(Typeface.in(new InstalledFonts(List.of(temp.resolve("nowhere"), temp))))
        .isEqualTo(new Typeface(regular, bold));
  }

  @Test
  void whereOneFaceIsMissingTheMessageSaysWhatToInstall() throws IOException {
    Files.createFile(temp.resolve("BIZUDPGothic-Regular.ttf"));

    assertThatThrownBy(() -> Typeface.in(new InstalledFonts(List.of(temp))))
        .isInstanceOf(TypefaceMissingException.class)
        .hasMessageContaining("fonts-morisawa-bizud-gothic")
        .hasMessageContaining("YOMITORI_FONT_DIR");
  }
}
