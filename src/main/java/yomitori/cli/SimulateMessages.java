package yomitori.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the simulate command says, in the program's language. */
final class SimulateMessages {

  static final String BUNDLE = "yomitori.simulate.messages";

  private SimulateMessages() {}

  static String text(String key, Object... details) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            Locale.getDefault(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new MessageFormat(bundle.getString(key), Locale.getDefault()).format(details);
  }
}
