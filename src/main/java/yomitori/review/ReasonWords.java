package yomitori.review;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Why a value is in doubt, in words. */
public final class ReasonWords {

  private ReasonWords() {}

  /**
   * The words for a reason.
   *
   * @param reason a name of {@link yomitori.resolve.FieldValue.Reason} in small or large letters;
   *     empty, or not known, gives nothing
   */
  public static String of(Locale locale, String reason) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "yomitori.review.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    String key = "reason." + reason.toUpperCase(Locale.ROOT);
    return words.containsKey(key) ? words.getString(key).replace("''", "'") : "";
  }
}
