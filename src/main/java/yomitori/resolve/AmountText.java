package yomitori.resolve;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one number that people mean by what they write for an amount: 35, 35.5, 1,200, 約30, 35万円,
 * 3万5千, 二十. What may be several numbers or none, such as 120~150, 不明 or 5千 where ten thousands are
 * asked for, is no number here.
 */
final class AmountText {

  /** What one of a unit is in yen; other units have only numbers and themselves. */
  private static final Map<String, BigDecimal> YEN =
      Map.of(
          "円", BigDecimal.ONE,
          "千円", BigDecimal.valueOf(1_000),
          "万円", BigDecimal.valueOf(10_000),
          "百万円", BigDecimal.valueOf(1_000_000),
          "億円", BigDecimal.valueOf(100_000_000));

  private static final Pattern SPACES = Pattern.compile("\\s+");

  /** What is put before a number without changing it. */
  private static final Pattern BEFORE =
      Pattern.compile("^(?:約|およそ|おおよそ|おおむね|概ね|だいたい|大体|ほぼ|計|合計|¥|\\\\)+");

  /** Likewise after it. */
  private static final Pattern AFTER = Pattern.compile("(?:くらい|ぐらい|位|程度|程|ほど|前後|弱|強|也|[.,])$");

  /** Three digits follow, no more and no fewer: any other comma may be a point. */
  private static final Pattern THOUSANDS = Pattern.compile("(?<=[0-9]),(?=[0-9]{3}(?![0-9]))");

  /** Nobody writes 075: a point was lost. Three digits after a point may stand after a comma. */
  private static final Pattern NUMBER = Pattern.compile("(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,2})?");

  /** Numbers before 億, 万 and 千, each of which may be missing; after 千 nothing follows. */
  private static final Pattern COMPOSED =
      Pattern.compile("(?:([0-9.]+)億)?(?:([0-9.]+)万)?(?:([0-9.]+)千|([0-9]{4}))?");

  private static final String DIGITS = "〇一二三四五六七八九";

  private static final Pattern KANJI = Pattern.compile("[〇一二三四五六七八九十百]+");

  private static final Pattern TENS =
      Pattern.compile("(?:([一二三四五六七八九])?(百))?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?");

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
  static Optional<BigDecimal> number(String written, String unit) {
    String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
    text = SPACES.matcher(text).replaceAll("");
    text = BEFORE.matcher(text).replaceFirst("");
    text = AFTER.matcher(text).replaceFirst("");
    text = THOUSANDS.matcher(text).replaceAll("");
    if (!YEN.containsKey(unit)) {
      return plain(text.endsWith(unit) ? text.substring(0, text.length() - unit.length()) : text);
    }
    boolean yen = text.endsWith("円");
    text = yen ? text.substring(0, text.length() - 1) : text;
    Optional<BigDecimal> plain = plain(text);
    if (plain.isPresent()) {
      return yen ? plain.flatMap(n -> inUnits(n, unit)) : plain;
    }
    return composed(text).flatMap(n -> inUnits(n, unit));
  }

  private static Optional<BigDecimal> plain(String text) {
    String digits = KANJI.matcher(text).matches() ? arabic(text) : text;
    return NUMBER.matcher(digits).matches()
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  /** Yen that are written with 億, 万 and 千: at least one of the first two. */
  private static Optional<BigDecimal> composed(String text) {
    Matcher parts = COMPOSED.matcher(text);
    if (!parts.matches() || (parts.group(1) == null && parts.group(2) == null)) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    String[] units = {"億円", "万円", "千円", "円"};
    for (int i = 0; i < units.length; i++) {
      String part = parts.group(i + 1);
      if (part != null && !NUMBER.matcher(part).matches()) {
        return Optional.empty();
      }
      sum = part == null ? sum : sum.add(YEN.get(units[i]).multiply(new BigDecimal(part)));
    }
    return Optional.of(sum);
  }

  private static Optional<BigDecimal> inUnits(BigDecimal yen, String unit) {
    BigDecimal whole = yen.divide(YEN.get(unit), DECIMALS, RoundingMode.DOWN);
    return whole.multiply(YEN.get(unit)).compareTo(yen) == 0
        ? Optional.of(whole)
        : Optional.empty();
  }

  /** 二十五, 百二十 and 二〇 in Arabic digits; the text itself where it is none of these. */
  private static String arabic(String kanji) {
    if (kanji.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      StringBuilder digits = new StringBuilder();
      kanji.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
      return digits.toString();
    }
    Matcher tens = TENS.matcher(kanji);
    if (!tens.matches()) {
      return kanji;
    }
    int sum = 0;
    int[] weights = {100, 10, 1};
    for (int i = 0; i < weights.length; i++) {
      String digit = tens.group(2 * i + 1);
      boolean named = i < 2 && tens.group(2 * i + 2) != null;
      sum += weights[i] * (digit != null ? DIGITS.indexOf(digit) : named ? 1 : 0);
    }
    return Integer.toString(sum);
  }
}
