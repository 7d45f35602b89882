package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitsCommandTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  @Test
  void theTableHasTheColumnsOfTheContractAndOneRowForEachCrop() throws IOException {
    cell("b/2.png", "7", 64, 90, 52, true);
    cell("1.png", "3", 64, 90, 52, true);

    assertThat(digits(folder.resolve("crops"))).isZero();
    String text = Files.readString(folder.resolve("digits.csv"));
    assertThat(text).startsWith("file,digit,confidence,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9\r\n");
    assertThat(rows()).extracting(row -> row.get("file")).containsExactly("1.png", "b/2.png");
    assertThat(rows()).extracting(row -> row.get("digit")).containsExactly("3", "7");
    for (CSVRecord row : rows()) {
      double sum = 0;
      for (int digit = 0; digit < 10; digit++) {
        sum += Double.parseDouble(row.get("p" + digit));
      }
      assertThat(sum).isBetween(0.9, 1.00001);
      assertThat(Double.parseDouble(row.get("confidence")))
          .isCloseTo(Double.parseDouble(row.get("p" + row.get("digit"))), Offset.offset(1e-9));
    }
  }

  /** Sizes from a thumbnail to a scan at 600 dpi, tight to loose, with and without a frame. */
  @ParameterizedTest
  @CsvSource({
    "20, 28, 18, false",
    "40, 56, 24, true",
    "64, 64, 60, false",
    "300, 420, 220, true",
    "200, 120, 60, false",
    "300, 420, 40, false"
  })
  void theSizeAndTheMarginOfACropAreOfNoAccount(int width, int height, int size, boolean frame)
      throws IOException {
    for (int digit = 0; digit < 10; digit++) {
      cell(digit + ".png", Integer.toString(digit), width, height, size, frame);
    }
    assertThat(digits(folder.resolve("crops"))).isZero();
    assertThat(rows())
        .extracting(row -> row.get("digit"))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  }

  @Test
  void aNegativeIsReadAsItsPositive() throws IOException {
    cell("7.png", "7", 64, 90, 52, false);
    Path file = folder.resolve("crops/7.png");
    BufferedImage image = ImageIO.read(file.toFile());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, ~image.getRGB(x, y));
      }
    }
    ImageIO.write(image, "png", file.toFile());
    digits(folder.resolve("crops"));
    assertThat(rows().get(0).get("digit")).isEqualTo("7");
  }

  /** Offsets in px of a bare stroke, 5 px wide, from the left of a cell of 64 px. */
  @ParameterizedTest
  @ValueSource(ints = {9, 14, 30, 46})
  void aBareStrokeBesideTheFrameIsRatherAOneThanAnyOtherDigit(int offset) throws IOException {
    cell("1.png", "", 64, 90, 52, true);
    Path file = folder.resolve("crops/1.png");
    BufferedImage image = ImageIO.read(file.toFile());
    Graphics2D g = image.createGraphics();
    g.setColor(Color.BLACK);
    g.fillRect(offset, 20, 5, 55);
    g.dispose();
    ImageIO.write(image, "png", file.toFile());
    digits(folder.resolve("crops"));
    CSVRecord row = rows().get(0);
    double one = Double.parseDouble(row.get("p1"));
    for (int digit = 0; digit < 10; digit++) {
      assertThat(Double.parseDouble(row.get("p" + digit))).isLessThanOrEqualTo(one);
    }
  }

  @Test
  void anEmptyCellHasNoDigit() throws IOException {
    cell("empty.png", "", 64, 90, 52, true);
    digits(folder.resolve("crops"));
    assertThat(rows().get(0).get("digit")).isEmpty();
  }

  @Test
  void whatCannotBeOpenedIsNamedAndTheOthersAreRead() throws IOException {
    cell("1.png", "1", 64, 90, 52, true);
    Files.writeString(folder.resolve("crops/0.png"), "no picture");

    assertThat(digits(folder.resolve("crops"), folder.resolve("nothing.png")))
        .isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(err.toString()).contains("0.png", "nothing.png");
    assertThat(rows()).extracting(row -> row.get("file")).containsExactly("1.png");
  }

  @Test
  void aPictureThatBreaksOffIsNamedAndNotTakenForAnEmptyCell() throws IOException {
    cell("1.png", "1", 300, 420, 220, true);
    Path file = folder.resolve("crops/1.png");
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));

    assertThat(digits(folder.resolve("crops"))).isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(err.toString()).contains("1.png");
    assertThat(rows()).isEmpty();
  }

  @Test
  void aPictureOfWhichAByteChangedIsNamed() throws IOException {
    cell("1.png", "1", 300, 420, 220, true);
    Path file = folder.resolve("crops/1.png");
    byte[] bytes = Files.readAllBytes(file);
    int data = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("IDAT");
    int length = ByteBuffer.wrap(bytes).getInt(data - Integer.BYTES);
    bytes[data + length + Integer.BYTES - 1] ^= 1; // the last of the checksum over the rows
    Files.write(file, bytes);
    cell("2.png", "3", 64, 90, 52, true);

    assertThat(digits(folder.resolve("crops"))).isEqualTo(ExitCode.SOME_NOT_READ);
    assertThat(err.toString()).contains("1.png").doesNotContain("2.png");
    assertThat(rows()).extracting(row -> row.get("file")).containsExactly("2.png");
  }

  @Test
  void cropsOfTheSameNameInTwoFoldersAreToldApart() throws IOException {
    cell("a/1.png", "1", 64, 90, 52, true);
    cell("b/1.png", "3", 64, 90, 52, true);
    Path a = folder.resolve("crops/a");
    Path b = folder.resolve("crops/b");
    assertThat(digits(a, b)).isZero();
    assertThat(rows())
        .extracting(row -> row.get("file"))
        .containsExactly(a.resolve("1.png").toString(), b.resolve("1.png").toString());
  }

  @Test
  void theTableOfAnEarlierRunAmongTheCropsIsReplaced() throws IOException {
    cell("1.png", "1", 64, 90, 52, true);
    Path table = folder.resolve("crops/digits.csv");
    assertThat(run(folder.resolve("crops"), table)).isZero();
    assertThat(run(folder.resolve("crops"), table)).isZero();
    assertThat(Files.readString(table).lines()).hasSize(2);
  }

  private void cell(String name, String digit, int width, int height, int size, boolean frame)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
    Graphics2D g = image.createGraphics();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width, height);
    g.setColor(Color.BLACK);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
    var bounds = g.getFont().createGlyphVector(g.getFontRenderContext(), digit).getVisualBounds();
    g.drawString(
        digit,
        (float) (width / 2.0 - bounds.getCenterX()),
        (float) (height / 2.0 - bounds.getCenterY()));
    if (frame) {
      int thick = Math.max(1, width / 40);
      g.fillRect(0, 0, thick, height);
      g.fillRect(0, height - thick, width, thick);
    }
    g.dispose();
    Path file = folder.resolve("crops").resolve(name);
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
  }

  private int digits(Path... paths) {
    Path[] all = java.util.Arrays.copyOf(paths, paths.length + 1);
    all[paths.length] = folder.resolve("digits.csv");
    return run(all);
  }

  /** The last path is the table. */
  private int run(Path... paths) {
    StringWriter out = new StringWriter();
    Session session =
        new Session(
            Path.of(""),
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            false,
            new Messages(Locale.ENGLISH),
            Wiring.rooms());
    String[] arguments = new String[paths.length + 2];
    arguments[0] = "digits";
    for (int i = 0; i + 1 < paths.length; i++) {
      arguments[i + 1] = paths[i].toString();
    }
    arguments[paths.length] = "--out";
    arguments[paths.length + 1] = paths[paths.length - 1].toString();
    return Yomitori.commandLine(session).execute(arguments);
  }

  private List<CSVRecord> rows() throws IOException {
    String text = Files.readString(folder.resolve("digits.csv"));
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return parser.getRecords();
    }
  }
}
