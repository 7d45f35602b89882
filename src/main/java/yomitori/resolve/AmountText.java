package yomitori.resolve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one number that people mean by what they write for an amount: 35, 35.5, 1,200, 約30, 35万円,
 * 3万5千, 二十, 350000円. What may be several numbers or none, such as 120~150, 不明 or 5千 where ten
 * thousands are asked for, is no number here.
 */
public final class AmountText {

  private static final String YEN_UNIT = "円";

  /** What one of a unit is in yen; other units have only numbers and themselves. */
  private static final Map<String, BigDecimal> YEN =
      Map.of(
          YEN_UNIT,
          BigDecimal.ONE,
          "千円",
          BigDecimal.valueOf(1_000),
          "万円",
          BigDecimal.valueOf(10_000),
          "百万円",
          BigDecimal.valueOf(1_000_000),
          "億円",
          BigDecimal.valueOf(100_000_000));

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What is put before a number without changing it. */
  private static final Pattern BEFORE =
      Pattern.compile("^(?:約|およそ|おおよそ|おおむね|概ね|だいたい|大体|ほぼ|計|合計|金)+");

  /** Likewise after it. */
  private static final Pattern AFTER = Pattern.compile("(?:くらい|ぐらい|位|程度|程|ほど|前後|弱|強|也|[.,])$");

  private static final Pattern YEN_SIGN = Pattern.compile("^[¥\\\\]");

  /** Three digits follow, no more and no fewer: any other comma may be a point. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

  /** Decimals kept of an amount that was given in a smaller unit. */
  private static final int DECIMALS = 3;

  private AmountText() {}

  /**
   * The number, in units.
   *
   * @param written as it was read
   * @param unit what the form prints after the number, such as 万円
   * @return empty where it is not one number
   */
  public static Optional<BigDecimal> number(String written, String unit) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
    text = SPACES.matcher(text).replaceAll("").replace('圓', '円');
    text = BEFORE.matcher(text).replaceFirst("");
    text = AFTER.matcher(text).replaceFirst("");
    text = THOUSANDS.matcher(text).replaceAll("");
    if (!YEN.containsKey(unit)) {
      String bare = text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text;
      return NumberWords.of(bare).filter(n -> !n.loose()).map(NumberWords::value);
    }
    String unsigned = YEN_SIGN.matcher(text).replaceFirst("");
    boolean yen = text.endsWith(YEN_UNIT);
    String bare = yen ? unsigned.substring(0, unsigned.length() - 1) : unsigned;
    boolean inYen = yen || !unsigned.equals(text);
    return NumberWords.of(bare).flatMap(n -> inUnits(n, inYen, unit));
  }

  private static Optional<BigDecimal> inUnits(NumberWords number, boolean yen, String unit) {
    boolean one = unit.equals(YEN_UNIT);
    if (yen || (one && !number.loose())) {
      return inUnits(number.value(), unit);
    }
    if (number.loose() || (number.hundreds() && !number.myriads())) {
      return Optional.empty();
    }
    return number.myriads() ? inUnits(number.value(), unit) : Optional.of(number.value());
  }

  private static Optional<BigDecimal> inUnits(BigDecimal yen, String unit) {
    BigDecimal whole = yen.divide(YEN.get(unit), DECIMALS, RoundingMode.DOWN);
    return whole.multiply(YEN.get(unit)).compareTo(yen) == 0
        ? Optional.of(whole)
        : Optional.empty();
  }
}
