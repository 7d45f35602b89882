package yomitori.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * One page of a printed form: where every field is and what it may hold.
 *
 * @param id names the form in records and on the command line; the name of its folder
 * @param version what is printed or filed as its edition
 * @param title its printed title
 * @param widthMm the sheet's width
 * @param heightMm the sheet's height
 * @param fields in the order of the records' columns
 * @param print what else is printed on the blank
 */
public record Form(
    String id,
    String version,
    String title,
    double widthMm,
    double heightMm,
    List<Field> fields,
    List<PrintItem> print) {

  public Form {
    fields = List.copyOf(fields);
    print = List.copyOf(print);
  }

  /** Every box to tick, in the form's order: single checkboxes and the options of choices. */
  public List<CheckBox> checkBoxes() {
    return fields.stream()
        .flatMap(
            field -> {
              if (field instanceof CheckboxField checkbox) {
                return Stream.of(checkbox.checkBox());
              }
              if (field instanceof ChoiceField choice) {
                return choice.options().stream();
              }
              return Stream.empty();
            })
        .toList();
  }
}
