package yomitori.record;

import java.awt.Font;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import yomitori.register.Fit;
import yomitori.resolve.FieldValue;

/** The short words on overlays, in a language that the font has letters for. */
final class OverlayWords {

  private static final String BUNDLE = "yomitori.record.messages";
  private static final String SAMPLE_KEY = "reason.FAINT_MARK";

  private final ResourceBundle bundle;

  OverlayWords(Locale locale, Optional<Font> font) {
    ResourceBundle wanted = bundle(locale);
    boolean drawable =
        font.isEmpty() || font.get().canDisplayUpTo(wanted.getString(SAMPLE_KEY)) < 0;
    this.bundle = drawable ? wanted : bundle(Locale.ENGLISH);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  String status(PageRecord.Status status) {
    return bundle.getString("status." + status.name());
  }

  String legend(Enum<?> state) {
    return bundle.getString("legend." + state.name());
  }

  String fit(Fit fit) {
    return new MessageFormat(bundle.getString("fit"), Locale.ROOT)
        .format(
            new Object[] {
              String.format(Locale.ROOT, "%.0f", fit.matched() * 100),
              Integer.toString(fit.anchors()),
              String.format(Locale.ROOT, "%.2f", fit.residualMm())
            });
  }

  /** Why a value is in doubt and how likely it is all the same. */
  String doubt(FieldValue value) {
    return "? " + reason(value) + " " + percent(value);
  }

  /** The same for a box, of which the picture does not show the likelier answer. */
  String doubt(FieldValue value, Enum<?> likelier) {
    return "? " + reason(value) + " (" + legend(likelier) + " " + percent(value) + ")";
  }

  private String reason(FieldValue value) {
    return value.reason().map(r -> bundle.getString("reason." + r.name())).orElse("");
  }

  private static String percent(FieldValue value) {
    return String.format(Locale.ROOT, "%.0f %%", value.confidence() * 100);
  }
}
