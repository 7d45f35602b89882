package yomitori.simulate.survey;

import java.util.HashMap;
import java.util.Map;
import yomitori.form.CheckBox;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.form.Form;

/** What answers are called on the form. */
final class Labels {

  private final Map<String, String> byAnswer = new HashMap<>();

  Labels(Form form) {
    for (Field field : form.fields()) {
      byAnswer.put(field.id(), field.label());
      if (field instanceof ChoiceField choice) {
        for (CheckBox option : choice.options()) {
          byAnswer.put(choice.optionId(option), option.label());
        }
      }
    }
  }

  String of(String answer) {
    return byAnswer.get(answer);
  }
}
