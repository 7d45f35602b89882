package yomitori.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The one form in which written text is kept and compared. */
public final class JapaneseText {

  /** A space that has anything but a Latin letter, digit or Latin punctuation on one side. */
  private static final Pattern SPACE_INSIDE_JAPANESE =
      Pattern.compile("(?<=[^\\x21-\\x7e]) +| +(?=[^\\x21-\\x7e])");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

  /** Signs that no answer begins with: what is left of a rule or a speck is read as these. */
  private static final Pattern STRAY_AT_START = Pattern.compile("^[_|~'`´\"^.,:;。、・‐‑–—―ー ]+");

  private static final Pattern STRAY_AT_END = Pattern.compile("[_|~'`´^ ]+$");

  private JapaneseText() {}

  /** NFKC, no spaces inside Japanese, single spaces between Latin words, none at the ends. */
  public static String normalize(String text) {
    String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String single = SPACES.matcher(nfkc).replaceAll(" ").strip();
    return SPACE_INSIDE_JAPANESE.matcher(single).replaceAll("");
  }

  /** A normalised text without the stray signs at its ends that rules and specks are read as. */
  static String withoutStraySigns(String normalized) {
    String tail = STRAY_AT_START.matcher(normalized).replaceFirst("");
    return STRAY_AT_END.matcher(tail).replaceFirst("");
  }
}
