package yomitori.natives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeCacheTest {

  private static final String RESOURCE = "tessdata/eng.traineddata";

  @TempDir private Path folder;

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
    assertThatThrownBy(() -> extract(file.resolve("eng.traineddata")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("YOMITORI_CACHE");
  }

  @Test
  void theCacheIsChosenByTheProperty() {
    String before = System.getProperty(NativeCache.SETTING);
    System.setProperty(NativeCache.SETTING, folder.toString());
    try {
      assertThat(NativeCache.standard().natives("x")).startsWithRaw(folder);
    } finally {
      if (before == null) {
        System.clearProperty(NativeCache.SETTING);
      } else {
        System.setProperty(NativeCache.SETTING, before);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Linux, amd64, LINUX, false",
    "Linux, aarch64, LINUX, true",
    "Mac OS X, aarch64, MAC, true",
    "Mac OS X, x86_64, MAC, false",
    "Windows 11, amd64, WINDOWS, false"
  })
  void machinesAreKnownByWhatJavaCallsThem(
      String osName, String osArch, Machine.OperatingSystem system, boolean arm) {
    assertThat(Machine.of(osName, osArch)).isEqualTo(new Machine(system, arm));
  }

  private Path extract(Path target) {
    return new NativeCache(folder)
        .extract(NativeCacheTest.class.getClassLoader(), RESOURCE, target)
        .orElseThrow();
  }
}
