package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

  @ParameterizedTest
  @CsvSource({
    "'', '', 0",
    "'', 内科, 2",
    "鈴木内科, 鈴木内科, 0",
    "鈴木内科, 鈴本内料, 2",
    "木内科, 鈴木内科, 1",
    "kitten, sitting, 3",
    "𠮷野, 吉野, 1"
  })
  void countsCharactersToMend(String from, String to, int distance) {
    assertThat(EditDistance.between(from, to)).isEqualTo(distance);
    assertThat(EditDistance.between(to, from)).isEqualTo(distance);
  }
}
