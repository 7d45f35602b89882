package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faxes with changed bytes come into the inbox of a desk with little memory: it lives, and every
 * one is read or failed. {@code -Dfuzz.files=5000} is the long run.
 */
class InboxFuzzTest {

  private static final int FILES = Integer.getInteger("fuzz.files", 80);
  private static final int SEED = Integer.getInteger("fuzz.seed", 20221115);
  private static final int HEAP_MB = 512;

  /** A fax and a little more: of a large file most bytes are picture. */
  private static final int HEADER_BYTES = 300;

  private static final int MOST_CHANGES = 40;

  @TempDir Path folder;

  @Test
  void whateverIsDroppedIsReadOrFailedAndTheDeskLives() throws Exception {
    List<Path> intact = intact();
    Random random = new Random(SEED);
    Set<String> digests = new HashSet<>();
    try (DeskProcess desk = new DeskProcess(folder, HEAP_MB, List.of("--no-text"))) {
      for (int i = 0; i < FILES; i++) {
        Path model = intact.get(random.nextInt(intact.size()));
        byte[] bytes = mutant(Files.readAllBytes(model), random);
        digests.add(DigestUtils.sha256Hex(bytes));
        desk.drop(bytes, i + "-" + model.getFileName());
      }
      desk.await("SELECT COUNT(*) FROM arrival WHERE state = 'done'", FILES);
      desk.await("SELECT COUNT(*) FROM fax WHERE state IN ('read', 'failed')", digests.size());
      desk.await("SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 0", 0);
      assertThat(desk.count("SELECT COUNT(DISTINCT fax_id) FROM page")).isEqualTo(digests.size());
      assertThat(desk.count("SELECT COUNT(*) FROM fax WHERE reason LIKE '%CRASHED%'")).isZero();
      assertThat(files(desk.data().inbox())).isZero();
      assertThat(files(desk.data().taking())).isZero();
      assertThat(files(desk.data().archive())).isEqualTo(digests.size());
      // The file and its reason, also of a fax of which only a page could not be read.
      assertThat(files(desk.data().failed()))
          .isEqualTo(
              2L * desk.count("SELECT COUNT(DISTINCT fax_id) FROM page WHERE status = 'failed'"));
      desk.assertAlive();
      assertThat(desk.said()).doesNotContain("OutOfMemoryError");
    }
  }

  private static List<Path> intact() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : List.of("testdata/intake", "testdata/demo")) {
      try (Stream<Path> files = Files.list(Path.of(name))) {
        all.addAll(files.filter(f -> f.toString().matches(".*\\.(tif|pdf)")).sorted().toList());
      }
    }
    return all;
  }

  /** Bytes changed in the first or last part or anywhere, a piece cut out, or the end cut off. */
  private static byte[] mutant(byte[] intact, Random random) {
    byte[] bytes = intact.clone();
    int kind = random.nextInt(6);
    if (kind == 4) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    if (kind == 5) {
      int from = random.nextInt(bytes.length);
      int length = random.nextInt(bytes.length - from);
      System.arraycopy(bytes, from + length, bytes, from, bytes.length - from - length);
      return Arrays.copyOf(bytes, bytes.length - length);
    }
    int window = kind < 2 ? Math.min(HEADER_BYTES, bytes.length) : bytes.length;
    int begin = kind == 1 ? bytes.length - window : 0;
    for (int i = random.nextInt(MOST_CHANGES); i >= 0; i--) {
      bytes[begin + random.nextInt(window)] = (byte) random.nextInt(256);
    }
    return bytes;
  }

  private static long files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).count();
    }
  }
}
