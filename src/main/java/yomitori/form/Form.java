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
 * @param print everything printed on the blank, boxes and lines to write on included, in that order
 * @param blank the file in the form's folder that shows it unanswered: PDF, PNG or TIFF
 * @param doubt what a wrong mark and a look at one cost
 */
public record Form(
    String id,
    String version,
    String title,
    double widthMm,
    double heightMm,
    List<Field> fields,
    List<PrintItem> print,
    String blank,
    DoubtCosts doubt) {

  /** The blank that {@link BlankDrawer} draws. */
  public static final String DEFAULT_BLANK = "blank.pdf";

  public Form {
    fields = List.copyOf(fields);
    print = List.copyOf(print);
  }

  /** The same form with other costs of a wrong mark and a look at one. */
  public Form withDoubt(DoubtCosts costs) {
    return new Form(id, version, title, widthMm, heightMm, fields, print, blank, costs);
  }

  /** A form that says nothing of costs. */
  public Form(
      String id,
      String version,
      String title,
      double widthMm,
      double heightMm,
      List<Field> fields,
      List<PrintItem> print,
      String blank) {
    this(id, version, title, widthMm, heightMm, fields, print, blank, DoubtCosts.DEFAULT);
  }

  /** The same, whose blank has the usual name. */
  public Form(
      String id,
      String version,
      String title,
      double widthMm,
      double heightMm,
      List<Field> fields,
      List<PrintItem> print) {
    this(id, version, title, widthMm, heightMm, fields, print, DEFAULT_BLANK);
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
