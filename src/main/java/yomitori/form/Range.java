package yomitori.form;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The least and the most a number of the definition may be, both included.
 *
 * @param least in the number's own unit
 * @param most likewise
 */
record Range(double least, double most) {

  boolean contains(double value) {
    return value >= least && value <= most;
  }

  /** The same range in a unit of which one is {@code unit} of this one's. */
  Range dividedBy(double unit) {
    return unit == 1 ? this : new Range(least / unit, most / unit);
  }

  /** A number as people write it: no exponent, no trailing zeros, no more than two decimals. */
  static String plain(double value) {
    return BigDecimal.valueOf(value)
        .setScale(2, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }
}
