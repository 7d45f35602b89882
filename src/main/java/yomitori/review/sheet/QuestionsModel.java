package yomitori.review.sheet;

import java.util.List;

/**
 * The list of what there are sheets of.
 *
 * @param forms those that the desk reads
 */
public record QuestionsModel(List<FormRows> forms) {

  public QuestionsModel {
    forms = List.copyOf(forms);
  }

  /**
   * A form with its fields.
   *
   * @param form its id
   * @param title what it is called
   */
  public record FormRows(String form, String title, List<Row> rows) {

    public FormRows {
      rows = List.copyOf(rows);
    }
  }

  /**
   * A field.
   *
   * @param label what the form prints for it
   * @param inDoubt address of the sheet of those in doubt
   * @param accepted address of the sheet of those that were accepted
   */
  public record Row(String label, int doubts, String inDoubt, int acceptedCount, String accepted) {}
}
