package yomitori.review.quality;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.apache.commons.statistics.interval.Interval;
import yomitori.desk.queue.Comparison;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.ErrorRate;
import yomitori.desk.queue.FormField;
import yomitori.desk.queue.OperatorAgreement;
import yomitori.desk.values.PageForms;
import yomitori.form.Field;
import yomitori.review.quality.QualityModel.RateRow;
import yomitori.review.web.Texts;

/** Makes of what was measured the rows that its page shows. */
final class RateWords {

  private static final double PERCENT = 100;

  private final PageForms forms;
  private final Texts texts;

  RateWords(PageForms forms, Texts texts) {
    this.forms = forms;
    this.texts = texts;
  }

  /** Which doubts two people answer. */
  String doubleEntry(DoubleEntry rules) {
    String share = whole(rules.share());
    if (!rules.fields().isEmpty()) {
      String labels = String.join(texts.text("comma"), labels(rules));
      return rules.share() > 0
          ? texts.text("double.fieldsAndShare", labels, share)
          : texts.text("double.fields", labels);
    }
    return rules.share() > 0 ? texts.text("double.share", share) : texts.text("double.off");
  }

  private List<String> labels(DoubleEntry rules) {
    return rules.fields().stream().map(this::label).sorted().toList();
  }

  private String label(String field) {
    return forms.all().stream()
        .flatMap(form -> PageForms.field(form, field).stream())
        .map(Field::label)
        .findFirst()
        .orElse(field);
  }

  /** How many accepted values are read once more. */
  String recheck(double share) {
    return share > 0 ? texts.text("recheck.share", whole(share)) : texts.text("recheck.off");
  }

  List<RateRow> errorRates(Map<FormField, ErrorRate> byField) {
    List<RateRow> rows = new ArrayList<>();
    byKind(byField, ErrorRate::plus)
        .forEach((kind, rate) -> rows.add(row(word(kind), false, rate.read(), rate.open())));
    byField.values().stream()
        .reduce(ErrorRate::plus)
        .ifPresent(all -> rows.add(row(texts.text("kind.all"), true, all.read(), all.open())));
    return rows;
  }

  List<RateRow> enteredTwice(Map<FormField, Comparison> byField) {
    List<RateRow> rows = new ArrayList<>();
    byKind(byField, Comparison::plus)
        .forEach((kind, compared) -> rows.add(row(word(kind), false, compared, 0)));
    byField.values().stream()
        .reduce(Comparison::plus)
        .ifPresent(all -> rows.add(row(texts.text("kind.all"), true, all, 0)));
    return rows;
  }

  List<RateRow> operators(List<OperatorAgreement> operators) {
    return operators.stream().map(o -> row(o.who().name(), false, o.answers(), 0)).toList();
  }

  private <T> Map<FieldKind, T> byKind(Map<FormField, T> byField, BinaryOperator<T> sum) {
    Map<FieldKind, T> kinds = new EnumMap<>(FieldKind.class);
    byField.forEach((field, figures) -> kinds.merge(kind(field), figures, sum));
    return kinds;
  }

  private FieldKind kind(FormField field) {
    return forms
        .find(field.form(), field.version())
        .flatMap(form -> PageForms.field(form, field.field()))
        .map(FieldKind::of)
        .orElse(FieldKind.FORMER);
  }

  private String word(FieldKind kind) {
    return texts.text("kind." + kind.word());
  }

  private RateRow row(String name, boolean all, Comparison comparison, int open) {
    Optional<Interval> interval = comparison.interval();
    return new RateRow(
        name,
        all,
        comparison.compared(),
        comparison.differing(),
        comparison.rate().map(rate -> texts.text("percent", fine(rate))).orElse(""),
        interval
            .map(i -> texts.text("interval", fine(i.getLowerBound()), fine(i.getUpperBound())))
            .orElse(""),
        open);
  }

  private String fine(double rate) {
    return String.format(texts.locale(), "%.2f", PERCENT * rate);
  }

  private static String whole(double share) {
    return Long.toString(Math.round(PERCENT * share));
  }
}
