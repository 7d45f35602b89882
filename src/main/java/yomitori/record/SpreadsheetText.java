package yomitori.record;

import java.util.regex.Pattern;

/** What strangers wrote, so that a spreadsheet that opens a CSV takes it for text. */
public final class SpreadsheetText {

  private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r\\n].*", Pattern.DOTALL);
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

  private SpreadsheetText() {}

  /**
   * The value, with an apostrophe in front where a spreadsheet would run it as a formula: it begins
   * with {@code = + - @} or a control character and is not a number.
   */
  public static String harmless(String value) {
    boolean formula = FORMULA.matcher(value).matches() && !NUMBER.matcher(value).matches();
    return formula ? "'" + value : value;
  }
}
