package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LookAlikesTest {

  @ParameterizedTest
  @CsvSource({
    "リハビリ一, リハビリー",
    "二コニコ歯科, ニコニコ歯科",
    "ハ一ト内科, ハート内科",
    "八ヶ岳クリニック, 八ヶ岳クリニック",
    "一ノ宮医院, 一ノ宮医院",
    "二ツ屋医院, 二ツ屋医院",
    "八ツ橋, 八ツ橋",
    "一カ月, 一カ月",
    "一セット購入, 一セット購入",
    "らーめん, らーめん",
    "あーす歯科, あーす歯科",
    "第ー病院, 第一病院",
    "入ロ, 入口",
    "クリニツク, クリニック"
  })
  void neighboursTellWhatLooksTheSame(String read, String settled) {
    assertThat(LookAlikes.settled(read)).isEqualTo(settled);
  }

  @ParameterizedTest
  @CsvSource({"12O, 120", "3S, 35", "1/2, 1/2", "5!, 5!", "不明, 不明"})
  void lettersAmongDigitsAreDigits(String read, String digits) {
    assertThat(LookAlikes.asDigits(read)).isEqualTo(digits);
  }
}
