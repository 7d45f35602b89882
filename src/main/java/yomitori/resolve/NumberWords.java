package yomitori.resolve;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers as Japanese writes them, in Arabic digits, kanji or both: 35.5, 三十五, 二〇, 3万5千, 1億2千万.
 *
 * @param value the number, every named power of ten taken at its word
 * @param myriads whether 万 or 億 is written
 * @param hundreds whether 千, or 百 or 十 after an Arabic digit, is written
 * @param loose whether digits follow a 万 or 億 although it is not said what they count: 3万5
 */
record NumberWords(BigDecimal value, boolean myriads, boolean hundreds, boolean loose) {

  /** Nobody writes 075: a point was lost. Three digits after a point may stand after a comma. */
  private static final Pattern ARABIC = Pattern.compile("(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{1,2})?");

  private static final Pattern MYRIADS = Pattern.compile("(?:([^億]+)億)?(?:([^億万]+)万)?([^億万]+)?");

  private static final Pattern ARABIC_HUNDREDS = Pattern.compile("千|.*[0-9][百十].*");

  /** What is counted by 千, 百 and 十, each of which may be missing; last the ones. */
  private static final Pattern HUNDREDS =
      Pattern.compile(
          "(?:([1-9一二三四五六七八九])?(千))?(?:([1-9一二三四五六七八九])?(百))?"
              + "(?:([1-9一二三四五六七八九])?(十))?([1-9一二三四五六七八九])?");

  /** A fraction of thousands, such as 2.5千, has nothing after it. */
  private static final Pattern THOUSANDS = Pattern.compile("([0-9.]+)千");

  private static final Pattern ZERO_AFTER_POWER =
      Pattern.compile("(?<=[億万千百十])〇+(?=[一二三四五六七八九1-9])");

  private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}|[〇一二三四五六七八九]{4}");

  private static final String DIGITS = "〇一二三四五六七八九";

  /** The same digits and powers in the forms of documents, and as fullwidth rings. */
  private static final Map<Character, Character> PLAIN =
      Map.ofEntries(
          Map.entry('壱', '一'),
          Map.entry('壹', '一'),
          Map.entry('弐', '二'),
          Map.entry('貳', '二'),
          Map.entry('参', '三'),
          Map.entry('參', '三'),
          Map.entry('肆', '四'),
          Map.entry('伍', '五'),
          Map.entry('拾', '十'),
          Map.entry('佰', '百'),
          Map.entry('阡', '千'),
          Map.entry('仟', '千'),
          Map.entry('萬', '万'),
          Map.entry('零', '〇'),
          Map.entry('○', '〇'),
          Map.entry('◯', '〇'));

  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
  private static final BigDecimal MYRIAD = BigDecimal.valueOf(10_000);
  private static final BigDecimal HUNDRED_MILLION = BigDecimal.valueOf(100_000_000);

  /**
   * The number that a text is.
   *
   * @param text normalised, without spaces and without commas between thousands
   * @return empty where it is none, or where a lone 一 or 〇 may be a dash or a ring
   */
  static Optional<NumberWords> of(String text) {
    String plain = plain(text);
    Matcher parts = MYRIADS.matcher(plain);
    if (plain.isEmpty() || plain.equals("一") || plain.equals("〇") || !parts.matches()) {
      return Optional.empty();
    }
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal[] weights = {HUNDRED_MILLION, MYRIAD, BigDecimal.ONE};
    for (int i = 0; i < weights.length; i++) {
      String part = parts.group(i + 1);
      Optional<BigDecimal> value = part == null ? Optional.of(BigDecimal.ZERO) : small(part);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.add(weights[i].multiply(value.get()));
    }
    boolean myriads = parts.group(1) != null || parts.group(2) != null;
    String rest = parts.group(3) == null ? "" : parts.group(3);
    boolean loose =
        myriads
            && !rest.isEmpty()
            && !FOUR_DIGITS.matcher(rest).matches()
            && rest.chars().noneMatch(c -> "千百十".indexOf(c) >= 0);
    boolean hundreds = rest.contains("千") || ARABIC_HUNDREDS.matcher(rest).matches();
    return Optional.of(new NumberWords(sum, myriads, hundreds, loose));
  }

  private static String plain(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append(PLAIN.getOrDefault(text.charAt(i), text.charAt(i)));
    }
    return ZERO_AFTER_POWER.matcher(out).replaceAll("");
  }

  /** A number without 万 and 億. */
  private static Optional<BigDecimal> small(String text) {
    String digits = arabic(text);
    if (ARABIC.matcher(digits).matches()) {
      return Optional.of(new BigDecimal(digits));
    }
    Matcher thousands = THOUSANDS.matcher(text);
    if (thousands.matches() && ARABIC.matcher(thousands.group(1)).matches()) {
      return Optional.of(THOUSAND.multiply(new BigDecimal(thousands.group(1))));
    }
    Matcher parts = HUNDREDS.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int sum = 0;
    int[] weights = {1000, 100, 10, 1};
    for (int i = 0; i < weights.length; i++) {
      String digit = parts.group(2 * i + 1);
      boolean named = 2 * i + 2 <= parts.groupCount() && parts.group(2 * i + 2) != null;
      sum += weights[i] * (digit != null ? Integer.parseInt(arabic(digit)) : named ? 1 : 0);
    }
    return Optional.of(BigDecimal.valueOf(sum));
  }

  /** Kanji digits, one for each place, in Arabic ones; any other text as it is. */
  private static String arabic(String text) {
    if (!text.codePoints().allMatch(c -> DIGITS.indexOf(c) >= 0)) {
      return text;
    }
    StringBuilder digits = new StringBuilder();
    text.chars().forEach(c -> digits.append(DIGITS.indexOf(c)));
    return digits.toString();
  }
}
