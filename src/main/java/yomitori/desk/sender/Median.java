package yomitori.desk.sender;

import java.util.stream.DoubleStream;

/** The middle of some numbers. */
final class Median {

  private Median() {}

  /**
   * The middle one, or the mean of the two in the middle.
   *
   * @param none where there are no numbers
   */
  static double of(DoubleStream numbers, double none) {
    double[] sorted = numbers.sorted().toArray();
    int half = sorted.length / 2;
    if (sorted.length == 0) {
      return none;
    }
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
