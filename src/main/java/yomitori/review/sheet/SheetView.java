package yomitori.review.sheet;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yomitori.desk.sheet.Crop;
import yomitori.desk.sheet.Group;
import yomitori.desk.sheet.Question;
import yomitori.desk.sheet.Selection;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.resolve.FieldValue.Decision;
import yomitori.review.AnswerOption;
import yomitori.review.sheet.QuestionsModel.FormRows;
import yomitori.review.sheet.QuestionsModel.Row;
import yomitori.review.sheet.SheetModel.CropView;
import yomitori.review.sheet.SheetModel.Tab;
import yomitori.review.web.Texts;

/** Makes of sheets what their pages show. */
final class SheetView {

  private final Texts texts;

  SheetView(Texts texts) {
    this.texts = texts;
  }

  /** Whether what was read of a field is one of a few answers, so that crops are grouped by it. */
  static boolean marks(Field field) {
    return field instanceof CheckboxField || field instanceof ChoiceField;
  }

  /** The list of all questions. */
  QuestionsModel questions(List<Form> forms, List<Question> questions) {
    Map<String, List<Question>> byForm =
        questions.stream().collect(Collectors.groupingBy(Question::form));
    List<FormRows> all = new ArrayList<>();
    for (Form form : forms) {
      List<Row> rows = new ArrayList<>();
      for (Question question : byForm.getOrDefault(form.id(), List.of())) {
        String label =
            PageForms.field(form, question.field()).map(Field::label).orElse(question.field());
        rows.add(
            new Row(
                label,
                question.inDoubt(),
                address(form.id(), question.field(), Decision.REVIEW, Optional.empty()),
                question.accepted(),
                address(form.id(), question.field(), Decision.ACCEPTED, Optional.empty())));
      }
      all.add(new FormRows(form.id(), form.title(), rows));
    }
    return new QuestionsModel(all);
  }

  /** A sheet. */
  SheetModel sheet(
      Selection selection,
      Field field,
      List<Group> groups,
      List<Crop> crops,
      String said,
      boolean fault) {
    List<AnswerOption> options = AnswerOption.of(field, texts);
    String read = selection.read().orElse("");
    return new SheetModel(
        selection.form(),
        selection.field(),
        field.label(),
        FieldState.word(selection.decision()),
        read,
        words(options, read),
        marks(field),
        field instanceof CheckboxField ? words(options, read.equals("1") ? "0" : "1") : "",
        marks(field) ? tabs(selection, options, groups) : List.of(),
        crops.stream().map(crop -> crop(selection, options, crop)).toList(),
        crops.stream().map(c -> c.page() + ":" + c.version()).collect(Collectors.joining(",")),
        said,
        fault);
  }

  private List<Tab> tabs(Selection selection, List<AnswerOption> options, List<Group> groups) {
    return groups.stream()
        .map(
            group ->
                new Tab(
                    words(options, group.read()),
                    group.count(),
                    address(
                        selection.form(),
                        selection.field(),
                        selection.decision(),
                        Optional.of(group.read())),
                    selection.read().equals(Optional.of(group.read()))))
        .toList();
  }

  private CropView crop(Selection selection, List<AnswerOption> options, Crop crop) {
    return new CropView(
        crop.page(),
        "/pages/" + crop.page() + "/fields/" + selection.field() + "/close.png",
        words(options, crop.read()),
        Math.round(100 * crop.confidence()));
  }

  private String words(List<AnswerOption> options, String value) {
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(AnswerOption::words)
        .findFirst()
        .orElse(value.isEmpty() ? texts.text("empty") : value);
  }

  private static String address(
      String form, String field, Decision decision, Optional<String> read) {
    return "/sheet?form="
        + encoded(form)
        + "&field="
        + encoded(field)
        + "&state="
        + FieldState.word(decision)
        + read.map(r -> "&read=" + encoded(r)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
