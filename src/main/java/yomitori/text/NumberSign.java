package yomitori.text;

/**
 * One sign of a number that is written without boxes.
 *
 * @param kind what it is by its size and place
 * @param reading what the digit model makes of it; of points nothing, which is all zeros
 */
record NumberSign(Kind kind, DigitReading reading) {

  /** What a sign is by its size and place. */
  enum Kind {
    /** As large as digits are: a digit, or a letter beside the number. */
    FULL,
    /** A small one at the foot, between others. */
    POINT,
    /** Likewise, but higher than wide. */
    COMMA,
    /** Likewise, but so small that it may be dirt. */
    PERHAPS_POINT,
    /** A small one elsewhere: dirt, or part of a sign such as a dash. */
    STRAY
  }

  /** The likelihood of the likeliest digit. */
  double digit() {
    return reading.digits().get(reading.likeliest());
  }

  /** How likely it is no digit at all. */
  double letter() {
    return Math.max(0, 1 - reading.digits().stream().mapToDouble(p -> p).sum());
  }

  boolean full() {
    return kind == Kind.FULL;
  }
}
