package yomitori.simulate.respondent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstitutionCodeTest {

  /** Codes of well-known hospitals, as published. */
  @ParameterizedTest
  @CsvSource({
    "13, 8814790", "13, 0415067", "14, 0803304", "12, 9210014", "11, 2401966",
    "26, 9900042", "27, 9900249", "1, 8010016", "4, 8010146", "33, 0210012"
  })
  void theCheckDigitIsThatOfPublishedCodes(int prefecture, String code) {
    int check = InstitutionCode.checkDigit(prefecture, code.substring(0, 6));
    assertThat(check).isEqualTo(code.charAt(6) - '0');
  }
}
