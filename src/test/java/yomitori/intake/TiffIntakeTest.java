package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;

/** Intact TIFF files against the JDK's own decoder. */
class TiffIntakeTest {

  @TempDir Path dir;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "t4-1d.tif",
        "t4-1d-fill-lsb.tif",
        "t4-2d.tif",
        "t6.tif",
        "t6-strips-be.tif",
        "t6-black-is-zero.tif",
        "lzw.tif",
        "deflate.tif",
        "packbits.tif",
        "t6-tiles.tif"
      })
  void decodesAnIntactPageLikeTheJdk(String name) throws IOException {
    Page page = Fixtures.page(Fixtures.path(name));

    assertThat(page.image().width()).isEqualTo(1728);
    assertThat(page.image().height()).isEqualTo(1143);
    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk(name))).isEmpty();
    assertThat(page.damage().any(1143)).isFalse();
    assertThat(page.resolution().dpiX()).isCloseTo(204, within(0.5));
    assertThat(page.resolution().dpiY()).isCloseTo(98, within(0.5));
  }

  @Test
  void decodesJpegStripsLikeTheJdk() throws IOException {
    Page page = Fixtures.page(Fixtures.path("jpeg-strips.tif"));

    GrayImage byJdk = Fixtures.byJdk("jpeg-strips.tif");
    assertThat(Fixtures.differentRows(page.image(), byJdk)).isEmpty();
    assertThat(page.damage().any(1143)).isFalse();
  }

  /** The JDK has no predictor for 16 bits; the file was made from the JPEG. */
  @Test
  void takesTheUpperHalfOf16BitSamples() throws IOException {
    Page page = Fixtures.page(Fixtures.path("lzw-16-bit.tif"));

    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("gray.jpg"))).isEmpty();
  }

  @Test
  void opensEveryPageOfAFile() {
    try (FaxDocument document = Intake.open(Fixtures.path("two-pages.tif"), "two")) {
      assertThat(document.pageCount()).isEqualTo(2);
      Page first = ((IntakeOutcome.Decoded) document.page(1)).page();
      Page second = ((IntakeOutcome.Decoded) document.page(2)).page();
      assertThat(second.number()).isEqualTo(2);
      assertThat(Fixtures.differentRows(first.image(), second.image())).isEmpty();
      assertThat(first.sha256()).isNotEqualTo(second.sha256()).hasSize(64);
    }
  }

  @Test
  void hashesAPageTheSameWhateverTheFileIsCalled() throws IOException {
    Path copy = Fixtures.write(dir, "other.pdf", Fixtures.bytes("t6.tif"));

    assertThat(Fixtures.page(copy).sha256())
        .isEqualTo(Fixtures.page(Fixtures.path("t6.tif")).sha256());
  }
}
