package yomitori.simulate.score;

import java.util.function.Function;

/**
 * What was reached, to be set beside a goal.
 *
 * @param reached not a number where there was nothing to count
 * @param shown the same in words
 */
record Figure(double reached, String shown) {

  static final Figure NOTHING = new Figure(Double.NaN, Shown.NOTHING);

  /** A rate in words of its own; nothing where there is nothing to count. */
  static Figure of(Rate rate, Function<Double, String> words) {
    return rate.of() == 0 ? NOTHING : new Figure(rate.share(), words.apply(rate.share()));
  }

  /** A rate in words of its own and with the cases it was counted from. */
  static Figure counted(Rate rate, Function<Double, String> words) {
    return counted(rate.cases(), rate.of(), words);
  }

  /** A share in words of its own and with the cases; it may be more than 1. */
  static Figure counted(long cases, long of, Function<Double, String> words) {
    if (of == 0) {
      return NOTHING;
    }
    double share = (double) cases / of;
    return new Figure(share, words.apply(share) + " (" + Shown.counts(cases, of) + ")");
  }

  /** A plain number. */
  static Figure of(long number) {
    return new Figure((double) number, Long.toString(number));
  }
}
