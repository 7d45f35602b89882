package yomitori.desk.queue;

import java.time.Duration;

/**
 * How the queue works.
 *
 * @param lease how long a page stays with an operator who gives no sign of life
 * @param skip how long a doubt that an operator passed on does not come back to the same operator
 * @param doubleEntry which doubts two people answer
 * @param recheckShare of all accepted fields, 0 to 1, read once more
 */
public record QueueRules(
    Duration lease, Duration skip, DoubleEntry doubleEntry, double recheckShare) {

  /** One answer is enough, nothing is read once more. */
  public static final QueueRules STANDARD =
      new QueueRules(Duration.ofMinutes(5), Duration.ofMinutes(30), DoubleEntry.NONE, 0);

  /**
   * @throws IllegalArgumentException if a time is not positive, or the share is none
   */
  public QueueRules {
    if (lease.toMillis() <= 0 || skip.toMillis() <= 0) {
      throw new IllegalArgumentException("times are positive: " + lease + ", " + skip);
    }
    if (!(recheckShare >= 0 && recheckShare <= 1)) {
      throw new IllegalArgumentException("share outside 0..1: " + recheckShare);
    }
  }
}
