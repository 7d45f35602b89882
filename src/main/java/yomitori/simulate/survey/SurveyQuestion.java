package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;

/**
 * A question with its answers in the form's order.
 *
 * @param single whether it takes one answer
 * @param answers ids of the checkboxes, or of the options
 * @param other the field for other answers
 */
record SurveyQuestion(String id, boolean single, List<String> answers, String other) {

  static final String STATE = "q1";
  static final String DATE = "q2";
  static final String OBSTACLES = "q3";

  SurveyQuestion {
    answers = List.copyOf(answers);
  }

  /** The three questions of the survey of 2022. */
  static List<SurveyQuestion> of(Form form) {
    return List.of(
        new SurveyQuestion(STATE, false, boxes(form, STATE), other(STATE)),
        new SurveyQuestion(DATE, true, options(form), other(DATE)),
        new SurveyQuestion(OBSTACLES, false, boxes(form, OBSTACLES), other(OBSTACLES)));
  }

  private static String other(String question) {
    return question + ".other";
  }

  private static List<String> boxes(Form form, String question) {
    return form.fields().stream()
        .filter(CheckboxField.class::isInstance)
        .map(Field::id)
        .filter(id -> id.startsWith(question + "."))
        .toList();
  }

  private static List<String> options(Form form) {
    List<String> options = new ArrayList<>();
    for (Field field : form.fields()) {
      if (field instanceof ChoiceField choice && choice.id().equals(DATE)) {
        for (CheckBox option : choice.options()) {
          options.add(choice.optionId(option));
        }
      }
    }
    return options;
  }
}
