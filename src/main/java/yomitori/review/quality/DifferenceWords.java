package yomitori.review.quality;

import java.util.List;
import java.util.Optional;
import yomitori.desk.queue.Difference;
import yomitori.desk.values.PageForms;
import yomitori.form.Field;
import yomitori.review.AnswerOption;
import yomitori.review.quality.QualityModel.DifferenceRow;
import yomitori.review.web.Texts;

/** Makes of differences what their list shows. */
final class DifferenceWords {

  private final PageForms forms;
  private final Texts texts;

  DifferenceWords(PageForms forms, Texts texts) {
    this.forms = forms;
    this.texts = texts;
  }

  DifferenceRow row(Difference difference) {
    long page = difference.key().pageId();
    String id = difference.key().field();
    Optional<Field> field =
        forms
            .find(difference.form().form(), difference.form().version())
            .flatMap(form -> PageForms.field(form, id));
    List<AnswerOption> options = field.map(f -> AnswerOption.of(f, texts)).orElseGet(List::of);
    return new DifferenceRow(
        page,
        id,
        difference.kind().word(),
        "/pages/" + page + "/fields/" + id + "/close.png",
        field.map(Field::label).orElse(id),
        AnswerOption.words(options, difference.first(), texts),
        AnswerOption.words(options, difference.second(), texts),
        difference.open() ? "" : AnswerOption.words(options, difference.settled(), texts),
        difference.who().name(),
        texts.time(difference.at()));
  }
}
