package yomitori.tally.count;

import java.util.List;
import yomitori.tally.plan.Amount;

/**
 * How large the amounts are that were given in one field.
 *
 * @param amount which field
 * @param groups all, and classes
 */
public record AmountTable(Amount amount, List<AmountGroup> groups) {

  /**
   * The amounts of a group. Quartiles are those of Hyndman and Fan (1996), type 7, as spreadsheets
   * compute them; 0 of no amounts.
   *
   * @param group which one
   * @param given how many gave an amount
   * @param notAnAmount how many wrote what is no amount
   * @param inDoubt how many wrote what a person must still look at
   * @param least the smallest
   * @param lowerQuartile a quarter is not above it
   * @param median half is not above it
   * @param upperQuartile three quarters are not above it
   * @param most the largest
   * @param histogram how many lie below the first step, from each step to the next, and from the
   *     last on: one more than there are steps
   */
  public record AmountGroup(
      Group group,
      long given,
      long notAnAmount,
      long inDoubt,
      double least,
      double lowerQuartile,
      double median,
      double upperQuartile,
      double most,
      List<Long> histogram) {

    /** Keeps the histogram. */
    public AmountGroup {
      histogram = List.copyOf(histogram);
    }
  }

  /** Keeps the groups. */
  public AmountTable {
    groups = List.copyOf(groups);
  }
}
