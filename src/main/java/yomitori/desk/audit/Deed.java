package yomitori.desk.audit;

/**
 * One thing done, before it has its row.
 *
 * @param subject the kind of thing it was done to: page, fax, operator, export, ...
 * @param subjectId which one
 * @param field the field of the page; empty where it was no field
 * @param oldValue what was there; empty where nothing was changed
 * @param newValue what is there now
 */
public record Deed(
    Action action,
    String subject,
    String subjectId,
    String field,
    String oldValue,
    String newValue) {

  /** Something that changed no value. */
  public static Deed of(Action action, String subject, String subjectId) {
    return new Deed(action, subject, subjectId, "", "", "");
  }

  /** Something that changed a value that is no field of a page. */
  public static Deed change(
      Action action, String subject, String subjectId, String oldValue, String newValue) {
    return new Deed(action, subject, subjectId, "", oldValue, newValue);
  }
}
