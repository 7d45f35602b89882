package yomitori.desk.settings;

import java.util.Locale;
import yomitori.desk.DeskException;

/** A setting that is not known or cannot be, or a file of settings that cannot be read. */
public final class SettingsException extends DeskException {

  private static final long serialVersionUID = 1;

  private final String key;
  private final transient Object[] details;

  SettingsException(String key, Object... details) {
    super(SettingsWords.said(Locale.ENGLISH, key, details), null);
    this.key = key;
    this.details = details.clone();
  }

  @Override
  public String said(Locale locale) {
    return SettingsWords.said(locale, key, details);
  }
}
