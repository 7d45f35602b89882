package yomitori.desk.queue;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How often two readings of the same field differ.
 *
 * @param compared fields of which there are two
 * @param differing of these, those in which they are not the same
 */
public record Comparison(int compared, int differing) {

  /** Nothing was compared. */
  public static final Comparison NONE = new Comparison(0, 0);

  /** The error of the interval: 19 of 20 such intervals hold the true rate. */
  private static final double ALPHA = 0.05;

  /** Both together. */
  public Comparison plus(Comparison other) {
    return new Comparison(compared + other.compared, differing + other.differing);
  }

  /** How many differ, 0 to 1; empty where nothing was compared. */
  public Optional<Double> rate() {
    return compared == 0 ? Optional.empty() : Optional.of((double) differing / compared);
  }

  /** The rates, 0 to 1, that agree with what was seen; empty where nothing was compared. */
  public Optional<Interval> interval() {
    return compared == 0
        ? Optional.empty()
        : Optional.of(
            BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(compared, differing, ALPHA));
  }
}
