package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.natives.NativeCache;

class EngineSetupTest {

  @TempDir Path folder;

  @Test
  void missingJapaneseDataNamesThePackageAndTheFolders() {
    Traineddata nowhere = new Traineddata(List.of(folder));
    assertThatThrownBy(() -> nowhere.folder("jpn"))
        .isInstanceOf(MissingEngineException.class)
        .hasMessageContaining("tesseract-ocr-jpn")
        .hasMessageContaining(folder.toString());
  }

  @Test
  void messagesFollowTheLocale() {
    Locale before = Locale.getDefault();
    try {
      MissingEngineException missing =
          new MissingEngineException(null, "traineddata.missing", "jpn", "/x", "tesseract-ocr-jpn");
      Locale.setDefault(Locale.JAPAN);
      assertThat(missing.getLocalizedMessage()).contains("インストール", "tesseract-ocr-jpn");
      Locale.setDefault(Locale.US);
      assertThat(missing.getLocalizedMessage()).contains("Install the package tesseract-ocr-jpn");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    NativeCache cache = new NativeCache(file);
    String library = "tessdata/eng.traineddata";
    assertThatThrownBy(() -> Extraction.of(cache, library, file.resolve("eng.traineddata")))
        .isInstanceOf(MissingEngineException.class)
        .hasMessageContaining("YOMITORI_CACHE");
  }

  @ParameterizedTest
  @CsvSource({
    "'医療法人 社団 さくら', 医療法人社団さくら",
    "'ﾍﾞﾝﾀﾞｰ　対応', ベンダー対応",
    "' ABC  Clinic ', ABC Clinic",
    "'令和 5 年', 令和5年",
    "'１２０', 120"
  })
  void textIsKeptInOneForm(String written, String kept) {
    assertThat(JapaneseText.normalize(written)).isEqualTo(kept);
  }
}
