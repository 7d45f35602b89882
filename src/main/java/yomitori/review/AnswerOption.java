package yomitori.review;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.resolve.FieldValue;
import yomitori.review.web.Texts;

/**
 * A value that a field of marks may be given.
 *
 * @param value as the records show it
 * @param words what it is called
 */
public record AnswerOption(String value, String words) {

  /**
   * The values of a field in the order in which they are offered; none where it is typed.
   *
   * @param texts has {@code mark.yes}, {@code mark.no} and {@code choice.none}
   */
  public static List<AnswerOption> of(Field field, Texts texts) {
    if (field instanceof CheckboxField) {
      return List.of(
          new AnswerOption("1", texts.text("mark.yes")),
          new AnswerOption("0", texts.text("mark.no")));
    }
    if (field instanceof ChoiceField choice) {
      List<AnswerOption> options = new ArrayList<>();
      for (CheckBox box : choice.options()) {
        options.add(new AnswerOption(choice.optionId(box), box.label()));
      }
      options.add(new AnswerOption("", texts.text("choice.none")));
      return options;
    }
    return List.of();
  }

  /**
   * A value in words.
   *
   * @param options of its field
   * @param texts has {@code inDoubt} and {@code empty}
   */
  public static String words(List<AnswerOption> options, String value, Texts texts) {
    if (value.equals(FieldValue.IN_DOUBT)) {
      return texts.text("inDoubt");
    }
    return options.stream()
        .filter(option -> option.value().equals(value))
        .map(AnswerOption::words)
        .findFirst()
        .orElse(value.isEmpty() ? texts.text("empty") : value);
  }
}
