package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineSetupTest {

  private static final String RESOURCE = "tessdata/eng.traineddata";

  @TempDir Path folder;

  @Test
  void missingJapaneseDataNamesThePackageAndTheFolders() {
    Traineddata nowhere = new Traineddata(new EngineCache(folder), List.of(folder));
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
  void englishDataComesFromTheClassPathIntoTheCache() {
    Traineddata data = new Traineddata(new EngineCache(folder), List.of());
    assertThat(data.folder("eng").resolve("eng.traineddata")).isRegularFile();
  }

  @Test
  void aFileOfTheWrongSizeIsPutRight() throws Exception {
    Path target = folder.resolve("eng.traineddata");
    Files.writeString(target, "half");
    extract(target);
    assertThat(Files.size(target)).isGreaterThan(1_000_000);
  }

  @Test
  void manyThatExtractAtOnceLeaveOneWholeFileAndNothingElse() throws Exception {
    Path target = folder.resolve("eng.traineddata");
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      Callable<Path> work = () -> extract(target);
      for (Future<Path> done : threads.invokeAll(List.of(work, work, work, work))) {
        assertThat(done.get()).isEqualTo(target);
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  @Test
  void aCacheThatCannotBeWrittenIsNamed() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "");
    EngineCache cache = new EngineCache(file);
    Traineddata data = new Traineddata(cache, List.of());
    assertThatThrownBy(() -> data.folder("eng"))
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

  private Path extract(Path target) {
    return new EngineCache(folder)
        .extract(EngineSetupTest.class.getClassLoader(), RESOURCE, target)
        .orElseThrow();
  }
}
