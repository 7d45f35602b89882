package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaxNumberTest {

  @ParameterizedTest
  @CsvSource({
    "2022年11月21日 15時49分 FAX 0428004657 NO.5208 P. 1/1, 0428004657",
    "FAX:03-1234-5678  2022/11/21 15:49 P.001/001, 0312345678",
    "12-05-2022 09:12 (042)800-4657, 0428004657",
    "03(1234)5678 P1, 0312345678",
    "15:49 042 800 4657 #012, 0428004657",
    "050-1234-5678, 05012345678",
    "0120-123-456, 0120123456",
    "+81 3 1234 5678, 0312345678",
    "+81-(0)42-800-4657, 0428004657",
    "TEL.03一1234一5678, 0312345678"
  })
  void aNumberIsFoundHoweverItIsWritten(String text, String digits) {
    assertThat(FaxNumber.in(text)).extracting(FaxNumber::digits).containsExactly(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01-05-2022 09:12",
        "05-11-22 15:49 P.01/01",
        "NO.0428004657",
        "#0428004657",
        "042800465",
        "0501234567",
        "04280046571",
        "15:0428004657",
        "0428004657/2",
        "0000000000",
        "FAX 5312345678"
      })
  void datesTimesCountsAndNumbersOutsideThePlanAreNone(String text) {
    assertThat(FaxNumber.in(text)).isEmpty();
  }
}
