package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in a process of its own, as only a process can be asked to end. */
@DisabledOnOs(OS.WINDOWS) // knows no request to end, only the end
class InterruptionTest {

  private static final long LONGEST_SECONDS = 120;

  @TempDir private Path folder;
  private Process program;

  @AfterEach
  void end() {
    if (program != null) {
      program.destroyForcibly();
    }
  }

  @Test
  void aRunThatIsAskedToEndListsWhatItDidNotRead() throws Exception {
    Path out = folder.resolve("out");
    start("read", "testdata/demo", "--no-text", "--workers", "1", "--out", out.toString());
    waitFor(out.resolve("records.jsonl.part"));
    program.destroy();

    assertThat(exitCode()).as(said()).isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(said()).contains("as was asked").doesNotContain("SIG");
    assertThat(Files.readString(out.resolve("failed.csv"))).contains("ended before its turn");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files)
          .extracting(f -> f.getFileName().toString())
          .noneMatch(f -> f.endsWith(".part"));
    }
  }

  @Test
  void whatHasNotBegunEndsAtOnceAndLeavesNothing() throws Exception {
    Path out = folder.resolve("out");
    start("read", "testdata/demo", "--out", out.toString());
    program.destroy();

    assertThat(exitCode()).as(said()).isEqualTo(128 + 15);
    assertThat(out).doesNotExist();
  }

  private void start(String... arguments) throws IOException {
    program =
        new ProcessBuilder(
                Stream.concat(
                        Stream.of(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-Djava.awt.headless=true",
                            "-Duser.language=en",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Yomitori.class.getName()),
                        Stream.of(arguments))
                    .toList())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said.txt").toFile())
            .start();
  }

  private void waitFor(Path file) throws InterruptedException {
    long latest = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
    while (!Files.exists(file) && program.isAlive() && System.nanoTime() < latest) {
      TimeUnit.MILLISECONDS.sleep(10);
    }
    assertThat(file).exists();
  }

  private int exitCode() throws InterruptedException {
    assertThat(program.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    return program.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(folder.resolve("said.txt"));
  }
}
