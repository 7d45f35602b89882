package yomitori.tally.report.chart;

import java.util.Optional;

/**
 * A bar.
 *
 * @param length in the unit of the axis
 * @param figure what is written at its end
 * @param range where it may end, in the same unit; empty where that is not known
 */
public record Bar(double length, String figure, Optional<Whisker> range) {

  /**
   * Where a bar may end.
   *
   * @param low the least
   * @param high the most
   */
  public record Whisker(double low, double high) {}

  /** A bar of which no range is known. */
  public static Bar of(double length, String figure) {
    return new Bar(length, figure, Optional.empty());
  }
}
