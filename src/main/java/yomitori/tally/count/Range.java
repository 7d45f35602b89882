package yomitori.tally.count;

/**
 * Between which numbers a true count lies, with a probability of 95 %.
 *
 * @param low the least
 * @param high the most
 */
public record Range(long low, long high) {

  /** The range of a count that is certain. */
  public static Range exactly(long count) {
    return new Range(count, count);
  }
}
