package yomitori.tally.count;

import java.util.Optional;

/**
 * How many gave an answer.
 *
 * @param id of the answer; of other answers in words, the id of their field
 * @param label as the form prints it
 * @param count how many gave it
 * @param base of how many its share is
 * @param range between which numbers the true count lies; empty where records do not say how surely
 *     they were read
 */
public record AnswerCount(String id, String label, long count, long base, Optional<Range> range) {

  /** The share, 0 to 1; 0 of nobody. */
  public double share() {
    return base == 0 ? 0 : (double) count / base;
  }
}
