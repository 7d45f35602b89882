package yomitori.simulate.hand;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.chance.Purpose;

class LettersTest {

  private static final Writer WRITER =
      Writer.draw(new Chance(4), new Carelessness(0), Purpose.TUNING)
          .with(Script.KLEE, MarkShape.CHECK);

  @Test
  void thePersonsSameLetterNeverHasTheSameShapeTwiceUnlessItIsType() {
    assertThat(letter(WRITER, 1)).isNotEqualTo(letter(WRITER, 2));
    Writer typist = WRITER.with(Script.PRINT, MarkShape.CHECK);
    assertThat(letter(typist, 1)).isEqualTo(letter(typist, 2));
  }

  @Test
  void heldOutFacesAreForReportingOnly() {
    assertThat(Script.handwriting(Purpose.TUNING)).doesNotContain(Script.KILOJI, Script.KOUZAN);
    assertThat(Script.handwriting(Purpose.DEMO)).doesNotContain(Script.KILOJI, Script.KOUZAN);
    assertThat(Script.handwriting(Purpose.REPORTING))
        .contains(Script.KLEE, Script.KILOJI, Script.KOUZAN)
        .doesNotContain(Script.PRINT);
  }

  @Test
  void aDigitStandsWhereItIsPutAndIsRememberedAsInk() {
    Sheet sheet = sheet();
    sheet.beginTrace();
    RectMm ink = new Letters(sheet, WRITER, Purpose.TUNING, new Chance(3)).digit('8', 10, 10, 6);
    InkTrace trace = sheet.endTrace();
    assertThat(ink.h()).isBetween(4.5, 8.0);
    assertThat(ink.contains(new RectMm(9.9, 9.9, 0.2, 0.2))).isTrue();
    assertThat(trace.points()).hasSizeGreaterThan(50);
    assertThat(trace.points())
        .allMatch(p -> Math.abs(p.x() - ink.centre().x()) <= ink.w() / 2)
        .allMatch(p -> Math.abs(p.y() - ink.centre().y()) <= ink.h() / 2);
  }

  private static byte[] letter(Writer writer, long seed) {
    Sheet sheet = sheet();
    new Letters(sheet, writer, Purpose.TUNING, new Chance(seed)).letter('内', 5, 15, 6);
    return sheet.image().pixels();
  }

  private static Sheet sheet() {
    return new Sheet(GrayImage.white(320, 320), 16);
  }
}
