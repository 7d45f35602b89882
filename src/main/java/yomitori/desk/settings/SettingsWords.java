package yomitori.desk.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import yomitori.desk.DeskWords;

/** The texts of this package. */
final class SettingsWords {

  private SettingsWords() {}

  /** Numbers stand as they are written in the file, without marks between their digits. */
  static String said(Locale locale, String key, Object... details) {
    Object[] plain = Arrays.stream(details).map(String::valueOf).toArray();
    return DeskWords.said(SettingsWords.class, locale, key, plain);
  }

  static ResourceBundle bundle(Locale locale) {
    return DeskWords.bundle(SettingsWords.class, locale);
  }
}
