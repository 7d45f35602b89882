package yomitori.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.geometry.GrayImage;

/** Boxes of each shape, drawn: where their outline is, and where it is not. */
class BoxShapeTest {

  private static final int PX_PER_MM = 20;

  /** What is looked at lies this far inside the outer edge: the middle of a line of 1 pt. */
  private static final double LINE_MM = 0.18;

  @TempDir private Path temp;
  private GrayImage drawn;

  @BeforeEach
  void draw() throws IOException {
    Path file = Files.createDirectory(temp.resolve("shapes")).resolve("form.yaml");
    Files.writeString(
        file,
        """
        id: shapes
        version: 1
        title: Shapes
        sheet: [105, 148]
        style: {labels: none}
        fields:
          - {checkbox: square, label: a, at: [10, 10], size: [6, 4]}
          - {checkbox: round, label: b, at: [30, 10], size: [6, 4], shape: round}
          - {checkbox: bracket, label: c, at: [50, 10], size: [6, 4], shape: bracket}
        """);
    Form form = FormLoader.load(file);
    try (OutputStream pdf = Files.newOutputStream(file.resolveSibling(form.blank()))) {
      BlankDrawer.draw(form, pdf);
    }
    drawn = BlankRenderer.render(form, file.getParent(), PX_PER_MM);
  }

  @Test
  void aSquareBoxIsClosedAndHasCorners() {
    assertThat(ink(10 + LINE_MM, 12)).isTrue();
    assertThat(ink(13, 10 + LINE_MM)).isTrue();
    assertThat(ink(10 + LINE_MM, 10 + LINE_MM)).isTrue();
    assertThat(ink(13, 12)).isFalse();
  }

  @Test
  void aRoundBoxTouchesItsFourEdgesAndHasNoCorners() {
    assertThat(ink(30 + LINE_MM, 12)).isTrue();
    assertThat(ink(36 - LINE_MM, 12)).isTrue();
    assertThat(ink(33, 10 + LINE_MM)).isTrue();
    assertThat(ink(33, 14 - LINE_MM)).isTrue();
    assertThat(ink(30 + LINE_MM, 10 + LINE_MM)).isFalse();
    assertThat(ink(33, 12)).isFalse();
  }

  @Test
  void bracketsAreOpenAtTheTopAndTheFoot() {
    assertThat(ink(50 + LINE_MM, 12)).isTrue();
    assertThat(ink(56 - LINE_MM, 12)).isTrue();
    assertThat(ink(50.5, 10 + LINE_MM)).isTrue();
    assertThat(ink(55.5, 14 - LINE_MM)).isTrue();
    assertThat(ink(53, 10 + LINE_MM)).isFalse();
    assertThat(ink(53, 14 - LINE_MM)).isFalse();
  }

  @Test
  void whereNoLabelsStandNoneArePrinted() {
    for (double x = 17; x < 29; x += 0.1) {
      assertThat(ink(x, 12)).isFalse();
    }
  }

  private boolean ink(double xMm, double yMm) {
    return drawn.get((int) (xMm * PX_PER_MM), (int) (yMm * PX_PER_MM)) < 128;
  }
}
