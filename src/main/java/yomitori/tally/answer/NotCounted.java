package yomitori.tally.answer;

/**
 * A row or record that is no answer.
 *
 * @param source the source's id
 * @param reference its name in the source
 * @param reason why it is none
 * @param detail what stands there, for a person to find it; may be empty
 */
public record NotCounted(String source, String reference, Reason reason, String detail) {

  /** Why a row or record is no answer, or a part of it none. */
  public enum Reason {
    /** A cover sheet, a blank page, another document. */
    NOT_A_FORM,
    /** The right form, but it could not be read. */
    UNREADABLE,
    /** A record of another form. */
    OTHER_FORM,
    /** A later line has the same record. */
    REPLACED,
    /** A later export of the desk says that it counts no more. */
    WITHDRAWN,
    /** A line that is no record. */
    BROKEN,
    /** A row in which nothing was answered. */
    EMPTY,
    /** A row of which the time cannot be read; it is counted as the oldest. */
    NO_TIME,
    /** A cell that holds none of the question's answers; the rest of the row is counted. */
    UNKNOWN_ANSWER
  }
}
