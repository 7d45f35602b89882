package yomitori.form;

import java.util.List;
import yomitori.geometry.RectMm;

/**
 * A question of which exactly one option is to be ticked; its value is the id of that option.
 *
 * @param id the column
 * @param label the question
 * @param options at least two, in the order printed; each box's id is {@code field.option}
 */
public record ChoiceField(String id, String label, List<CheckBox> options) implements Field {

  public ChoiceField {
    options = List.copyOf(options);
  }

  @Override
  public RectMm area() {
    return RectMm.around(options.stream().map(CheckBox::box).toList());
  }

  /** The option's id as the records show it: what follows the field's id and a dot. */
  public String optionId(CheckBox option) {
    return option.id().substring(id.length() + 1);
  }
}
