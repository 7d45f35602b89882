package yomitori.record;

/** A line that is not a record as {@code docs/records.schema.json} says. */
public final class BrokenRecordException extends Exception {

  private static final long serialVersionUID = 1L;

  /**
   * @param place the key that is missing or wrong, with those above it; empty where the line is not
   *     even JSON
   */
  BrokenRecordException(String place) {
    super(place);
  }

  /** The key that is missing or wrong; empty where the line is not a JSON object at all. */
  public String place() {
    return getMessage();
  }
}
