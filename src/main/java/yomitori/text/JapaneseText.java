package yomitori.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The one form in which written text is kept and compared. */
public final class JapaneseText {

  /** A space that has anything but a Latin letter, digit or Latin punctuation on one side. */
  private static final Pattern SPACE_INSIDE_JAPANESE =
      Pattern.compile("(?<=[^\\x21-\\x7e]) +| +(?=[^\\x21-\\x7e])");

  private static final Pattern SPACES = Pattern.compile("[\\s\\u3000]+");

  private JapaneseText() {}

  /** NFKC, no spaces inside Japanese, single spaces between Latin words, none at the ends. */
  public static String normalize(String text) {
    String nfkc = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String single = SPACES.matcher(nfkc).replaceAll(" ").strip();
    return SPACE_INSIDE_JAPANESE.matcher(single).replaceAll("");
  }
}
