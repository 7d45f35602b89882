package yomitori.form;

import java.math.BigDecimal;

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

  /** A number as people write it: no exponent, no trailing zeros. */
  static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
