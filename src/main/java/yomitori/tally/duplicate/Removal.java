package yomitori.tally.duplicate;

import yomitori.tally.answer.Answer;

/**
 * An answer that was taken out because another one of the same institution counts.
 *
 * @param removed which one
 * @param kept which one counts
 * @param reason by what they are one institution's
 */
public record Removal(Answer removed, Answer kept, Reason reason) {

  /** By what two answers are one institution's. */
  public enum Reason {
    /** The same prefecture and code. */
    SAME_CODE,
    /** The same code and name; one of them names no prefecture. */
    SAME_CODE_AND_NAME,
    /** The same prefecture and name; one of them has no code. */
    SAME_NAME,
    /** A person said so. */
    DECIDED,
    /** Both are the same as a third one. */
    THROUGH_ANOTHER
  }
}
