package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

class SenderLineReaderTest {

  private static final double ACROSS_DPI = 204;
  private static final double FINE_DPI = 196;
  private static final double STANDARD_DPI = 98;

  private final SenderLineReader reader = new SenderLineReader(LineModel.standard());

  private static Page blank(double dpiY) {
    int height = (int) (297 / 25.4 * dpiY);
    return new Page(
        "a.tif",
        1,
        "0".repeat(64),
        GrayImage.white(1728, height),
        new Resolution(ACROSS_DPI, dpiY),
        Page.RowDamage.none(height));
  }

  private Optional<String> number(String line, double dpiY) {
    PrintedSenderLine printed =
        new PrintedSenderLine(line, "", "BIZ UDGothic Bold", 3.0, false, 1.5);
    return reader.read(printed.above(blank(dpiY), new SplittableRandom(7))).map(SenderLine::number);
  }

  @ParameterizedTest
  @ValueSource(doubles = {FINE_DPI, STANDARD_DPI})
  void theNumberIsReadAmongDateNameAndCount(double dpiY) {
    assertThat(number("2022年11月21日 15時49分  スズキ医院  FAX 042-873-4659   P. 1/ 1", dpiY))
        .contains("0428734659");
  }

  @Test
  void aNumberInSeparateGroupsIsReadTogether() {
    assertThat(number("15:49 11/21  TEL.+81 3 5218 4679   No.0215 P.1", FINE_DPI))
        .contains("0352184679");
  }

  @Test
  void theNumberThatWasCalledIsNotTheSenders() {
    assertThat(number("11/21 15:49   0428734659   TO:03-3946-6295 P. 1", FINE_DPI))
        .contains("0428734659");
    assertThat(number("11/21 15:49   TO:03-3946-6295 P. 1", FINE_DPI)).isEmpty();
  }

  @Test
  void ofTwoNumbersNeitherIsTaken() {
    assertThat(number("0428734659   15:49   03-3946-6295 P. 1", FINE_DPI)).isEmpty();
  }

  @Test
  void aPageWithoutALineHasNone() {
    assertThat(reader.read(blank(FINE_DPI))).isEmpty();
    assertThat(number("2022/11/21 15:49  P.001/001", FINE_DPI)).isEmpty();
  }

  @Test
  void aDarkStreakDoesNotHideTheLine() {
    PrintedSenderLine printed =
        new PrintedSenderLine("FROM: 0428734659  P.001", "", "BIZ UDGothic Bold", 3.0, false, 1.5);
    Page page = printed.above(blank(FINE_DPI), new SplittableRandom(7));
    for (int y = 0; y < page.image().height(); y++) {
      page.image().set(1200, y, 0);
      page.image().set(1201, y, 0);
    }
    assertThat(reader.read(page).map(SenderLine::number)).contains("0428734659");
  }
}
