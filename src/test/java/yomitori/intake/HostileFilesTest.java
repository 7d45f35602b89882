package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any bytes end as a page or as a named failure, within bounded time and memory. */
class HostileFilesTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(2);

  /** A mutated page takes milliseconds; this leaves room for a machine that is busy. */
  private static final long MAX_NANOS_A_FILE = 5_000_000_000L;

  @TempDir Path dir;

  @Test
  void namesAFileThatIsNotThereAFolderAndAnEmptyFile() throws IOException {
    assertThat(Fixtures.failure(dir.resolve("none.tif"))).isEqualTo(FailureReason.NOT_READABLE);
    assertThat(Fixtures.failure(dir)).isEqualTo(FailureReason.NOT_READABLE);
    assertThat(Fixtures.failure(Fixtures.write(dir, "empty.tif", new byte[0])))
        .isEqualTo(FailureReason.EMPTY_FILE);
  }

  @Test
  void givesAFailedFileAsOneFailedPageNumberedZero() {
    try (FaxDocument document = Intake.open(dir.resolve("none.tif"), "in/none.tif")) {
      assertThat(document.pageCount()).isEqualTo(1);
      assertThat(document.page(1))
          .isEqualTo(
              new IntakeOutcome.Failed(
                  "in/none.tif", 0, FailureReason.NOT_READABLE, "no such file"));
    }
  }

  @Test
  void tellsTheFormatByContentWhateverTheName() throws IOException {
    byte[] text = "こんにちは".getBytes(StandardCharsets.UTF_8);
    assertThat(Fixtures.failure(Fixtures.write(dir, "text.tif", text)))
        .isEqualTo(FailureReason.UNKNOWN_FORMAT);
    assertThat(Fixtures.page(Fixtures.write(dir, "fax.jpg", Fixtures.bytes("t6.tif"))).number())
        .isEqualTo(1);
  }

  @Test
  void refusesAGigabyteOfZerosAtOnce() throws IOException {
    Path file = dir.resolve("sparse.tif");
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }

    assertTimeout(
        AT_ONCE, () -> assertThat(Fixtures.failure(file)).isEqualTo(FailureReason.UNKNOWN_FORMAT));
  }

  @Test
  void survivesAGigabyteOfZerosBehindATiffHeader() throws IOException {
    Path file = Fixtures.write(dir, "sparse.tif", Fixtures.bytes("t6.tif"));
    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(1L << 30);
    }

    assertTimeout(AT_ONCE, () -> assertThat(Fixtures.page(file).image().height()).isEqualTo(1143));
  }

  @ParameterizedTest
  @CsvSource({"t6.tif", "lzw.tif"})
  void refusesAHundredThousandPixelsSquareAtOnce(String name) throws IOException {
    byte[] tiff = Fixtures.bytes(name);
    Fixtures.lie(tiff, TiffDirectory.IMAGE_WIDTH, 100_000);
    Fixtures.lie(tiff, TiffDirectory.IMAGE_LENGTH, 100_000);
    Path file = Fixtures.write(dir, name, tiff);

    assertTimeout(
        AT_ONCE, () -> assertThat(Fixtures.failure(file)).isEqualTo(FailureReason.TOO_LARGE));
  }

  @ParameterizedTest
  @CsvSource({"6, UNSUPPORTED", "34712, UNSUPPORTED", "99, UNSUPPORTED"})
  void namesACompressionThatIsNotSupported(int compression, FailureReason reason)
      throws IOException {
    byte[] tiff = Fixtures.bytes("lzw.tif");
    Fixtures.lie(tiff, TiffDirectory.COMPRESSION, compression);

    assertThat(Fixtures.failure(Fixtures.write(dir, "odd.tif", tiff))).isEqualTo(reason);
  }

  @Test
  void namesAPdfThatIsBroken() throws IOException {
    byte[] pdf = "%PDF-1.4\nnothing of a PDF follows".getBytes(StandardCharsets.US_ASCII);

    assertThat(Fixtures.failure(Fixtures.write(dir, "broken.pdf", pdf)))
        .isEqualTo(FailureReason.CORRUPT);
  }

  @Test
  void takesNoTimeForAStripOfWorstCaseNoise() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    int end = tiff.length;
    byte[] noisy = Arrays.copyOf(tiff, end + (2 << 20));
    byte[] noise = new byte[2 << 20];
    new Random(3).nextBytes(noise);
    System.arraycopy(noise, 0, noisy, end, noise.length);
    Fixtures.lie(noisy, TiffDirectory.STRIP_OFFSETS, end);
    Fixtures.lie(noisy, TiffDirectory.STRIP_BYTE_COUNTS, noise.length);
    Path file = Fixtures.write(dir, "noise.tif", noisy);

    assertTimeout(Duration.ofSeconds(20), () -> Fixtures.outcome(file));
  }

  @Test
  void readsAPageOfA3At400DpiWithinTheMemoryOfTheTests() throws IOException {
    byte[] tiff = Fixtures.bytes("packbits.tif");
    Fixtures.lie(tiff, TiffDirectory.IMAGE_WIDTH, 4864);
    Fixtures.lie(tiff, TiffDirectory.IMAGE_LENGTH, 6616);
    Path file = Fixtures.write(dir, "a3.tif", tiff);

    try (FaxDocument one = Intake.open(file, "a3");
        FaxDocument other = Intake.open(file, "a3")) {
      IntakeOutcome first = one.page(1);
      IntakeOutcome second = other.page(1);
      assertThat(first).isInstanceOf(IntakeOutcome.Decoded.class);
      assertThat(second).isInstanceOf(IntakeOutcome.Decoded.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "t4-1d.tif, 600",
    "t4-1d-fill-lsb.tif, 600",
    "t4-2d.tif, 600",
    "t6.tif, 600",
    "t6-strips-be.tif, 600",
    "lzw.tif, 600",
    "deflate.tif, 600",
    "packbits.tif, 600",
    "page.png, 600",
    "gray.jpg, 400",
    "t6.pdf, 400",
  })
  void endsWithAnOutcomeWhateverBytesAreChanged(String name, int times) throws IOException {
    byte[] intact = Fixtures.bytes(name);
    Random random = new Random(name.hashCode());
    Path file = dir.resolve("mutant");
    for (int i = 0; i < times; i++) {
      Files.write(file, mutant(intact, random));
      long start = System.nanoTime();
      int seed = i;
      assertThatCode(() -> readAll(file)).as("mutant %d", seed).doesNotThrowAnyException();
      assertThat(System.nanoTime() - start).as("mutant %d", seed).isLessThan(MAX_NANOS_A_FILE);
    }
  }

  private static void readAll(Path file) {
    try (FaxDocument document = Intake.open(file, "mutant")) {
      for (int number = 1; number <= Math.min(document.pageCount(), 3); number++) {
        if (document.page(number) instanceof IntakeOutcome.Decoded decoded) {
          check(decoded.page());
        }
      }
    }
  }

  private static void check(Page page) {
    int height = page.image().height();
    assertThat((long) page.image().width() * height).isLessThanOrEqualTo(IntakeLimits.MAX_PIXELS);
    assertThat(page.damage().missingFrom()).isBetween(0, height);
    assertThat(page.damage().bad().length()).isLessThanOrEqualTo(height);
    assertThat(page.damage().badCount()).isBetween(page.damage().bad().cardinality(), height);
    assertThat(page.sha256()).hasSize(64);
  }

  /** Bytes flipped in the header and directory or anywhere, a piece cut out, or the end cut off. */
  private static byte[] mutant(byte[] intact, Random random) {
    byte[] bytes = intact.clone();
    int kind = random.nextInt(5);
    if (kind == 3) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    if (kind == 4) {
      int from = random.nextInt(bytes.length);
      int length = random.nextInt(Math.min(400, bytes.length - from) + 1);
      System.arraycopy(bytes, from + length, bytes, from, bytes.length - from - length);
      return Arrays.copyOf(bytes, bytes.length - length);
    }
    int changes = 1 + random.nextInt(kind == 2 ? 40 : 4);
    for (int i = 0; i < changes; i++) {
      int at =
          kind == 0
              ? bytes.length - 1 - random.nextInt(Math.min(260, bytes.length))
              : random.nextInt(bytes.length);
      bytes[at] = (byte) random.nextInt(256);
    }
    return bytes;
  }
}
