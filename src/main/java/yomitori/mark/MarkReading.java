package yomitori.mark;

import yomitori.form.CheckBox;
import yomitori.geometry.RectMm;

/**
 * What was measured of one checkbox.
 *
 * @param checkBox the box of the form
 * @param found where its printed outline was found, in form mm after registration
 * @param fillRatio share of the box's inside covered by ink that the blank does not explain, 0 to 1
 * @param nearbyInk share of a margin around the box covered by such ink, 0 to 1
 * @param frameExcess how much more of the frame and its nearest surroundings is covered by ink than
 *     at most other boxes of the page, -1 to 1: a ring drawn along the frame shows only here
 * @param outlineScore how well the printed outline was found, 0 to 1: its correlation there, or the
 *     share of its weakest side that shows, whichever is less
 * @param fitNear how far the printing around the box bears out where it was expected, 0 to 1; see
 *     {@link yomitori.register.RegisteredPage#fitNear}
 * @param damagedShare share of the box that did not arrive as sent, 0 to 1
 * @param markLogOdds natural logarithm of the odds that the box is marked, as the mark model says,
 *     all boxes of the page considered, -10 at most where a page in greys shows nothing at all; not
 *     yet calibrated
 */
public record MarkReading(
    CheckBox checkBox,
    RectMm found,
    double fillRatio,
    double nearbyInk,
    double frameExcess,
    double outlineScore,
    double fitNear,
    double damagedShare,
    double markLogOdds) {

  /**
   * @throws IllegalArgumentException if a measure is not a number
   */
  public MarkReading {
    if (Double.isNaN(
        fillRatio
            + nearbyInk
            + frameExcess
            + outlineScore
            + fitNear
            + damagedShare
            + markLogOdds)) {
      throw new IllegalArgumentException(checkBox.id() + ": a measure is not a number");
    }
  }
}
