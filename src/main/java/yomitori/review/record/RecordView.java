package yomitori.review.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import yomitori.desk.pages.PageShape;
import yomitori.desk.values.Decided;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageFacts;
import yomitori.desk.values.PageForms;
import yomitori.review.AnswerOption;
import yomitori.review.ReasonWords;
import yomitori.review.web.Texts;

/** Makes of what is known of a page what its page shows. */
final class RecordView {

  private static final List<String> UNREAD = List.of("unreadable", "not_a_form", "failed");

  private final Texts texts;

  RecordView(Texts texts) {
    this.texts = texts;
  }

  /**
   * What is shown of a page.
   *
   * @param wanted the field for which it was opened; empty for none
   * @param within the query of the search in which it was found
   */
  RecordModel of(
      PageFacts page,
      Optional<PageShape> shape,
      List<Decided> history,
      PageForms forms,
      String wanted,
      String said,
      boolean fault,
      Optional<String> within) {
    Map<String, List<Decided>> byField =
        history.stream().collect(Collectors.groupingBy(row -> row.key().field()));
    List<ValueRow> rows = new ArrayList<>();
    for (FieldFacts field : page.fields()) {
      rows.add(row(field, shape, byField.getOrDefault(field.id(), List.of()), wanted));
    }
    return new RecordModel(
        page.id(),
        page.source(),
        page.number(),
        texts.time(page.received()),
        page.status(),
        shape.map(PageShape::whole),
        rows,
        said,
        fault,
        UNREAD.contains(page.status()) && page.settled().isEmpty(),
        forms.all().stream().map(f -> new AnswerOption(f.id(), f.title())).toList(),
        page.settled().map(outcome -> texts.text("settled." + outcome)).orElse(""),
        page.sameAs(),
        within);
  }

  private ValueRow row(
      FieldFacts field, Optional<PageShape> shape, List<Decided> history, String wanted) {
    FieldState state = field.state();
    List<AnswerOption> options =
        field.field().map(f -> AnswerOption.of(f, texts)).orElseGet(List::of);
    // What waits for another person's answer is not told to that person.
    boolean waiting =
        !history.isEmpty() && state.inDoubt() && !history.get(history.size() - 1).undone();
    return new ValueRow(
        field.id(),
        field.label(),
        state.value(),
        words(options, state.value()),
        state.decisionWord(),
        Math.round(100 * state.confidence()),
        ReasonWords.of(texts.locale(), state.inDoubt() ? state.reason() : ""),
        field.alternatives().stream()
            .map(value -> words(options, value))
            .collect(Collectors.joining(" / ")),
        field.version(),
        options,
        shape.flatMap(s -> s.place(field.id())),
        waiting
            ? List.of(texts.text("history.waiting"))
            : history.stream().map(row -> words(options, row)).toList(),
        field.id().equals(wanted));
  }

  private String words(List<AnswerOption> options, Decided row) {
    return texts.text(
        "history.row",
        texts.time(row.at()),
        row.who().name(),
        texts.text("kind." + row.kind().word()),
        words(options, row.before().value()),
        words(options, row.after().value()));
  }

  private String words(List<AnswerOption> options, String value) {
    return AnswerOption.words(options, value, texts);
  }
}
