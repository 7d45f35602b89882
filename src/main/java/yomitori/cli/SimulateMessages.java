package yomitori.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import yomitori.simulate.line.EffectKind;

/** What the simulate command says, in the program's language. */
final class SimulateMessages {

  static final String BUNDLE = "yomitori.simulate.messages";

  private SimulateMessages() {}

  static String text(String key, Object... details) {
    return new MessageFormat(bundle().getString(key), Locale.getDefault()).format(details);
  }

  /** Every effect with what it does and where strong begins, a line or two each. */
  static String effects() {
    ResourceBundle bundle = bundle();
    return EffectKind.names().stream()
        .map(
            name ->
                String.format(
                    "%s%n    %s%n    %s %s",
                    name,
                    bundle.getString("effect." + name),
                    bundle.getString("simulate.effects.strong"),
                    bundle.getString("effect." + name + ".strong")))
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static ResourceBundle bundle() {
    return ResourceBundle.getBundle(
        BUNDLE,
        Locale.getDefault(),
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }
}
