package yomitori.intake;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/** What a failed page or file tells a clerk: what happened and what to do, in one line. */
public final class FailureMessages {

  private static final String BUNDLE = "yomitori.intake.messages";

  private static final Pattern DETAIL_IN_BRACKETS = Pattern.compile(" ?[(（]\\{0}[)）]");

  private FailureMessages() {}

  /** The line for a failure, in Japanese for a Japanese locale, else in English. */
  public static String of(IntakeOutcome.Failed failure, Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    String whole = bundle.getString("failure." + failure.reason().name());
    String pattern =
        failure.detail().isBlank() ? DETAIL_IN_BRACKETS.matcher(whole).replaceFirst("") : whole;
    return new MessageFormat(pattern, locale).format(new Object[] {failure.detail()});
  }
}
