package yomitori.desk.queue;

import java.util.Optional;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How often accepted values are wrong, as far as they were read once more.
 *
 * @param read fields that were
 * @param wrong of these, those that turned out to be wrong
 * @param open fields of the sample that are still to be read or settled
 */
public record ErrorRate(int read, int wrong, int open) {

  /** The error of the interval: 19 of 20 such intervals hold the true rate. */
  private static final double ALPHA = 0.05;

  /** The rates, 0 to 1, that agree with the sample; empty where nothing was read yet. */
  public Optional<Interval> interval() {
    return read == 0
        ? Optional.empty()
        : Optional.of(BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(read, wrong, ALPHA));
  }
}
