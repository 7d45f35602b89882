package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.AmountField;
import yomitori.form.Form;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.register.Blank;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** What amounts in 万円 are taken for, whichever way people write them. */
class AmountTest {

  private static final double SURE = 0.9999;
  private static final int NUMBERS = 500;
  private static final String[] KANJI = "〇一二三四五六七八九".split("");
  private static final String[] DOCUMENT = "零壱弐参四五六七八九".split("");

  private static final Form FORM =
      new Form(
          "amounts",
          "1",
          "",
          100,
          100,
          List.of(new AmountField("cost", "", new RectMm(10, 90, 30, 8), "万円", 99_999_999)),
          List.of());

  private static final RegisteredPage PAGE = page();

  @Test
  void everyWayToWriteANumberGivesIt() {
    Random random = new Random(5);
    for (int i = 0; i < NUMBERS; i++) {
      int number = 2 + random.nextInt(i % 2 == 0 ? 99 : 9_998);
      String expected = Integer.toString(number);
      for (String written : ways(number)) {
        assertThat(value(written)).as(written).isEqualTo(expected);
      }
    }
  }

  @Test
  void everyWayToWriteADecimalGivesIt() {
    Random random = new Random(6);
    for (int i = 0; i < NUMBERS; i++) {
      int tenths = 1 + random.nextInt(9_999);
      String expected = plain(BigDecimal.valueOf(tenths, 1));
      for (String written : waysOfTenths(tenths)) {
        assertThat(value(written)).as(written).isEqualTo(expected);
      }
    }
  }

  private static List<String> ways(int number) {
    String digits = Integer.toString(number);
    List<String> bare =
        new ArrayList<>(
            List.of(
                digits,
                fullWidth(digits),
                grouped(number),
                fullWidth(grouped(number)),
                digits + ".0"));
    // Without a unit, 千 may be meant in yen.
    if (number < 1_000) {
      bare.add(kanji(number, KANJI));
    }
    List<String> ways = new ArrayList<>();
    for (String way : bare) {
      ways.addAll(List.of(way, "約" + way, " " + way + " ", way + "くらい", "およそ" + way + "程度"));
      ways.addAll(List.of(way + "万", way + "万円", "約" + way + "万円", way + "萬圓也"));
    }
    StringBuilder places = new StringBuilder();
    digits.chars().forEach(c -> places.append(KANJI[c - '0']));
    // A lone kanji digit may be a dash or a ring; two and more are places.
    ways.add(digits.length() > 1 ? places.toString() : digits);
    ways.add(kanji(number, KANJI) + "万円");
    ways.add(kanji(number, DOCUMENT) + "万円");
    long yen = 10_000L * number;
    ways.addAll(List.of(yen + "円", grouped(yen) + "円", "¥" + grouped(yen), fullWidth(yen + "円")));
    return ways;
  }

  private static List<String> waysOfTenths(int tenths) {
    String decimal = BigDecimal.valueOf(tenths, 1).toPlainString();
    long yen = 1_000L * tenths;
    int whole = tenths / 10;
    int rest = tenths % 10;
    List<String> ways =
        new ArrayList<>(
            List.of(
                decimal,
                fullWidth(decimal),
                "約" + decimal,
                decimal + "万円",
                yen + "円",
                "¥" + grouped(yen),
                grouped(yen) + "円"));
    if (whole > 0 && rest > 0) {
      ways.add(whole + "万" + rest + "千");
      ways.add(whole + "万" + rest + "千円");
      ways.add(whole + "万" + rest + "000円");
      ways.add(kanji(whole, KANJI) + "万" + KANJI[rest] + "千円");
      ways.add(kanji(whole, DOCUMENT) + "萬" + DOCUMENT[rest] + "阡円");
    } else if (rest > 0) {
      ways.add(rest + "千円");
      ways.add(KANJI[rest] + "千円");
    }
    return ways;
  }

  /** A number as kanji say it: 120 is 百二十. */
  private static String kanji(int number, String[] digits) {
    String[] powers = {"千", "百", "十", ""};
    StringBuilder out = new StringBuilder();
    int weight = 1000;
    int left = number;
    for (String power : powers) {
      int digit = left / weight;
      left %= weight;
      weight /= 10;
      if (digit > 0) {
        out.append(digit == 1 && !power.isEmpty() ? "" : digits[digit]).append(power);
      }
    }
    return out.toString();
  }

  private static String grouped(long number) {
    return new DecimalFormat("#,###").format(number);
  }

  private static String fullWidth(String text) {
    StringBuilder out = new StringBuilder();
    text.chars().forEach(c -> out.append((char) (c > 0x20 && c < 0x7f ? c + 0xfee0 : c)));
    return out.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "三万円, 3",
    "三十五, 35",
    "十万, 10",
    "百万円, 100",
    "壱百弐拾万円, 120",
    "一二〇, 120",
    "二百五, 205",
    "二百〇五, 205",
    "1億2千万円, 12000",
    "2千5百円, 0.25",
    "2.5千円, 0.25",
    "5千円, 0.5",
    "金三万円也, 3"
  })
  void numbersInKanjiAreNumbers(String written, String expected) {
    assertThat(value(written)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".5", "35~", "~35", "35-", "30~40", "30一40", "3万5", "三万五", "5千", "五千", "5百", "一", "〇", "ー",
        "万円", "円", "十十", "五十百", "1.2.3", "007", "35.125", "35+5", "月5", "5万/年", "¥35", "35円", "約",
            "万",
        "千万万", "3万5円", ""
      })
  void whatIsNotOneNumberGoesToAPersonAsItWasRead(String written) {
    FieldValue value = resolved(written);
    assertThat(value.decision()).as(written).isEqualTo(Decision.REVIEW);
    assertThat(value.reason()).contains(Reason.NOT_AN_AMOUNT);
    assertThat(value.value()).isEqualTo(written);
  }

  @Test
  void theOtherValuesOfAnAmountAreNumbersToo() {
    FieldValue value =
        resolved(List.of("35万円", "3.5万円", "約35", "35~", "三十六", "不明").toArray(String[]::new));
    assertThat(value.value()).isEqualTo("35");
    assertThat(value.alternatives()).containsExactly("3.5", "36");
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  private static String value(String written) {
    FieldValue value = resolved(written);
    return value.decision() == Decision.ACCEPTED ? value.value() : value.decision() + " " + written;
  }

  private static FieldValue resolved(String... read) {
    List<Candidate> candidates = Stream.of(read).map(text -> new Candidate(text, SURE)).toList();
    return new Resolver()
        .resolve(
            FORM,
            Evidence.of(PAGE, List.of(), List.of(new TextReading("cost", 0.1, candidates, 0))))
        .get(0);
  }

  private static RegisteredPage page() {
    GrayImage image = GrayImage.white(400, 400);
    Page page = new Page("p", 1, "", image, new Resolution(101.6, 101.6), Page.RowDamage.none(400));
    return new RegisteredPage(
        page,
        new Blank(FORM, GrayImage.white(100, 100), 1),
        PageTransform.of(Affine.scale(4, 4)),
        new Fit(1, 1, 0));
  }
}
