package yomitori.desk.settings;

import java.util.Locale;

/** A setting that is not known or cannot be, or a file of settings that cannot be read. */
public final class SettingsException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] details;

  SettingsException(String key, Object... details) {
    super(SettingsWords.said(Locale.ENGLISH, key, details));
    this.key = key;
    this.details = details.clone();
  }

  /** Where, what and what to do, in Japanese for a Japanese locale, else in English. */
  public String said(Locale locale) {
    return SettingsWords.said(locale, key, details);
  }
}
