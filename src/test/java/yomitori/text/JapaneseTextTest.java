package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseTextTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "さくら 内科 クリニック | さくら内科クリニック",
        "ＡＢＣ　クリニック | ABCクリニック",
        "Dr. Smith Clinic | Dr. Smith Clinic",
        "ﾒﾃﾞｨｶﾙ | メディカル",
      })
  void normalisesWidthsAndSpaces(String written, String normalized) {
    assertThat(JapaneseText.normalize(written)).isEqualTo(normalized);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "。鈴木医院; 鈴木医院",
        "_山田和夫; 山田和夫",
        "ー|橋本医院_; 橋本医院",
        "スーパー; スーパー",
        "検討中。; 検討中。",
        "|_; ''",
      })
  void dropsStraySignsAtTheEndsOnly(String read, String clean) {
    assertThat(JapaneseText.withoutStraySigns(read)).isEqualTo(clean);
  }
}
