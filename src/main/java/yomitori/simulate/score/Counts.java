package yomitori.simulate.score;

/**
 * How many answers came to what.
 *
 * @param right accepted and as meant
 * @param wrong accepted and not as meant
 * @param review left to a person
 * @param reviewRight of those, how many had the right value all the same
 * @param missed their page gave no record
 * @param noInk answers that left nothing on the page; in none of the other numbers
 * @param noInkRight of those, how many were accepted as meant
 * @param noInkWrong of those, how many were accepted and are not as meant
 */
public record Counts(
    long right,
    long wrong,
    long review,
    long reviewRight,
    long missed,
    long noInk,
    long noInkRight,
    long noInkWrong) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

  /** All answers but those that left nothing on the page. */
  public long all() {
    return decided() + review + missed;
  }

  /** Those that were accepted. */
  public long decided() {
    return right + wrong;
  }

  /** Those whose page was read. */
  public long read() {
    return decided() + review;
  }

  /** Wrong ones among those accepted. */
  public Rate errorRate() {
    return Rate.of(wrong, decided());
  }

  /** Those left to a person among those whose page was read. */
  public Rate reviewRate() {
    return Rate.of(review, read());
  }

  /** These without others that are among them. */
  Counts minus(Counts other) {
    return new Counts(
        right - other.right,
        wrong - other.wrong,
        review - other.review,
        reviewRight - other.reviewRight,
        missed - other.missed,
        noInk - other.noInk,
        noInkRight - other.noInkRight,
        noInkWrong - other.noInkWrong);
  }

  Counts plus(Counts other) {
    return new Counts(
        right + other.right,
        wrong + other.wrong,
        review + other.review,
        reviewRight + other.reviewRight,
        missed + other.missed,
        noInk + other.noInk,
        noInkRight + other.noInkRight,
        noInkWrong + other.noInkWrong);
  }

  /** Adds up answers one by one. Not thread-safe. */
  static final class Tally {

    private Counts counts = NONE;

    void add(Answer answer) {
      counts = counts.plus(of(answer));
    }

    void add(Counts more) {
      counts = counts.plus(more);
    }

    Counts counts() {
      return counts;
    }

    private static Counts of(Answer answer) {
      if (answer.noInk()) {
        boolean right = answer.outcome() == Outcome.RIGHT;
        boolean wrong = answer.outcome() == Outcome.WRONG;
        return new Counts(0, 0, 0, 0, 0, 1, right ? 1 : 0, wrong ? 1 : 0);
      }
      return switch (answer.outcome()) {
        case RIGHT -> new Counts(1, 0, 0, 0, 0, 0, 0, 0);
        case WRONG -> new Counts(0, 1, 0, 0, 0, 0, 0, 0);
        case REVIEW -> new Counts(0, 0, 1, answer.valueRight() ? 1 : 0, 0, 0, 0, 0);
        case MISSED -> new Counts(0, 0, 0, 0, 1, 0, 0, 0);
      };
    }
  }
}
