package yomitori.resolve;

/**
 * Beyond which measures a box is not judged at all, and which make it a doubt of which kind.
 * Measures are shares from 0 to 1.
 *
 * @param faintFrom fill ratio from which a doubtful box is said to hold a faint mark
 * @param filledFrom fill ratio from which a doubtful box is said to be struck out perhaps
 * @param surelyMeant from this likelihood of being marked nothing speaks for striking out
 * @param besideFrom nearby ink from which there is writing beside an empty box
 * @param leastOutline outline score below which the box was not found
 * @param leastOutlineOfEmpty outline score that a box must show to be called empty, unless ink
 *     hides it
 * @param leastFitNear where the printing around bears the place out by this much, a box may be
 *     judged though its outline was not found: half of such boxes lie within 0.3 mm, 95 of 100
 *     within 0.8 mm (docs/decisions/0004)
 * @param someOutline outline score below which nothing of the outline is seen
 * @param leastFitNearAlone what the printing around must bear out then
 * @param mostDamage damaged share above which the box cannot be judged
 * @param inkFrom fill ratio from which to call a box empty is to delete what someone wrote
 * @param surelyNoMark log odds that the mark model must stay below to do so, whatever the costs
 */
record MarkThresholds(
    double faintFrom,
    double filledFrom,
    double surelyMeant,
    double besideFrom,
    double leastOutline,
    double leastOutlineOfEmpty,
    double leastFitNear,
    double someOutline,
    double leastFitNearAlone,
    double mostDamage,
    double inkFrom,
    double surelyNoMark) {

  /**
   * Measured on simulated faxes of the tuning seeds: 99 of 100 empty boxes stay below 0.03 in fill
   * ratio, 95 of 100 visible marks reach 0.09. The outline of a box that was found scores 0.54 and
   * more, of one that was missed 0.37 and less. Of the empty boxes of fine faxes 1 in 10,000 shows
   * less than 0.3 of its outline, of harsh ones 1 in 200. Of 60 dashes, bars and large crosses of a
   * shape that the model had not seen, 52 would be left to a person that it took for no mark, and
   * 0.07 % of all boxes on fine faxes, 0.4 % on harsh ones. Of boxes without any outline and a fit
   * of 0.4 to 0.6 near them, 50 of 166 lay 0.6 mm off or more; of all boxes 1 in 80 does.
   */
  static final MarkThresholds STANDARD =
      new MarkThresholds(0.03, 0.12, 0.9, 0.01, 0.45, 0.3, 0.4, 0.1, 0.6, 0.25, 0.1, -12);
}
