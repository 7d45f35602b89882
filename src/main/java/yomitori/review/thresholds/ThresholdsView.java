package yomitori.review.thresholds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.desk.thresholds.Count;
import yomitori.desk.thresholds.Count.FieldCount;
import yomitori.desk.thresholds.Count.Sample;
import yomitori.desk.thresholds.ThresholdChange;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.values.PageForms;
import yomitori.form.DoubtCosts;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.resolve.FieldValue;
import yomitori.review.AnswerOption;
import yomitori.review.thresholds.ThresholdsModel.ChangeRow;
import yomitori.review.thresholds.ThresholdsModel.FieldRow;
import yomitori.review.thresholds.ThresholdsModel.SampleView;
import yomitori.review.thresholds.ThresholdsModel.Tried;
import yomitori.review.web.Texts;

/** Makes of thresholds what their page shows. */
final class ThresholdsView {

  private final Texts texts;

  ThresholdsView(Texts texts) {
    this.texts = texts;
  }

  ThresholdsModel of(
      List<Form> forms, Form form, Thresholds thresholds, String said, boolean fault) {
    DoubtCosts present = thresholds.present(form);
    List<ThresholdChange> changes = thresholds.changes(form.id());
    return new ThresholdsModel(
        forms.stream().map(f -> new AnswerOption(f.id(), f.title())).toList(),
        form.id(),
        form.title(),
        ratio(present),
        percent(present),
        thresholds.counted(form.id()).map(count -> tried(form, count)),
        changes.stream().findFirst().filter(c -> !c.done()).map(thresholds::progress).stream()
            .map(p -> texts.text("applying", texts.number(p.pages()), texts.number(p.of())))
            .findFirst()
            .orElse(""),
        rows(changes),
        said,
        fault);
  }

  private List<ChangeRow> rows(List<ThresholdChange> changes) {
    List<ChangeRow> rows = new ArrayList<>();
    for (ThresholdChange change : changes) {
      rows.add(
          new ChangeRow(
              texts.time(change.at()), change.who().name(), ratio(change.costs()), rows.isEmpty()));
    }
    return rows;
  }

  private Tried tried(Form form, Count count) {
    return new Tried(
        ratio(count.costs()),
        percent(count.costs()),
        count.state().name().toLowerCase(Locale.ROOT),
        count.pages(),
        count.of(),
        count.toReview(),
        count.toAccepted(),
        count.fields().stream().map(field -> row(form, field)).toList());
  }

  private FieldRow row(Form form, FieldCount count) {
    Optional<Field> field = PageForms.field(form, count.field());
    List<AnswerOption> options = field.map(f -> AnswerOption.of(f, texts)).orElseGet(List::of);
    return new FieldRow(
        count.field(),
        field.map(Field::label).orElse(count.field()),
        count.toReview(),
        count.toAccepted(),
        count.other(),
        count.samples().stream().map(s -> sample(count.field(), options, s)).toList());
  }

  private SampleView sample(String field, List<AnswerOption> options, Sample sample) {
    return new SampleView(
        sample.page(),
        "/pages/" + sample.page() + "/fields/" + field + "/close.png",
        texts.text("sample", words(options, sample.before()), words(options, sample.after())),
        sample.toReview());
  }

  private String words(List<AnswerOption> options, String value) {
    if (value.equals(FieldValue.IN_DOUBT)) {
      return texts.text("inDoubt");
    }
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(AnswerOption::words)
        .findFirst()
        .orElse(value.isEmpty() ? texts.text("empty") : value);
  }

  /** How many looks a wrong mark is worth. */
  static String ratio(DoubtCosts costs) {
    return BigDecimal.valueOf(costs.error() / costs.review()).stripTrailingZeros().toPlainString();
  }

  private static String percent(DoubtCosts costs) {
    return String.format(Locale.ROOT, "%.3g", 100 * costs.reviewAbove());
  }
}
