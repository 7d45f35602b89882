package yomitori.text;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Text cannot be read because something that the engine needs is not on this machine: its native
 * libraries, its trained data, or a folder to keep them in. The message names what to install.
 */
public final class MissingEngineException extends RuntimeException {

  private static final String BUNDLE = "yomitori.text.messages";

  private final String key;
  private final String[] arguments;

  MissingEngineException(Throwable cause, String key, String... arguments) {
    super(format(Locale.ROOT, key, arguments), cause);
    this.key = key;
    this.arguments = arguments.clone();
  }

  /** The message in the language of the default locale: Japanese, else English. */
  @Override
  public String getLocalizedMessage() {
    return format(Locale.getDefault(), key, arguments);
  }

  private static String format(Locale locale, String key, String... arguments) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }
}
