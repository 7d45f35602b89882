package yomitori.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;

class PdfIntakeTest {

  private static final float WIDTH = 1728 * 72 / 204f;
  private static final float HEIGHT = 1143 * 72 / 98f;

  @TempDir Path dir;

  @Test
  void takesTheFaxPictureAtItsOwnResolution() throws IOException {
    Page page = Fixtures.page(Fixtures.path("t6.pdf"));

    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("t6.tif"))).isEmpty();
    assertThat(page.resolution().dpiX()).isCloseTo(204, within(1.0));
    assertThat(page.resolution().dpiY()).isCloseTo(98, within(1.0));
    assertThat(page.damage().any(1143)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "t6.tif, -1, false, false",
    "t6.tif, -1, true, true",
    "t4-1d.tif, 0, false, false",
    "t4-2d.tif, 4, false, false",
    "t4-2d.tif, 0, false, false",
  })
  void decodesEveryKindOfCcittStream(String name, int k, boolean blackIs1, boolean inverted)
      throws IOException {
    Path file = pdf(pdf -> ccitt(pdf, strip(name), k, blackIs1, inverted), 0, Matrix::clone);

    Page page = Fixtures.page(file);

    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk(name))).isEmpty();
  }

  @Test
  void keepsTheRowsAboveACut() throws IOException {
    byte[] strip = strip("t6.tif");
    byte[] cut = Arrays.copyOf(strip, strip.length / 2);
    Path file = pdf(pdf -> ccitt(pdf, cut, -1, false, false), 0, Matrix::clone);

    Page page = Fixtures.page(file);

    assertThat(page.image().height()).isEqualTo(1143);
    assertThat(page.damage().missingFrom()).isBetween(100, 1000);
    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("t6.tif")))
        .allMatch(row -> row >= page.damage().missingFrom());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void laysThePictureAsAViewerShowsThePage(int rotation) throws IOException {
    Path file = pdf(pdf -> ccitt(pdf, strip("t6.tif"), -1, false, false), rotation, Matrix::clone);
    int quarter = rotation / 90;
    int orientation = new int[] {1, 6, 3, 8}[quarter];
    GrayImage seen = Turn.ofOrientation(orientation).apply(Fixtures.byJdk("t6.tif"));

    Page page = Fixtures.page(file);

    assertThat(page.image().width()).isEqualTo(quarter % 2 == 0 ? 1728 : 1143);
    assertThat(Fixtures.differentRows(page.image(), seen)).isEmpty();
    assertThat(page.resolution().dpiX()).isCloseTo(quarter % 2 == 0 ? 204 : 98, within(1.0));
  }

  @Test
  void laysAnImageThatIsDrawnSidewaysUpright() throws IOException {
    // Drawn a quarter turn counter-clockwise on a page that is turned back clockwise.
    Path file =
        pdf(
            pdf -> ccitt(pdf, strip("t6.tif"), -1, false, false),
            90,
            m -> new Matrix(0, WIDTH, -HEIGHT, 0, HEIGHT, 0));

    Page page = Fixtures.page(file);

    assertThat(Fixtures.differentRows(page.image(), Fixtures.byJdk("t6.tif"))).isEmpty();
  }

  @Test
  void takesLosslessAndJpegPicturesAtTheirOwnResolution() throws IOException {
    BufferedImage picture = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
    picture.createGraphics().fillRect(0, 0, 1654, 1000);
    for (boolean jpeg : new boolean[] {false, true}) {
      Path file =
          pdf(
              pdf ->
                  jpeg
                      ? JPEGFactory.createFromImage(pdf, picture)
                      : LosslessFactory.createFromImage(pdf, picture),
              0,
              m -> new Matrix(595.4f, 0, 0, 842, 0, 0));

      Page page = Fixtures.page(file);

      assertThat(page.image().width()).isEqualTo(1654);
      assertThat(page.image().get(800, 500)).isGreaterThan(250);
      assertThat(page.image().get(800, 2000)).isLessThan(5);
      assertThat(page.resolution().dpiX()).isCloseTo(200, within(0.5));
    }
  }

  @ParameterizedTest
  @CsvSource({"FILL, 1653", "NEITHER, 1728"})
  void drawsAPageOnWhichVisibleTextLiesOverThePicture(RenderingMode mode, int width)
      throws IOException {
    Path file = dir.resolve("text.pdf");
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.drawImage(ccitt(pdf, strip("t6.tif"), -1, false, false), 0, 0, 595, 842);
        content.beginText();
        content.setRenderingMode(mode);
        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
        content.newLineAtOffset(100, 100);
        content.showText("FROM 00-0000-0000");
        content.endText();
      }
      pdf.save(file.toFile());
    }

    assertThat(Fixtures.page(file).image().width()).isEqualTo(width);
  }

  @Test
  void saysThatAPdfNeedsAPassword() throws IOException {
    Path file = dir.resolve("locked.pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage());
      pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      pdf.save(file.toFile());
    }

    assertThat(Fixtures.failure(file)).isEqualTo(FailureReason.ENCRYPTED);
  }

  @Test
  void refusesAPageThatIsTooLargeToDraw() throws IOException {
    Path file = dir.resolve("huge.pdf");
    try (PDDocument pdf = new PDDocument()) {
      pdf.addPage(new PDPage(new PDRectangle(14400, 14400)));
      pdf.save(file.toFile());
    }

    assertThat(Fixtures.failure(file)).isEqualTo(FailureReason.TOO_LARGE);
  }

  @Test
  void givesUpOnContentWithoutEnd() throws IOException {
    Path file = dir.resolve("endless.pdf");
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage();
      pdf.addPage(page);
      PDStream content = new PDStream(pdf);
      try (OutputStream out = content.createOutputStream(COSName.FLATE_DECODE)) {
        byte[] block = "q Q ".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 100; i++) {
          out.write(block);
        }
      }
      page.setContents(content);
      pdf.save(file.toFile());
    }

    assertThat(Fixtures.failure(file)).isEqualTo(FailureReason.TOO_LARGE);
  }

  @Test
  void hashesAnEmbeddedPictureTheSameInAnotherFile() throws IOException {
    Path once = pdf(pdf -> ccitt(pdf, strip("t6.tif"), -1, false, false), 0, Matrix::clone);
    String first = Fixtures.page(once).sha256();
    String file = new PageHash("").add(Files.readAllBytes(once)).hex();
    Path again = pdf(pdf -> ccitt(pdf, strip("t6.tif"), -1, false, false), 0, Matrix::clone);

    assertThat(new PageHash("").add(Files.readAllBytes(again)).hex()).isNotEqualTo(file);
    assertThat(Fixtures.page(again).sha256()).isEqualTo(first).hasSize(64);
  }

  private interface ImageMaker {
    PDImageXObject make(PDDocument pdf) throws IOException;
  }

  private interface Placement {
    Matrix of(Matrix whole);
  }

  /** A page of the fax's size with one image, over the whole page unless placed otherwise. */
  private Path pdf(ImageMaker image, int rotation, Placement placement) throws IOException {
    Path file = dir.resolve("page.pdf");
    try (PDDocument pdf = new PDDocument()) {
      Matrix at = placement.of(new Matrix(WIDTH, 0, 0, HEIGHT, 0, 0));
      boolean sideways = at.getScaleX() == 0;
      PDPage page =
          new PDPage(sideways ? new PDRectangle(HEIGHT, WIDTH) : new PDRectangle(WIDTH, HEIGHT));
      page.setRotation(rotation);
      pdf.addPage(page);
      try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
        content.drawImage(image.make(pdf), at);
      }
      pdf.save(file.toFile());
    }
    return file;
  }

  private static byte[] strip(String name) throws IOException {
    byte[] tiff = Fixtures.bytes(name);
    int at = Fixtures.stripAt(tiff);
    return Arrays.copyOfRange(tiff, at, at + Fixtures.stripLength(tiff));
  }

  private static PDImageXObject ccitt(
      PDDocument pdf, byte[] data, int k, boolean blackIs1, boolean inverted) throws IOException {
    PDImageXObject image =
        new PDImageXObject(
            pdf,
            new ByteArrayInputStream(data),
            COSName.CCITTFAX_DECODE,
            1728,
            1143,
            1,
            PDDeviceGray.INSTANCE);
    COSDictionary parameters = new COSDictionary();
    parameters.setInt(COSName.K, k);
    parameters.setInt(COSName.COLUMNS, 1728);
    parameters.setBoolean(COSName.BLACK_IS_1, blackIs1);
    COSArray array = new COSArray();
    array.add(parameters);
    image.getCOSObject().setItem(COSName.DECODE_PARMS, array);
    if (inverted) {
      COSArray decode = new COSArray();
      decode.add(COSInteger.ONE);
      decode.add(COSInteger.ZERO);
      image.setDecode(decode);
    }
    return image;
  }
}
