package yomitori.simulate.tiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.tiff.FaxTiff.BadRowTags;
import yomitori.simulate.tiff.FaxTiff.Layout;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

class FaxTiffTest {

  @ParameterizedTest
  @CsvSource({
    "T4_1D, false, false",
    "T4_1D, true, true",
    "T4_2D, false, true",
    "T4_2D, true, false",
    "T6, false, false",
    "T6, false, true"
  })
  void whatIsWrittenIsReadBackByTheJdk(Coding coding, boolean alignEol, boolean lsbFirst)
      throws IOException {
    GrayImage image = rows(1728, 300);
    byte[] tiff = FaxTiff.write(List.of(page(image, coding, alignEol, lsbFirst)));
    assertThat(pixels(read(tiff, 0))).isEqualTo(image.pixels());
  }

  @ParameterizedTest
  @CsvSource({"T4_1D", "T4_2D", "T6"})
  void rowsWiderThanTheLongestRunCodeAreReadBack(Coding coding) throws IOException {
    GrayImage image = rows(5184, 60);
    byte[] tiff = FaxTiff.write(List.of(page(image, coding, false, false)));
    assertThat(pixels(read(tiff, 0))).isEqualTo(image.pixels());
  }

  @Test
  void tagsAreThoseOfAFax() throws IOException {
    TiffPage page =
        new TiffPage(
            rows(1728, 20),
            new Resolution(204, 98),
            Coding.T4_2D,
            true,
            true,
            new Layout(0, false, true, new BadRowTags(true, 7, 3, false)),
            UnaryOperator.identity());
    TIFFDirectory tags =
        TIFFDirectory.createFromMetadata(metadata(FaxTiff.write(List.of(page, page)), 1));
    assertThat(tags.getTIFFField(254).getAsInt(0)).isEqualTo(2);
    assertThat(tags.getTIFFField(259).getAsInt(0)).isEqualTo(3);
    assertThat(tags.getTIFFField(262).getAsInt(0)).isZero();
    assertThat(tags.getTIFFField(266).getAsInt(0)).isEqualTo(2);
    assertThat(tags.getTIFFField(278).getAsInt(0)).isEqualTo(20);
    assertThat(tags.getTIFFField(282).getAsDouble(0)).isEqualTo(204);
    assertThat(tags.getTIFFField(283).getAsDouble(0)).isEqualTo(98);
    assertThat(tags.getTIFFField(292).getAsInt(0)).isEqualTo(5);
    assertThat(tags.getTIFFField(296).getAsInt(0)).isEqualTo(2);
    assertThat(tags.getTIFFField(297).getAsInt(0)).isEqualTo(1);
    assertThat(tags.getTIFFField(297).getAsInt(1)).isEqualTo(2);
    assertThat(tags.getTIFFField(326).getAsInt(0)).isEqualTo(7);
    assertThat(tags.getTIFFField(328).getAsInt(0)).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"T4_1D, 64, true", "T4_2D, 7, false", "T6, 64, true", "T6, 0, true"})
  void stripsAndEitherByteOrderAreReadBack(Coding coding, int rowsPerStrip, boolean bigEndian)
      throws IOException {
    GrayImage image = rows(1728, 150);
    TiffPage page =
        new TiffPage(
            image,
            new Resolution(204, 196),
            coding,
            false,
            true,
            new Layout(rowsPerStrip, bigEndian, false, BadRowTags.NONE),
            UnaryOperator.identity());
    byte[] tiff = FaxTiff.write(List.of(page, page));
    assertThat(tiff[0]).isEqualTo((byte) (bigEndian ? 'M' : 'I'));
    assertThat(pixels(read(tiff, 1))).isEqualTo(image.pixels());
    TIFFDirectory tags = TIFFDirectory.createFromMetadata(metadata(tiff, 1));
    assertThat(tags.containsTIFFField(282)).isFalse();
    assertThat(tags.containsTIFFField(327)).isFalse();
    assertThat(tags.getTIFFField(297).getAsInt(1)).isEqualTo(2);
    assertThat(tags.getTIFFField(278).getAsInt(0))
        .isEqualTo(rowsPerStrip == 0 ? 150 : rowsPerStrip);
  }

  @Test
  void eachPageOfAFileIsItsOwn() throws IOException {
    GrayImage first = rows(1728, 40);
    GrayImage second = GrayImage.white(1728, 50);
    byte[] tiff =
        FaxTiff.write(
            List.of(page(first, Coding.T6, false, false), page(second, Coding.T6, false, false)));
    assertThat(pixels(read(tiff, 0))).isEqualTo(first.pixels());
    assertThat(pixels(read(tiff, 1))).isEqualTo(second.pixels());
  }

  @Test
  void aPdfHoldsThePageAsOneImage() throws IOException {
    GrayImage image = rows(1728, 120);
    byte[] pdf = FaxPdf.write(List.of(page(image, Coding.T6, false, false)));
    assertThat(FaxPdf.write(List.of(page(image, Coding.T6, false, false)))).isEqualTo(pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var resources = document.getPage(0).getResources();
      var name = resources.getXObjectNames().iterator().next();
      var found = (PDImageXObject) resources.getXObject(name);
      assertThat(pixels(found.getImage())).isEqualTo(image.pixels());
    }
  }

  /** Rows of all kinds: white, black, starting black, fine dots, long runs, runs like the last. */
  private static GrayImage rows(int width, int height) {
    Chance chance = new Chance(5);
    GrayImage image = GrayImage.white(width, height);
    for (int y = 0; y < height; y++) {
      int kind = y % 6;
      for (int x = 0; x < width; x++) {
        boolean ink =
            switch (kind) {
              case 0 -> false;
              case 1 -> true;
              case 2 -> x / 3 % 2 == 0;
              case 3 -> chance.happens(0.3);
              case 4 -> x > 64 && x < width - 65;
              default -> image.get(Math.max(0, x - 2), y - 1) == 0;
            };
        image.set(x, y, ink ? 0 : 255);
      }
    }
    return image;
  }

  private static TiffPage page(GrayImage image, Coding coding, boolean alignEol, boolean lsbFirst) {
    return new TiffPage(
        image,
        new Resolution(204, 196),
        coding,
        alignEol,
        lsbFirst,
        Layout.PLAIN,
        UnaryOperator.identity());
  }

  private static byte[] pixels(BufferedImage image) {
    byte[] pixels = new byte[image.getWidth() * image.getHeight()];
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        pixels[y * image.getWidth() + x] = (byte) (image.getRGB(x, y) & 0xff);
      }
    }
    return pixels;
  }

  private static BufferedImage read(byte[] tiff, int page) throws IOException {
    ImageReader reader = reader();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(in);
      return reader.read(page);
    } finally {
      reader.dispose();
    }
  }

  private static IIOMetadata metadata(byte[] tiff, int page) throws IOException {
    ImageReader reader = reader();
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(tiff))) {
      reader.setInput(in);
      return reader.getImageMetadata(page);
    } finally {
      reader.dispose();
    }
  }

  /** The JDK's own TIFF plug-in, whatever else is on the class path. */
  private static ImageReader reader() {
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("tiff");
    while (readers.hasNext()) {
      ImageReader reader = readers.next();
      if (reader.getClass().getName().startsWith("com.sun.imageio.")) {
        return reader;
      }
    }
    throw new IllegalStateException("this Java has no TIFF plug-in");
  }
}
