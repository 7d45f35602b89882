package yomitori.simulate.hand;

/** The handwritten digits that nothing was trained or tuned on, for tests of other rooms. */
public final class HeldOutDigits {

  /** Pixels of an image's side. */
  public static final int SIDE = HandwrittenDigits.SIDE;

  /** How many there are of each digit. */
  public static final int COUNT = HandwrittenDigits.HELD_OUT;

  private HeldOutDigits() {}

  /**
   * The pixels of one image, row by row: 0 paper to 1 ink.
   *
   * @param index from 0 to {@link #COUNT}, not included
   */
  public static float[] image(int digit, int index) {
    int first = HandwrittenDigits.count(digit) - HandwrittenDigits.HELD_OUT;
    return HandwrittenDigits.image(digit, first + index);
  }
}
