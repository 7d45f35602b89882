package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.List;

/**
 * How far confidences are what they claim to be: of values at 0.99, 99 in 100 should be right.
 *
 * @param values how many
 * @param bins by confidence, from low to high
 * @param expectedError the expected calibration error: the mean of the distance between confidence
 *     and share of right values in each bin, weighted by its values (Naeini, Cooper and Hauskrecht,
 *     AAAI 2015, here with the fixed bins)
 * @param brier the mean squared distance between confidence and 1 or 0 (Brier 1950)
 */
public record Calibration(long values, List<Bin> bins, double expectedError, double brier) {

  /** Where the bins begin; fine near 1, where decisions are taken. The last ends at 1, included. */
  private static final double[] FROM = {0, 0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999};

  public Calibration {
    bins = List.copyOf(bins);
  }

  /**
   * Values of about the same confidence.
   *
   * @param from the least confidence, included
   * @param to the most, not included but for 1
   * @param values how many
   * @param confidence their mean confidence; 0 where there are none
   * @param right how many of them are right
   * @param accepted how many of them were accepted
   * @param acceptedWrong how many of those are wrong
   */
  public record Bin(
      double from,
      double to,
      long values,
      double confidence,
      long right,
      long accepted,
      long acceptedWrong) {}

  /** Collects values. Not thread-safe. */
  static final class Tally {

    private final long[] values = new long[FROM.length];
    private final long[] right = new long[FROM.length];
    private final long[] accepted = new long[FROM.length];
    private final long[] acceptedWrong = new long[FROM.length];
    private final double[] confidence = new double[FROM.length];
    private double squares;

    void add(Answer answer) {
      if (answer.confidence().isEmpty() || answer.noInk()) {
        return;
      }
      double claimed = answer.confidence().getAsDouble();
      int bin = FROM.length - 1;
      while (claimed < FROM[bin]) {
        bin--;
      }
      values[bin]++;
      confidence[bin] += claimed;
      right[bin] += answer.valueRight() ? 1 : 0;
      accepted[bin] += answer.outcome() == Outcome.REVIEW ? 0 : 1;
      acceptedWrong[bin] += answer.outcome() == Outcome.WRONG ? 1 : 0;
      double miss = claimed - (answer.valueRight() ? 1 : 0);
      squares += miss * miss;
    }

    Calibration calibration() {
      List<Bin> bins = new ArrayList<>();
      long all = 0;
      double distance = 0;
      for (int i = 0; i < FROM.length; i++) {
        double mean = values[i] == 0 ? 0 : confidence[i] / values[i];
        double to = i + 1 < FROM.length ? FROM[i + 1] : 1;
        bins.add(new Bin(FROM[i], to, values[i], mean, right[i], accepted[i], acceptedWrong[i]));
        all += values[i];
        distance += Math.abs(confidence[i] - right[i]);
      }
      return all == 0
          ? new Calibration(0, bins, 0, 0)
          : new Calibration(all, bins, distance / all, squares / all);
    }
  }
}
