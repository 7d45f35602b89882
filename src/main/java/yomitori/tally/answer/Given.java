package yomitori.tally.answer;

/**
 * What was given in one field.
 *
 * @param value as records show it: {@code 1}, {@code 0}, an option's id, a text, a number; empty
 *     where nothing is written
 * @param trust what is known of whether that is what the respondent gave
 * @param confidence the probability that it is, 0 to 1; 1 where it is taken as certain, and 0 where
 *     nothing is known of it
 */
public record Given(String value, Trust trust, double confidence) {

  /** What is known of whether a value is what the respondent gave. */
  public enum Trust {
    /** Typed by the respondent, or decided by a person. */
    CERTAIN,
    /** Read, with a calibrated confidence. */
    READ,
    /** Read, but the file does not say how surely. */
    UNTOLD,
    /** Read, and left for a person who has not decided yet. */
    IN_DOUBT
  }

  /** A checkbox that is marked. */
  public static final String MARKED = "1";

  /** A checkbox that is empty. */
  public static final String UNMARKED = "0";

  private static final Given NOTHING = certain("");

  /**
   * @throws IllegalArgumentException if the confidence is outside 0 to 1
   */
  public Given {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence outside 0..1: " + confidence);
    }
  }

  /** A value that is taken as it is. */
  public static Given certain(String value) {
    return new Given(value, Trust.CERTAIN, 1);
  }

  /** A value that was read, with the probability that it is right. */
  public static Given read(String value, double confidence) {
    return new Given(value, Trust.READ, confidence);
  }

  /** A value that was read and accepted, no one knows how surely. */
  public static Given untold(String value) {
    return new Given(value, Trust.UNTOLD, 0);
  }

  /** A value that waits for a person. */
  public static Given inDoubt(String value) {
    return new Given(value, Trust.IN_DOUBT, 0);
  }

  /** What stands in a field that was left empty. */
  public static Given nothing() {
    return NOTHING;
  }

  /** Whether it waits for a person. */
  public boolean isInDoubt() {
    return trust == Trust.IN_DOUBT;
  }

  /** Whether nothing was given. */
  public boolean isEmpty() {
    return value.isEmpty();
  }
}
