package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;

class BlankRendererTest {

  private static final Form FORM = FormLoader.load(SurveyFormTest.FOLDER.resolve("form.yaml"));

  /** Half of the frames' 1 pt, in mm: the middle of the printed stroke. */
  private static final double MIDDLE_OF_FRAME_MM = 0.18;

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({"8, 1680, 2376", "4, 840, 1188", "7.874, 1654, 2339"})
  void thePictureHasTheSheetsSizeAtTheDensity(double pxPerMm, int width, int height)
      throws IOException {
    GrayImage picture = BlankRenderer.render(FORM, SurveyFormTest.FOLDER, pxPerMm);

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
  }

  @Test
  void everyBoxStandsWhereTheDefinitionSays() throws IOException {
    double density = 12;
    GrayImage picture = BlankRenderer.render(FORM, SurveyFormTest.FOLDER, density);
    List<RectMm> boxes =
        Stream.concat(
                FORM.checkBoxes().stream().map(CheckBox::box),
                FORM.fields().stream()
                    .filter(CombField.class::isInstance)
                    .flatMap(field -> ((CombField) field).cells().stream()))
            .toList();

    assertThat(boxes).hasSize(30);
    for (RectMm box : boxes) {
      assertEdges(picture, box.grow(-MIDDLE_OF_FRAME_MM), density, 0, 60);
      assertEdges(picture, box.grow(-0.6), density, 250, 255);
      assertEdges(picture, box.grow(0.3), density, 250, 255);
    }
  }

  @Test
  void everyWritingLineStandsAtTheFootOfItsArea() throws IOException {
    double density = 12;
    GrayImage picture = BlankRenderer.render(FORM, SurveyFormTest.FOLDER, density);
    for (Field field : FORM.fields()) {
      if (field instanceof TextField text) {
        RectMm area = text.area();
        for (int line = 1; line <= text.lines(); line++) {
          double y = area.y() + line * area.h() / text.lines();
          assertThat(at(picture, area.centre().x(), y, density)).as(text.id()).isLessThan(60);
        }
      }
    }
  }

  @Test
  void aScannedBlankIsScaledToTheSheet() throws IOException {
    BufferedImage scan = new BufferedImage(1000, 2000, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = scan.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(0, 0, 1000, 2000);
    graphics.setColor(Color.BLACK);
    graphics.fillRect(0, 0, 500, 1000);
    graphics.setColor(new Color(128, 128, 128));
    graphics.fillRect(500, 1000, 500, 1000);
    graphics.dispose();
    for (String type : List.of("png", "tif")) {
      assertThat(ImageIO.write(scan, type, temp.resolve("blank." + type).toFile())).isTrue();

      GrayImage picture = BlankRenderer.render(foreign("blank." + type), temp, 2);

      assertThat(picture.width()).isEqualTo(200);
      assertThat(picture.height()).isEqualTo(300);
      assertThat(picture.get(99, 149)).isZero();
      assertThat(picture.get(100, 149)).isEqualTo(255);
      assertThat(picture.get(99, 150)).isEqualTo(255);
      assertThat(picture.get(100, 150)).isEqualTo(128);
      assertThat(picture.get(199, 299)).isEqualTo(128);
    }
  }

  @Test
  void aBlankOfTwoColoursBecomesTheirMeanWhereAPixelHoldsBoth() throws IOException {
    BufferedImage scan = new BufferedImage(300, 450, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < 450; y++) {
      for (int x = 0; x < 300; x++) {
        scan.getRaster().setSample(x, y, 0, x % 3 == 0 ? 0 : 255);
      }
    }
    ImageIO.write(scan, "png", temp.resolve("blank.png").toFile());

    GrayImage picture = BlankRenderer.render(foreign("blank.png"), temp, 1);

    assertThat(picture.get(50, 70)).isBetween(169, 171);
  }

  @Test
  void aMissingBlankSaysHowToMakeIt() {
    assertThatThrownBy(() -> BlankRenderer.render(FORM, temp, 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("form draw jma-onshi-2022");
  }

  @Test
  void aBlankThatIsNoPictureIsNamed() throws IOException {
    Files.writeString(temp.resolve("blank.png"), "no picture");

    assertThatThrownBy(() -> BlankRenderer.render(foreign("blank.png"), temp, 8))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("blank.png");
  }

  private static Form foreign(String blank) {
    return new Form("foreign", "1", "Foreign", 100, 150, FORM.fields(), List.of(), blank);
  }

  private static void assertEdges(
      GrayImage picture, RectMm box, double density, int least, int most) {
    assertThat(
            List.of(
                at(picture, box.x(), box.centre().y(), density),
                at(picture, box.right(), box.centre().y(), density),
                at(picture, box.centre().x(), box.y(), density),
                at(picture, box.centre().x(), box.bottom(), density)))
        .as("edges of %s", box)
        .allMatch(grey -> grey >= least && grey <= most);
  }

  private static int at(GrayImage picture, double xMm, double yMm, double density) {
    return picture.get((int) Math.floor(xMm * density), (int) Math.floor(yMm * density));
  }
}
