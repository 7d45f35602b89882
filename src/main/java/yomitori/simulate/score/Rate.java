package yomitori.simulate.score;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * A share of something, with how sure it is: the exact 95 % interval of Clopper and Pearson (1934),
 * which takes the cases as independent of each other. Marks on one page are not, so the true
 * interval of a rate of marks is wider; the rate of pages does not suffer from that.
 *
 * @param cases how many
 * @param of out of how many
 * @param lower the lower end of the interval, 0 to 1; 0 where there is nothing to count
 * @param upper the upper end, 0 to 1; 1 where there is nothing to count
 */
public record Rate(long cases, long of, double lower, double upper) {

  private static final double ERROR_RATE = 0.05;

  /** The rate of some cases. */
  public static Rate of(long cases, long of) {
    if (of == 0) {
      return new Rate(0, 0, 0, 1);
    }
    Interval interval =
        BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(
            Math.toIntExact(of), Math.toIntExact(cases), ERROR_RATE);
    return new Rate(cases, of, interval.getLowerBound(), interval.getUpperBound());
  }

  /** The share, 0 to 1; 0 where there is nothing to count. */
  public double share() {
    return of == 0 ? 0 : (double) cases / of;
  }
}
