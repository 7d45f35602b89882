package yomitori.tally.count;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yomitori.tally.answer.Given;

/**
 * How far reading errors could have moved a count. Each value that was read is right with its
 * confidence, independently of the others; so the errors in one direction are a sum of independent
 * trials (the Poisson binomial distribution), and the true count is what was counted, less those
 * counted by mistake, plus those missed. Not thread-safe.
 */
final class Trials {

  /** What lies outside the range on either side. */
  private static final double TAIL = 0.025;

  /** What a distribution may lack at its end. */
  private static final double NEGLIGIBLE = 1e-9;

  private final Map<Double, Integer> mistaken = new TreeMap<>();
  private final Map<Double, Integer> missed = new TreeMap<>();
  private long counted;
  private long open;
  private boolean untold;

  /** Takes a value that was counted. */
  void counted(Given given) {
    counted++;
    error(given, mistaken, 1);
  }

  /**
   * Takes a value that was not counted.
   *
   * @param share of its errors that would have been this answer, 0 to 1
   */
  void notCounted(Given given, double share) {
    error(given, missed, share);
  }

  /** Takes a value that a person must still decide. */
  void open() {
    open++;
  }

  private void error(Given given, Map<Double, Integer> errors, double share) {
    if (given.trust() == Given.Trust.UNTOLD) {
      untold = true;
    } else if (given.confidence() < 1) {
      errors.merge((1 - given.confidence()) * share, 1, Integer::sum);
    }
  }

  long count() {
    return counted;
  }

  /** The central 95 %, the count itself always in it; empty where a confidence is not told. */
  Optional<Range> range() {
    if (untold) {
      return Optional.empty();
    }
    double[] less = distribution(mistaken);
    double[] more = distribution(missed);
    double[] moved = new double[less.length + more.length - 1];
    for (int i = 0; i < less.length; i++) {
      for (int j = 0; j < more.length; j++) {
        moved[less.length - 1 - i + j] += less[i] * more[j];
      }
    }
    long least = counted - (less.length - 1);
    long low = least + quantile(moved, TAIL);
    long high = least + quantile(moved, 1 - TAIL);
    return Optional.of(new Range(Math.min(low, counted), Math.max(high, counted) + open));
  }

  /** How likely each number of errors is, cut off where the rest is negligible. */
  private static double[] distribution(Map<Double, Integer> errors) {
    double[] likely = {1};
    for (Map.Entry<Double, Integer> error : errors.entrySet()) {
      double p = error.getKey();
      for (int n = 0; n < error.getValue(); n++) {
        likely = withTrial(likely, p);
      }
    }
    return likely;
  }

  private static double[] withTrial(double[] likely, double p) {
    double last = likely[likely.length - 1] * p;
    double[] next = Arrays.copyOf(likely, last < NEGLIGIBLE ? likely.length : likely.length + 1);
    for (int k = next.length - 1; k >= 0; k--) {
      double before = k == 0 ? 0 : likely[k - 1] * p;
      next[k] = before + (k < likely.length ? likely[k] * (1 - p) : 0);
    }
    return next;
  }

  private static int quantile(double[] likely, double share) {
    double sum = 0;
    for (int k = 0; k < likely.length; k++) {
      sum += likely[k];
      if (sum >= share) {
        return k;
      }
    }
    return likely.length - 1;
  }
}
