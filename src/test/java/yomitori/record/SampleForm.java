package yomitori.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Form;
import yomitori.form.PrintItem;
import yomitori.form.TextField;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;
import yomitori.geometry.RectPx;
import yomitori.mark.MarkReading;
import yomitori.register.Fit;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** A small form with one field of each kind, and values for it. */
public final class SampleForm {

  private SampleForm() {}

  /** Name, code, one checkbox, a choice of two, an amount; 105 × 74 mm. */
  public static Form form() {
    List<RectMm> cells =
        IntStream.range(0, 7).mapToObj(i -> new RectMm(10 + 6 * i, 24, 6, 8)).toList();
    return new Form(
        "sample",
        "1",
        "見本",
        105,
        74,
        List.of(
            new TextField("institution_name", "医療機関名", new RectMm(10, 10, 60, 8), 1, List.of()),
            new CombField("institution_code", "保険医療機関コード", cells),
            new CheckboxField(box("q1.installed", 10, 40)),
            new ChoiceField(
                "q2", "いつ頃ですか?", List.of(box("q2.operating", 10, 50), box("q2.exempt", 10, 58))),
            new AmountField("q3.initial_cost", "初期費用", new RectMm(60, 50, 30, 8), "万円", 9999)),
        List.of(new PrintItem.Rule(new PointMm(5, 5), new PointMm(100, 5), 1)));
  }

  private static CheckBox box(String id, double x, double y) {
    return new CheckBox(id, id, new RectMm(x, y, 4, 4), new RectMm(x + 5, y, 20, 4));
  }

  /** A value that is taken as it is. */
  public static FieldValue accepted(String field, String value) {
    return new FieldValue(
        field,
        value,
        0.995,
        Decision.ACCEPTED,
        List.of(),
        Optional.empty(),
        Optional.of(new RectPx(10, 20, 30, 40)));
  }

  /** A value for a person to look at. */
  public static FieldValue doubtful(String field, String value, Reason reason) {
    return doubtful(field, value, reason, "別の値");
  }

  /** A value for a person to look at, with another one that it may have. */
  public static FieldValue doubtful(String field, String value, Reason reason, String other) {
    return new FieldValue(
        field, value, 0.5, Decision.REVIEW, List.of(other), Optional.of(reason), Optional.empty());
  }

  /**
   * What was measured of a page: the name and the amount are read, the code is not.
   *
   * @param logOdds log odds that a box is marked, by checkbox id; other boxes are empty
   */
  public static Evidence evidence(Map<String, Double> logOdds) {
    List<MarkReading> marks =
        form().checkBoxes().stream()
            .map(
                box ->
                    new MarkReading(
                        box,
                        box.box().shift(0.12345, -0.5),
                        logOdds.containsKey(box.id()) ? 0.3 : 0,
                        0.009,
                        -0.02,
                        0.87654321,
                        0.9,
                        0,
                        logOdds.getOrDefault(box.id(), -9.0)))
            .toList();
    List<TextReading> texts =
        List.of(
            new TextReading(
                "institution_name",
                0.1,
                List.of(new Candidate("山田医院", 0.9999, List.of(1.0, 1.0, 0.9999, 1.0))),
                0,
                List.of(),
                0.25),
            new TextReading("q3.initial_cost", 0.0, List.of(), 0));
    return new Evidence(
        new Fit(0.975, 40, 0.123456),
        marks,
        texts,
        Map.of("institution_name", 0.99996, "q3.initial_cost", 0.2),
        Map.of("q2.exempt", new RectPx(101, 602, 33, 34)),
        Map.of("q1.installed", new RectPx(10, 20, 30, 40)));
  }

  /** Values of every field, all accepted, with the institution's name as given. */
  public static List<FieldValue> values(String name) {
    return new ArrayList<>(
        List.of(
            accepted("institution_name", name),
            accepted("institution_code", "1234567"),
            accepted("q1.installed", "1"),
            accepted("q2", "exempt"),
            accepted("q3.initial_cost", "35")));
  }
}
