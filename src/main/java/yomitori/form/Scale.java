package yomitori.form;

/**
 * How long the definition's unit is: a millimetre, or a pixel of the picture it was measured on.
 *
 * @param mmPerX millimetres for one unit across
 * @param mmPerY millimetres for one unit down
 */
record Scale(double mmPerX, double mmPerY) {

  /** Written in millimetres. */
  static final Scale MM = new Scale(1, 1);

  /**
   * A picture that was cut at the paper's edges shows as many pixels to the mm across as down; one
   * that was not, or lies on its side, is off by more than this share.
   */
  private static final double MOST_UNEVEN = 0.02;

  /** A picture of so many pixels, {@code [width, height]}, that shows the sheet, likewise in mm. */
  static Scale of(double[] sheetMm, double[] pixels) {
    return new Scale(sheetMm[0] / pixels[0], sheetMm[1] / pixels[1]);
  }

  boolean even() {
    return Math.abs(mmPerX / mmPerY - 1) <= MOST_UNEVEN;
  }
}
