package yomitori.resolve;

/**
 * Where a checkbox stops being empty and starts being marked. All values are shares from 0 to 1.
 *
 * @param emptyBelow fill ratio below which a box is empty
 * @param markedAbove fill ratio from which a box is marked; between the two it is in doubt
 * @param leastOutline outline score below which the box was not found
 * @param mostDamage damaged share above which the box cannot be judged
 * @param mostInkBeside nearby ink above which a box is in doubt: an empty one may be meant by what
 *     is beside it, a marked one may be struck out
 * @param mostFrameExcess excess of ink along the frame above which an empty box is in doubt: a ring
 *     may be drawn on it
 */
public record MarkThresholds(
    double emptyBelow,
    double markedAbove,
    double leastOutline,
    double mostDamage,
    double mostInkBeside,
    double mostFrameExcess) {

  /**
   * Measured on 180 simulated faxes of the tuning seeds, 60 each of the profiles fine, standard and
   * harsh, 4,100 boxes: 99 of 100 empty boxes stay below 0.03 in fill ratio and below 0.05 in frame
   * excess, 95 of 100 visible marks reach 0.09; hesitation dots lie between. The outline of a box
   * that was found scores 0.54 and more, of one that was missed 0.37 and less.
   */
  public static final MarkThresholds STANDARD =
      new MarkThresholds(0.03, 0.12, 0.45, 0.25, 0.05, 0.05);

  /**
   * @throws IllegalArgumentException if the fill ratios are not 0 &lt; emptyBelow &lt; markedAbove
   *     &lt; 1
   */
  public MarkThresholds {
    if (!(emptyBelow > 0 && emptyBelow < markedAbove && markedAbove < 1)) {
      throw new IllegalArgumentException(
          "a box is empty below and marked above: " + emptyBelow + ", " + markedAbove);
    }
  }

  /**
   * How likely it is that a box with this fill ratio is marked: a logistic curve that is 0.5 midway
   * between the thresholds, 0.05 at {@link #emptyBelow} and 0.95 at {@link #markedAbove}.
   */
  double marked(double fillRatio) {
    double middle = (emptyBelow + markedAbove) / 2;
    double half = (markedAbove - emptyBelow) / 2;
    return 1 / (1 + Math.exp(-LOGIT_AT_THRESHOLD * (fillRatio - middle) / half));
  }

  /** ln(0.95 / 0.05). */
  private static final double LOGIT_AT_THRESHOLD = Math.log(19);
}
