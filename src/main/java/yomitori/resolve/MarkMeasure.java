package yomitori.resolve;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import yomitori.form.CheckBox;
import yomitori.geometry.RectMm;
import yomitori.mark.MarkReading;

/**
 * The measures of a {@link MarkReading} by name, for all who keep or show every one of them. A new
 * measure is a line here and an argument of {@link #reading}.
 */
public enum MarkMeasure {
  FILL_RATIO(MarkReading::fillRatio),
  NEARBY_INK(MarkReading::nearbyInk),
  FRAME_EXCESS(MarkReading::frameExcess),
  OUTLINE_SCORE(MarkReading::outlineScore),
  FIT_NEAR(MarkReading::fitNear),
  DAMAGED_SHARE(MarkReading::damagedShare),
  MARK_LOG_ODDS(MarkReading::markLogOdds);

  @SuppressWarnings("ImmutableEnumChecker") // accessors of a record hold no state
  private final ToDoubleFunction<MarkReading> measure;

  MarkMeasure(ToDoubleFunction<MarkReading> measure) {
    this.measure = measure;
  }

  /** Its name in records: {@code fill_ratio}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** This measure of a box. */
  public double of(MarkReading reading) {
    return measure.applyAsDouble(reading);
  }

  /**
   * The reading that has these measures.
   *
   * @param found where the box was found, in form mm
   * @param measures gives each measure
   */
  public static MarkReading reading(
      CheckBox box, RectMm found, ToDoubleFunction<MarkMeasure> measures) {
    return new MarkReading(
        box,
        found,
        measures.applyAsDouble(FILL_RATIO),
        measures.applyAsDouble(NEARBY_INK),
        measures.applyAsDouble(FRAME_EXCESS),
        measures.applyAsDouble(OUTLINE_SCORE),
        measures.applyAsDouble(FIT_NEAR),
        measures.applyAsDouble(DAMAGED_SHARE),
        measures.applyAsDouble(MARK_LOG_ODDS));
  }
}
