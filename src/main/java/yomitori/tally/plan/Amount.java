package yomitori.tally.plan;

import java.util.List;

/**
 * An amount of which quartiles and a histogram are told.
 *
 * @param field its id
 * @param label as the form prints it
 * @param unit such as 万円
 * @param steps where the bars of the histogram begin after the first, rising
 */
public record Amount(String field, String label, String unit, List<Long> steps) {

  /** Keeps the steps. */
  public Amount {
    steps = List.copyOf(steps);
  }
}
