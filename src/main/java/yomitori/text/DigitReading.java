package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one cell holds, as probabilities that sum to 1.
 *
 * @param digits of each digit 0 to 9
 * @param empty that nothing is written
 * @param crossedOut that what was written is struck out
 * @param other that something else is written: a letter, a sign, two digits
 */
public record DigitReading(List<Double> digits, double empty, double crossedOut, double other) {

  /** Digits that there are. */
  public static final int DIGITS = 10;

  /** All that a cell may hold: ten digits, nothing, something crossed out, something else. */
  public static final int KINDS = DIGITS + 3;

  /**
   * @throws IllegalArgumentException if there are not ten digits, or one of the numbers is no
   *     probability
   */
  public DigitReading {
    digits = List.copyOf(digits);
    boolean probable =
        Stream.concat(digits.stream(), Stream.of(empty, crossedOut, other))
            .allMatch(p -> p >= 0 && p <= 1);
    if (digits.size() != DIGITS || !probable) {
      throw new IllegalArgumentException("no ten digits' probabilities: " + digits);
    }
  }

  /** The opposite of {@link #probabilities}. */
  public static DigitReading of(List<Double> probabilities) {
    if (probabilities.size() != KINDS) {
      throw new IllegalArgumentException(probabilities.size() + " probabilities");
    }
    return new DigitReading(
        probabilities.subList(0, DIGITS),
        probabilities.get(DIGITS),
        probabilities.get(DIGITS + 1),
        probabilities.get(DIGITS + 2));
  }

  /** All of them: the ten digits, empty, crossed out, other. */
  public List<Double> probabilities() {
    List<Double> all = new ArrayList<>(digits);
    all.addAll(List.of(empty, crossedOut, other));
    return List.copyOf(all);
  }

  /** The likeliest digit, 0 to 9, whether or not the cell holds one. */
  public int likeliest() {
    int best = 0;
    for (int digit = 1; digit < DIGITS; digit++) {
      if (digits.get(digit) > digits.get(best)) {
        best = digit;
      }
    }
    return best;
  }

  /** Whether nothing else is as likely as an empty cell. */
  public boolean looksEmpty() {
    return empty > Math.max(digits.get(likeliest()), Math.max(crossedOut, other));
  }
}
