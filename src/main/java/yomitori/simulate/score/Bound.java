package yomitori.simulate.score;

import java.util.function.Function;

/**
 * What is to be reached.
 *
 * @param side the side of the value on which a figure is good
 * @param value the last good value
 */
record Bound(Side side, double value) {

  enum Side {
    AT_MOST,
    AT_LEAST
  }

  static Bound atMost(double value) {
    return new Bound(Side.AT_MOST, value);
  }

  static Bound atLeast(double value) {
    return new Bound(Side.AT_LEAST, value);
  }

  /** Whether a figure falls short; never where there was nothing to count. */
  boolean missedBy(Figure figure) {
    return side == Side.AT_MOST ? figure.reached() > value : figure.reached() < value;
  }

  String shown(Function<Double, String> words) {
    if (side == Side.AT_MOST && value == 0) {
      return "0";
    }
    return (side == Side.AT_MOST ? "≤ " : "≥ ") + words.apply(value);
  }
}
