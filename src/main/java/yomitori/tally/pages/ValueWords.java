package yomitori.tally.pages;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.review.AnswerOption;
import yomitori.review.web.Texts;
import yomitori.tally.answer.Answer;

/** What was answered in the fields of a form, in words. */
final class ValueWords {

  private final Form form;
  private final Texts texts;

  ValueWords(Form form, Texts texts) {
    this.form = form;
    this.texts = texts;
  }

  /** The fields of which both were asked and in which they differ, in the form's order. */
  List<Difference> differences(Answer first, Answer second) {
    List<Difference> found = new ArrayList<>();
    for (Field field : form.fields()) {
      String one = words(field, first);
      String other = words(field, second);
      if (isAsked(field, first) && isAsked(field, second) && !one.equals(other)) {
        found.add(new Difference(field.label(), one, other));
      }
    }
    return found;
  }

  private static boolean isAsked(Field field, Answer answer) {
    return answer.values().containsKey(field.id());
  }

  /** What was answered in some fields, each with its label. */
  List<String> answered(Answer answer, List<String> fields) {
    return form.fields().stream()
        .filter(field -> fields.contains(field.id()))
        .map(field -> texts.text("answered", field.label(), words(field, answer)))
        .toList();
  }

  private String words(Field field, Answer answer) {
    String value = answer.value(field.id());
    return AnswerOption.words(AnswerOption.of(field, texts), value, texts);
  }
}
