package yomitori.simulate.survey;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.RectPx;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.simulate.chance.Chance;

/**
 * Answers by fax as the desk exports them after review: nothing is in doubt, some values are
 * people's. Where several options were marked a person has left it so: no valid answer.
 */
final class FaxRecords {

  /** Of a fine fax. */
  private static final double PX_PER_MM = 8;

  /** Share of faxes whose first page is a cover sheet. An assumption. */
  private static final double COVERED = 0.016;

  /** Shares of values that a person has corrected or confirmed. Assumptions. */
  private static final double CORRECTED_MARKS = 0.01;

  private static final double CORRECTED_TEXTS = 0.2;

  /** Mean doubt that is left in what was accepted. Assumptions. */
  private static final double DOUBT_OF_EMPTY = 0.0004;

  private static final double DOUBT_OF_MARKED = 0.001;
  private static final double DOUBT_OF_TEXT = 0.006;
  private static final double MOST_DOUBT = 0.05;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneId.of("Asia/Tokyo"));

  private final Form form;
  private final Chance chance;

  FaxRecords(Form form, Chance chance) {
    this.form = form;
    this.chance = chance;
  }

  /**
   * The records of a fax: its cover sheet, if it has one, and its form.
   *
   * @param number of the fax, from 1
   */
  List<PageRecord> of(int number, Filed filed, SurveyAnswers answers) {
    Chance own = chance.stream(number);
    List<PageRecord> records = new ArrayList<>();
    String source =
        String.format(Locale.ROOT, "%s/fax-%05d.tif", DAY.format(filed.reply().at()), number);
    boolean covered = own.happens(COVERED);
    if (covered) {
      String id = String.format(Locale.ROOT, "%016x%016x", own.bits(), own.bits());
      records.add(
          new PageRecord(id, "", "", source, 1, filed.reply().at(), Status.NOT_A_FORM, List.of()));
    }
    List<FieldValue> values = new ArrayList<>();
    for (Field field : form.fields()) {
      values.add(value(field, filed.reply().sender(), answers, own));
    }
    records.add(
        new PageRecord(
            filed.reference(),
            form.id(),
            form.version(),
            source,
            covered ? 2 : 1,
            filed.reply().at(),
            Status.ACCEPTED,
            values));
    return records;
  }

  private static FieldValue value(Field field, Sender sender, SurveyAnswers answers, Chance own) {
    if (field instanceof CheckboxField) {
      boolean marked = answers.isMarked(field.id());
      return decided(
          field,
          marked ? "1" : "0",
          own.happens(CORRECTED_MARKS),
          marked ? DOUBT_OF_MARKED : DOUBT_OF_EMPTY,
          own);
    }
    if (field instanceof ChoiceField) {
      return answers.chosen().size() > 1
          ? left(field, answers.chosen())
          : decided(field, answers.choice(), own.happens(CORRECTED_MARKS), DOUBT_OF_MARKED, own);
    }
    String value = text(field.id(), sender, answers);
    boolean corrected = !value.isEmpty() && own.happens(CORRECTED_TEXTS);
    return decided(field, value, corrected, value.isEmpty() ? DOUBT_OF_EMPTY : DOUBT_OF_TEXT, own);
  }

  private static String text(String field, Sender sender, SurveyAnswers answers) {
    Map<String, String> institution =
        Map.of(
            Fields.PREFECTURE, sender.prefecture(),
            Fields.NAME, sender.name(),
            Fields.CODE, sender.code());
    return institution.getOrDefault(field, answers.text(field));
  }

  /** Several options are marked, and a person has looked. */
  private static FieldValue left(Field field, List<String> chosen) {
    return new FieldValue(
        field.id(),
        FieldValue.IN_DOUBT,
        1,
        Decision.CORRECTED,
        chosen,
        Optional.of(Reason.SEVERAL_MARKED),
        place(field));
  }

  private static FieldValue decided(
      Field field, String value, boolean corrected, double meanDoubt, Chance own) {
    double doubt = Math.min(MOST_DOUBT, -meanDoubt * StrictMath.log(1 - own.unit()));
    return new FieldValue(
        field.id(),
        value,
        corrected ? 1 : 1 - doubt,
        corrected ? Decision.CORRECTED : Decision.ACCEPTED,
        List.of(),
        Optional.empty(),
        place(field));
  }

  private static Optional<RectPx> place(Field field) {
    return Optional.of(
        new RectPx(
            (int) (field.area().x() * PX_PER_MM),
            (int) (field.area().y() * PX_PER_MM),
            (int) (field.area().w() * PX_PER_MM),
            (int) (field.area().h() * PX_PER_MM)));
  }
}
