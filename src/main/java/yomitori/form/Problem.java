package yomitori.form;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * One mistake in a form definition.
 *
 * @param line where it is, from 1
 * @param column likewise
 * @param mistake what kind it is
 * @param details what fills the kind's sentence, in the order {@link Mistake} names
 */
public record Problem(int line, int column, Mistake mistake, List<String> details) {

  private static final String BUNDLE = "yomitori.form.messages";

  public Problem {
    details = List.copyOf(details);
  }

  /** The sentence that says what to mend, in Japanese for a Japanese locale, else in English. */
  public String message(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(mistake.key()), locale).format(details.toArray());
  }

  /** {@link #message(Locale)} in the program's language. */
  public String message() {
    return message(Locale.getDefault());
  }
}
