package yomitori.desk;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** Texts of the desk's packages, in Japanese for a Japanese locale, else in English. */
public final class DeskWords {

  private DeskWords() {}

  /**
   * The texts of a package.
   *
   * @param owner a class of the package; they lie beside it as {@code messages}
   */
  public static ResourceBundle bundle(Class<?> owner, Locale locale) {
    return ResourceBundle.getBundle(
        owner.getPackageName() + ".messages",
        locale,
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** A text with its details in their places. */
  public static String said(Class<?> owner, Locale locale, String key, Object... details) {
    return new MessageFormat(bundle(owner, locale).getString(key), locale).format(details);
  }
}
