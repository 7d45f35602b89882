package yomitori.desk.queue;

import yomitori.desk.values.FieldKey;

/**
 * Something for one operator to look at.
 *
 * @param position of the field in the form's order, from 0
 * @param task what is asked
 * @param version of the field's history that the operator sees
 */
public record Item(FieldKey key, int position, Task task, long version) {

  /** What is asked of the operator. */
  public enum Task {
    /** A doubt. */
    DOUBT,
    /** An accepted value is read once more and therefore not shown. */
    RECHECK
  }
}
