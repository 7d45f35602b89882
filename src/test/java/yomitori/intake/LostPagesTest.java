package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that a file promises and does not give are failures, never nothing. */
class LostPagesTest {

  @TempDir Path dir;

  @Test
  void reportsThePagesBehindACut() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("testdata", "demo", "fax-20221118-0312.tif"));

    List<IntakeOutcome> pages = pages("cut.tif", Arrays.copyOf(whole, 50_000));

    assertThat(pages).hasSize(2);
    assertThat(pages.get(0)).isInstanceOf(IntakeOutcome.Decoded.class);
    assertThat(pages.get(1))
        .isEqualTo(
            new IntakeOutcome.Failed(
                "lost", 2, FailureReason.CORRUPT, "the file ends before its next page"));
  }

  @Test
  void reportsACutInsideADirectorysLinkToTheNext() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    int link = Fixtures.directoryAt(tiff) + 2 + 12 * directoryEntries(tiff);

    List<IntakeOutcome> pages = pages("cut.tif", Arrays.copyOf(tiff, link + 2));

    assertThat(pages.get(pages.size() - 1)).isInstanceOf(IntakeOutcome.Failed.class);
  }

  @Test
  void reportsAChainThatLoopsOnce() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    Fixtures.linkDirectory(tiff, Fixtures.directoryAt(tiff));

    List<IntakeOutcome> pages = pages("loop.tif", tiff);

    assertThat(pages).hasSize(2);
    assertThat(failed(pages.get(1)).reason()).isEqualTo(FailureReason.CORRUPT);
  }

  @Test
  void reportsALinkIntoNothing() throws IOException {
    byte[] tiff = Fixtures.bytes("t6.tif");
    byte[] longer = Arrays.copyOf(tiff, tiff.length + 64);
    Fixtures.linkDirectory(longer, tiff.length + 8);

    List<IntakeOutcome> pages = pages("nothing.tif", longer);

    assertThat(pages).hasSize(2);
    assertThat(failed(pages.get(1)).reason()).isEqualTo(FailureReason.CORRUPT);
  }

  @Test
  void reportsThePageWhoseDirectoryLostItsPicture() throws IOException {
    byte[] tiff = Fixtures.bytes("two-pages.tif");
    Fixtures.drop(tiff, TiffDirectory.STRIP_OFFSETS);

    List<IntakeOutcome> pages = pages("no-picture.tif", tiff);

    assertThat(pages).hasSize(2);
    assertThat(failed(pages.get(0)).reason()).isEqualTo(FailureReason.CORRUPT);
    assertThat(pages.get(1)).isInstanceOf(IntakeOutcome.Decoded.class);
  }

  @Test
  void reportsThePagesBeyondTheLimitAsOne() throws IOException {
    int directories = IntakeLimits.MAX_PAGES + 500;
    ByteBuffer tiff = ByteBuffer.allocate(8 + 30 * directories).order(ByteOrder.LITTLE_ENDIAN);
    tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    for (int i = 1; i <= directories; i++) {
      tiff.putShort((short) 2);
      entry(tiff, TiffDirectory.IMAGE_WIDTH, 8);
      entry(tiff, TiffDirectory.STRIP_OFFSETS, 8);
      tiff.putInt(i == directories ? 0 : 8 + 30 * i);
    }
    Path file = Fixtures.write(dir, "many.tif", tiff.array());

    try (FaxDocument document = Intake.open(file, "lost")) {
      assertThat(document.pageCount()).isEqualTo(IntakeLimits.MAX_PAGES + 1);
      assertThat(failed(document.page(IntakeLimits.MAX_PAGES + 1)).reason())
          .isEqualTo(FailureReason.TOO_LARGE);
    }
  }

  @Test
  void reportsAPdfThatPromisesABillionPagesOnce() throws IOException {
    String pdf =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Count 1000000000/Kids[]>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """;

    List<IntakeOutcome> pages = pages("count.pdf", pdf.getBytes(StandardCharsets.US_ASCII));

    assertThat(pages).hasSize(1);
    assertThat(failed(pages.get(0)).reason()).isEqualTo(FailureReason.CORRUPT);
  }

  @Test
  void callsABigTiffByItsName() throws IOException {
    byte[] big = {'I', 'I', 43, 0, 8, 0, 0, 0, 16, 0, 0, 0, 0, 0, 0, 0};

    IntakeOutcome.Failed failure = failed(pages("big.tif", big).get(0));

    assertThat(failure.reason()).isEqualTo(FailureReason.UNSUPPORTED);
    assertThat(failure.detail()).contains("BigTIFF");
  }

  private static void entry(ByteBuffer tiff, int tag, int value) {
    tiff.putShort((short) tag).putShort((short) 4).putInt(1).putInt(value);
  }

  private static int directoryEntries(byte[] tiff) {
    return ByteBuffer.wrap(tiff)
        .order(tiff[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN)
        .getShort(Fixtures.directoryAt(tiff));
  }

  private List<IntakeOutcome> pages(String name, byte[] bytes) throws IOException {
    List<IntakeOutcome> pages = new ArrayList<>();
    try (FaxDocument document = Intake.open(Fixtures.write(dir, name, bytes), "lost")) {
      for (int number = 1; number <= document.pageCount(); number++) {
        pages.add(document.page(number));
      }
    }
    return pages;
  }

  private static IntakeOutcome.Failed failed(IntakeOutcome outcome) {
    assertThat(outcome).isInstanceOf(IntakeOutcome.Failed.class);
    return (IntakeOutcome.Failed) outcome;
  }
}
