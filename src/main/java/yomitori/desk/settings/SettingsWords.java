package yomitori.desk.settings;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The texts of this package. */
final class SettingsWords {

  private static final String BUNDLE = "yomitori.desk.settings.messages";

  private SettingsWords() {}

  static String said(Locale locale, String key, Object... details) {
    Object[] plain = new Object[details.length];
    for (int i = 0; i < details.length; i++) {
      plain[i] = String.valueOf(details[i]);
    }
    return new MessageFormat(bundle(locale).getString(key), locale).format(plain);
  }

  static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }
}
