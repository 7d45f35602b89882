package yomitori.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** What a failed page or file tells a clerk: what happened and what to do, in one line. */
public final class FailureMessages {

  private static final String BUNDLE = "yomitori.intake.messages";

  private FailureMessages() {}

  /** The line for a failure, in Japanese for a Japanese locale, else in English. */
  public static String of(IntakeOutcome.Failed failure, Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String pattern = bundle.getString("failure." + failure.reason().name());
    return new MessageFormat(pattern, locale).format(new Object[] {failure.detail()});
  }
}
