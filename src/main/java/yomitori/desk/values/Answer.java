package yomitori.desk.values;

/**
 * What a person typed or chose for a field, after it was checked against what the field may hold.
 */
public sealed interface Answer {

  /** It may stand in the records so. */
  record Valid(String value) implements Answer {}

  /** It may not. */
  record Refused(Refusal why) implements Answer {}

  /** Why an answer may not stand; words for people are found by these names. */
  enum Refusal {
    /** A checkbox is 1 or 0. */
    NOT_A_MARK,
    /** The question has no such option. */
    NOT_AN_OPTION,
    /** Not as many digits as there are boxes. */
    NOT_THE_DIGITS,
    /** Not a word of the field's list. */
    NOT_IN_LIST,
    /** Not one number, or below zero. */
    NOT_A_NUMBER,
    /** Longer than any field takes. */
    TOO_LONG
  }
}
