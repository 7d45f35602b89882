package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TIFF files cut off before the directory at their end keep the rows that came. */
class TiffSalvageTest {

  private static final Path DEMO = Path.of("testdata", "demo");

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fax-20221115-0912.tif",
        "fax-20221116-0835.tif",
        "fax-20221121-0840.tif",
        "fax-20221121-1655.tif",
        "fax-20221122-0931.tif"
      })
  void keepsTheRowsAboveACutExactly(String name) throws IOException {
    byte[] tiff = Files.readAllBytes(DEMO.resolve(name));
    Page whole = Fixtures.page(DEMO.resolve(name));
    int before = 0;
    for (int percent = 20; percent <= 95; percent += 15) {
      byte[] cut = Arrays.copyOf(tiff, tiff.length * percent / 100);

      Page page = Fixtures.page(Fixtures.write(dir, "cut.tif", cut));

      int came = page.damage().missingFrom();
      assertThat(came).as("%d %%", percent).isGreaterThan(before).isGreaterThan(100);
      assertThat(page.damage().any(page.image().height())).isTrue();
      List<Integer> different = Fixtures.differentRows(page.image(), whole.image());
      assertThat(different)
          .as("%d %%", percent)
          .allMatch(row -> row >= came || page.damage().bad().get(row));
      before = came;
    }
  }

  @Test
  void saysThatFurtherPagesAreLost() throws IOException {
    byte[] tiff = Files.readAllBytes(DEMO.resolve("fax-20221118-0312.tif"));
    Path file = Fixtures.write(dir, "cut.tif", Arrays.copyOf(tiff, 25_000));

    try (FaxDocument document = Intake.open(file, "cut")) {
      assertThat(document.pageCount()).isEqualTo(2);
      assertThat(document.page(1)).isInstanceOf(IntakeOutcome.Decoded.class);
      assertThat(document.page(2)).isInstanceOf(IntakeOutcome.Failed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lzw.tif", "deflate.tif", "packbits.tif", "jpeg-strips.tif"})
  void takesNoOtherCompressionForAFax(String name) throws IOException {
    byte[] tiff = Fixtures.bytes(name);
    Path file = Fixtures.write(dir, name, Arrays.copyOf(tiff, tiff.length * 3 / 4));

    assertThat(Fixtures.outcome(file))
        .isEqualTo(
            new IntakeOutcome.Failed(
                "fixture", 0, FailureReason.CORRUPT, "the file is cut off before its directory"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void takesNoNoiseForAFax(int seed) throws IOException {
    byte[] noise = new byte[40_000];
    new Random(seed).nextBytes(noise);
    System.arraycopy(new byte[] {'I', 'I', 42, 0, 0, 0, 1, 0}, 0, noise, 0, 8);

    assertThat(Fixtures.failure(Fixtures.write(dir, "noise.tif", noise)))
        .isEqualTo(FailureReason.CORRUPT);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0xff})
  void takesNoEmptyPaperForAFax(int fill) throws IOException {
    byte[] blank = new byte[40_000];
    Arrays.fill(blank, (byte) fill);
    System.arraycopy(new byte[] {'I', 'I', 42, 0, 0, 0, 1, 0}, 0, blank, 0, 8);

    assertThat(Fixtures.failure(Fixtures.write(dir, "blank.tif", blank)))
        .isEqualTo(FailureReason.CORRUPT);
  }
}
