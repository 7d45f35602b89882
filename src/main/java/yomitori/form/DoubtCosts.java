package yomitori.form;

import java.util.List;
import java.util.Optional;

/**
 * What a survey says it loses by each of the two ways to treat a mark, in any unit: only their
 * ratio counts.
 *
 * @param error the cost of a wrong mark that nobody looks at
 * @param review the cost of sending one mark to a person, less than {@code error}
 */
public record DoubtCosts(double error, double review) {

  /** For a form that does not say: one wrong mark is as bad as 50 needless looks. */
  public static final DoubtCosts DEFAULT = new DoubtCosts(50, 1);

  /**
   * @throws IllegalArgumentException if not 0 &lt; review &lt; error
   */
  public DoubtCosts {
    if (!(review > 0 && review < error)) {
      throw new IllegalArgumentException("0 < review < error: " + review + ", " + error);
    }
  }

  /**
   * The probability of a wrong mark above which a person is asked: there both ways cost the same.
   */
  public double reviewAbove() {
    return review / error;
  }

  /** Empty only where a value is wrong, which is then noted. */
  static Optional<DoubtCosts> read(YamlMap block) {
    block.allow(List.of("error", "review"));
    Optional<Double> error = block.number("error", FormLimits.COST, DEFAULT.error);
    Optional<Double> review = block.number("review", FormLimits.COST, DEFAULT.review);
    if (error.isEmpty() || review.isEmpty()) {
      return Optional.empty();
    }
    if (review.get() >= error.get()) {
      block.mistake(Mistake.REVIEW_TOO_DEAR, Range.plain(review.get()), Range.plain(error.get()));
      return Optional.empty();
    }
    return Optional.of(new DoubtCosts(error.get(), review.get()));
  }
}
