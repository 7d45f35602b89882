package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Japanese telephone number in a text.
 *
 * @param digits as it is dialled within Japan: 10 or 11, the first of them 0
 * @param start where it begins in the text
 * @param end where it ends, not included
 */
public record FaxNumber(String digits, int start, int end) {

  /** What one must not stand behind: the rest of a date, a time, a job's number. */
  private static final String NOT_BEHIND = "(?<![0-9+])(?<![0-9][-/:.])(?<!(?i:NO)\\.)(?<!#)";

  private static final String NOT_BEFORE = "(?![0-9])(?![-/:.][0-9])";

  private static final String IN_GROUPS = "0[0-9]{1,4}([- ]?)[0-9]{1,4}\\1[0-9]{3,4}";

  private static final String IN_BRACKETS =
      "\\(0[0-9]{1,4}\\)[- ]?[0-9]{1,4}[- ]?[0-9]{3,4}|0[0-9]{1,4}\\([0-9]{1,4}\\)[0-9]{3,4}";

  private static final String FROM_ABROAD =
      "\\+81[- ]?(?:\\(0\\))?[- ]?[1-9][0-9]{0,3}[- ]?[0-9]{1,4}[- ]?[0-9]{3,4}";

  private static final Pattern NUMBER =
      Pattern.compile(
          NOT_BEHIND
              + String.join("|", List.of("(?:" + IN_GROUPS, IN_BRACKETS, FROM_ABROAD))
              + ")"
              + NOT_BEFORE);

  /** What engines read for a hyphen. */
  private static final Pattern HYPHENS = Pattern.compile("[‐‑–—―−ー一]");

  private static final Pattern OTHER_THAN_DIGITS = Pattern.compile("[^0-9]");

  /**
   * Those of the numbering plan: eleven digits of mobile and IP telephones and of 0800, ten of all
   * others. Such a number from which a digit was lost is never one of the plan.
   */
  private static final Pattern PLAN =
      Pattern.compile("0[2-9]0[0-9]{8}|0800[0-9]{7}|0[1-9][1-9][0-9]{7}");

  /** Those that stand in a normalised text, from left to right. */
  public static List<FaxNumber> in(String text) {
    List<FaxNumber> numbers = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(HYPHENS.matcher(text).replaceAll("-"));
    while (matcher.find()) {
      String dialled = matcher.group().replaceFirst("^\\+81[- ]?(?:\\(0\\))?", "0");
      String digits = OTHER_THAN_DIGITS.matcher(dialled).replaceAll("");
      if (PLAN.matcher(digits).matches()) {
        numbers.add(new FaxNumber(digits, matcher.start(), matcher.end()));
      }
    }
    return numbers;
  }
}
