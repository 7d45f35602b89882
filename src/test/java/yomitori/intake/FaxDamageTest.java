package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;

/** Damaged strips and lying tags: what came is kept, what did not is counted. */
class FaxDamageTest {

  private static final int HEIGHT = 1143;

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({"t4-1d.tif,2", "t4-2d.tif,2"})
  void losesOneRowAndThoseThatRestOnItWhereAByteIsHit(String name, int most) throws IOException {
    byte[] tiff = Fixtures.bytes(name);
    tiff[Fixtures.stripAt(tiff) + Fixtures.stripLength(tiff) / 2] ^= 0x5a;

    Page page = Fixtures.page(Fixtures.write(dir, name, tiff));

    List<Integer> different = Fixtures.differentRows(page.image(), Fixtures.byJdk(name));
    assertThat(page.damage().badCount()).isBetween(1, most);
    assertThat(different.size()).isLessThanOrEqualTo(most);
    assertThat(page.damage().bad().stream().boxed().toList()).containsAll(different);
    assertThat(page.damage().missingFrom()).isEqualTo(HEIGHT);
  }

  @Test
  void findsAllDamageOfTwentyHitBytes() throws IOException {
    byte[] tiff = Fixtures.bytes("t4-1d.tif");
    int step = Fixtures.stripLength(tiff) / 21;
    for (int i = 1; i <= 20; i++) {
      tiff[Fixtures.stripAt(tiff) + i * step] ^= 0x33;
    }

    Page page = Fixtures.page(Fixtures.write(dir, "hit.tif", tiff));

    assertThat(page.damage().badCount()).isBetween(10, 40);
  }

  @ParameterizedTest
  @ValueSource(strings = {"t4-1d.tif", "t4-2d.tif", "t6.tif"})
  void keepsTheRowsAboveACut(String name) throws IOException {
    byte[] tiff = Fixtures.bytes(name);
    Fixtures.lie(tiff, TiffDirectory.STRIP_BYTE_COUNTS, (int) (Fixtures.stripLength(tiff) * 0.6));
    byte[] cut = withoutTailOfStrip(tiff);

    Page page = Fixtures.page(Fixtures.write(dir, name, cut));

    int came = page.damage().missingFrom();
    List<Integer> different = Fixtures.differentRows(page.image(), Fixtures.byJdk(name));
    assertThat(came).isBetween(HEIGHT / 4, HEIGHT - 100);
    assertThat(different).allMatch(row -> row >= came);
    assertThat(page.image().height()).isEqualTo(HEIGHT);
    assertThat(page.damage().badCount()).isZero();
  }

  /** Blots out the strip's bytes beyond its (shortened) count, so that they cannot be recovered. */
  private static byte[] withoutTailOfStrip(byte[] tiff) {
    byte[] cut = tiff.clone();
    int from = Fixtures.stripAt(tiff) + Fixtures.stripLength(tiff);
    int directory = Fixtures.directoryAt(tiff);
    Arrays.fill(cut, from, directory, (byte) 0);
    return cut;
  }

  @Test
  void believesTheFileRatherThanAByteCountThatIsTooSmall() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.lie(tiff, TiffDirectory.STRIP_BYTE_COUNTS, Fixtures.stripLength(tiff) / 3);

    assertIntact(tiff);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        TiffDirectory.STRIP_BYTE_COUNTS,
        TiffDirectory.ROWS_PER_STRIP,
        TiffDirectory.PHOTOMETRIC,
        TiffDirectory.FILL_ORDER
      })
  void doesWithoutATag(int tag) throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.drop(tiff, tag);

    assertIntact(tiff);
  }

  @ParameterizedTest
  @CsvSource({
    "262,1", "266,2", "259,3", "278,0", "257,0",
  })
  void seesThroughATagThatLies(int tag, int value) throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.lie(tiff, tag, value);

    assertIntact(tiff);
  }

  @Test
  void takesTheRowsBeyondAHeightThatIsTooSmall() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.lie(tiff, TiffDirectory.IMAGE_LENGTH, 600);

    assertPictureIntact(tiff);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void seesThroughAWrongCompressionOfT4Data(int compression) throws IOException {
    byte[] tiff = Fixtures.bytes("t4-2d.tif");
    Fixtures.lie(tiff, TiffDirectory.COMPRESSION, compression);

    assertIntact(tiff);
  }

  @Test
  void findsOutThatRowsAreTwoDimensionalWhereNoTagSaysSo() throws IOException {
    byte[] tiff = Fixtures.bytes("t4-2d.tif");
    Fixtures.drop(tiff, TiffDirectory.T4_OPTIONS);

    assertIntact(tiff);
  }

  @Test
  void endsThePageWhereTheSenderEndedIt() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.lie(tiff, TiffDirectory.IMAGE_LENGTH, HEIGHT + 500);
    Fixtures.lie(tiff, TiffDirectory.ROWS_PER_STRIP, HEIGHT + 500);

    assertPictureIntact(tiff);
  }

  @Test
  void showsWhichRowsOfATooLongPageNeverCame() throws IOException {
    byte[] tiff = Fixtures.bytes("t4-1d.tif");
    Fixtures.lie(tiff, TiffDirectory.IMAGE_LENGTH, HEIGHT + 500);

    Page page = Fixtures.page(Fixtures.write(dir, "long.tif", tiff));

    assertThat(page.image().height()).isEqualTo(HEIGHT + 500);
    assertThat(page.damage().missingFrom()).isEqualTo(HEIGHT);
  }

  @ParameterizedTest
  @CsvSource({"t4-1d.tif,0.02", "t4-2d.tif,0.10", "t6.tif,0.06"})
  void marksWhereAHitByteChangedThePicture(String name, double unnoticed) throws IOException {
    GrayImage whole = Fixtures.byJdk(name);
    byte[] intact = Fixtures.bytes(name);
    int silent = 0;
    int tries = 0;
    for (int at = 100; at < Fixtures.stripLength(intact) - 100; at += 37) {
      byte[] tiff = intact.clone();
      tiff[Fixtures.stripAt(tiff) + at] ^= 0x5a;
      Page page = Fixtures.page(Fixtures.write(dir, "hit.tif", tiff));
      boolean changed = !Fixtures.differentRows(page.image(), whole).isEmpty();
      tries++;
      silent += changed && !page.damage().any(page.image().height()) ? 1 : 0;
    }
    assertThat((double) silent / tries).isLessThanOrEqualTo(unnoticed);
  }

  @Test
  void countsTheBadLinesThatTheReceiverNoted() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    // PageNumber gives up its place in the directory, which is sorted and just before.
    Fixtures.rename(tiff, 297, TiffDirectory.BAD_FAX_LINES);
    Fixtures.lie(tiff, TiffDirectory.BAD_FAX_LINES, 17);

    Page page = Fixtures.page(Fixtures.write(dir, "noted.tif", tiff));

    assertThat(page.damage().badCount()).isEqualTo(17);
    assertThat(page.damage().bad().cardinality()).isZero();
  }

  private void assertIntact(byte[] tiff) throws IOException {
    assertThat(assertPictureIntact(tiff).damage().any(HEIGHT)).isFalse();
  }

  private Page assertPictureIntact(byte[] tiff) throws IOException {
    Page page = Fixtures.page(Fixtures.write(dir, "changed.tif", tiff));
    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("t6.tif"))).isEmpty();
    assertThat(page.damage().bad().isEmpty()).isTrue();
    return page;
  }
}
