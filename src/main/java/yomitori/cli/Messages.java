package yomitori.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** What the commands say, in one language. */
final class Messages {

  /** The texts of the form commands. */
  static final String FORM = "yomitori.form.messages";

  /** The texts of the simulate command. */
  static final String SIMULATE = "yomitori.simulate.messages";

  /** The texts of all other commands. */
  static final String CLI = "yomitori.cli.messages";

  private final Locale locale;
  private final ResourceBundle bundle;

  /** The texts that most commands share. */
  Messages(Locale locale) {
    this(CLI, locale);
  }

  private Messages(String name, Locale locale) {
    this.locale = locale;
    // Without this the default locale's words would stand in for English, which is the base.
    this.bundle =
        ResourceBundle.getBundle(
            name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** The texts of a bundle in the program's language. */
  static Messages of(String name) {
    return new Messages(name, Locale.getDefault());
  }

  Locale locale() {
    return locale;
  }

  /** The texts themselves, which hold the descriptions of the options too. */
  ResourceBundle bundle() {
    return bundle;
  }

  /** The text under a key with its places filled; numbers are written plainly. */
  String text(String key, Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return new MessageFormat(bundle.getString(key), locale).format(plain);
  }
}
