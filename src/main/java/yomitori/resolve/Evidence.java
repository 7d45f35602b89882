package yomitori.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.Field;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.geometry.RectPx;
import yomitori.mark.MarkReading;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.text.DigitReading;
import yomitori.text.TextReading;

/**
 * Everything that the values of a page are decided from. It is kept in the record, so that they can
 * be decided anew without the page. To make both decisions the same, every measure is rounded to
 * {@value #PLACES} decimals before the first.
 *
 * @param fit how well the page's printing agrees with the form's
 * @param marks what was measured of each checkbox
 * @param texts what was read of each written field; without those that were not read
 * @param printSeen by field id, the share of the printing in and around a field of {@code texts}
 *     that the page shows too; see {@link RegisteredPage#printSeen}
 * @param boxPlaces by checkbox id, where it was found on the page as received; without those that
 *     lie off the page
 * @param fieldPlaces likewise by field id, where the form says that the field lies
 */
public record Evidence(
    Fit fit,
    List<MarkReading> marks,
    List<TextReading> texts,
    Map<String, Double> printSeen,
    Map<String, RectPx> boxPlaces,
    Map<String, RectPx> fieldPlaces) {

  /** Decimal places of every measure; differences below are noise. */
  public static final int PLACES = 4;

  private static final double UNIT = Math.pow(10, PLACES);

  /** Decimal places of the probabilities of a comb's cells. */
  public static final int CELL_PLACES = 6;

  private static final double CELL_UNIT = Math.pow(10, CELL_PLACES);

  public Evidence {
    fit = new Fit(rounded(fit.matched()), fit.anchors(), rounded(fit.residualMm()));
    marks = marks.stream().map(Evidence::rounded).toList();
    texts = texts.stream().map(Evidence::rounded).toList();
    Map<String, Double> seen = new HashMap<>();
    printSeen.forEach((field, share) -> seen.put(field, rounded(share)));
    printSeen = Map.copyOf(seen);
    boxPlaces = Map.copyOf(boxPlaces);
    fieldPlaces = Map.copyOf(fieldPlaces);
  }

  /** Gathers what is still to be seen on the page. */
  public static Evidence of(RegisteredPage page, List<MarkReading> marks, List<TextReading> texts) {
    Map<String, TextReading> readings = new HashMap<>();
    texts.forEach(text -> readings.put(text.fieldId(), text));
    Map<String, Double> printSeen = new HashMap<>();
    Map<String, RectPx> fieldPlaces = new HashMap<>();
    for (Field field : page.form().fields()) {
      onPage(page, field.area()).ifPresent(place -> fieldPlaces.put(field.id(), place));
      if (readings.containsKey(field.id())) {
        printSeen.put(field.id(), page.printSeen(field.area()));
      }
    }
    Map<String, RectPx> boxPlaces = new HashMap<>();
    for (MarkReading mark : marks) {
      onPage(page, mark.found()).ifPresent(place -> boxPlaces.put(mark.checkBox().id(), place));
    }
    return new Evidence(
        page.fit(), marks, new ArrayList<>(texts), printSeen, boxPlaces, fieldPlaces);
  }

  private static Optional<RectPx> onPage(RegisteredPage page, RectMm area) {
    RectPx box = page.transform().boundsOnPage(area);
    GrayImage image = page.page().image();
    boolean off =
        box.x() >= image.width()
            || box.y() >= image.height()
            || box.x() + box.w() <= 0
            || box.y() + box.h() <= 0;
    return off ? Optional.empty() : Optional.of(box);
  }

  private static MarkReading rounded(MarkReading mark) {
    RectMm box = mark.checkBox().box();
    RectMm found =
        box.shift(rounded(mark.found().x() - box.x()), rounded(mark.found().y() - box.y()));
    return MarkMeasure.reading(mark.checkBox(), found, measure -> rounded(measure.of(mark)));
  }

  private static TextReading rounded(TextReading text) {
    List<TextReading.Candidate> candidates =
        text.candidates().stream()
            .map(
                c ->
                    new TextReading.Candidate(
                        c.text(),
                        rounded(c.score()),
                        c.characterScores().stream().map(Evidence::rounded).toList()))
            .toList();
    return new TextReading(
        text.fieldId(),
        rounded(text.inkShare()),
        candidates,
        rounded(text.damagedShare()),
        text.cells().stream().map(Evidence::rounded).toList(),
        rounded(text.outsideMm2()));
  }

  /**
   * To {@value #CELL_PLACES} decimals: what is unlikely in each of seven cells must not become
   * impossible.
   */
  private static DigitReading rounded(DigitReading cell) {
    return new DigitReading(
        cell.digits().stream().map(p -> rounded(p, CELL_UNIT)).toList(),
        rounded(cell.empty(), CELL_UNIT),
        rounded(cell.crossedOut(), CELL_UNIT),
        rounded(cell.other(), CELL_UNIT));
  }

  private static double rounded(double value) {
    return rounded(value, UNIT);
  }

  private static double rounded(double value, double unit) {
    return Math.round(value * unit) / unit;
  }
}
