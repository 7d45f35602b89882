package yomitori.resolve;

import java.util.Optional;
import yomitori.form.DoubtCosts;
import yomitori.mark.MarkReading;
import yomitori.resolve.FieldValue.Reason;

/**
 * Whether one box is marked.
 *
 * @param state the answer
 * @param marked how likely it is that the box is marked, 0 to 1
 * @param confidence how likely the state is right; of a box in doubt, the likelier answer
 * @param reason why it is in doubt; empty where it is not
 */
record MarkDecision(State state, double marked, double confidence, Optional<Reason> reason) {

  enum State {
    EMPTY,
    MARKED,
    IN_DOUBT
  }

  /**
   * @param marked how likely the box is marked, whatever else is known considered
   * @param habit of the page's writer
   * @param costs decide how much doubt is too much
   * @throws IllegalArgumentException if {@code marked} is no probability
   */
  static MarkDecision of(
      MarkReading reading,
      double marked,
      WriterHabit habit,
      DoubtCosts costs,
      MarkThresholds thresholds) {
    if (!(marked >= 0 && marked <= 1)) {
      throw new IllegalArgumentException("no probability: " + marked);
    }
    Optional<Reason> doubt = unjudged(reading, marked, thresholds);
    boolean risky = Math.min(marked, 1 - marked) > costs.reviewAbove();
    boolean deletes =
        deletesInk(reading, marked, thresholds)
            || (habit.besideBoxes() && deletesInkBeside(reading, marked, thresholds));
    if (doubt.isEmpty() && (risky || deletes)) {
      doubt = Optional.of(doubt(reading, marked, thresholds));
    }
    State state = doubt.isPresent() ? State.IN_DOUBT : marked >= 0.5 ? State.MARKED : State.EMPTY;
    double arrived = doubt.equals(Optional.of(Reason.DAMAGED)) ? 1 - reading.damagedShare() : 1;
    return new MarkDecision(state, marked, Math.max(marked, 1 - marked) * arrived, doubt);
  }

  /** Whether ink is to be called no mark without certainty: the error people complain of most. */
  private static boolean deletesInk(MarkReading reading, double marked, MarkThresholds thresholds) {
    return marked < 0.5
        && reading.fillRatio() >= thresholds.inkFrom()
        && reading.markLogOdds() > thresholds.surelyNoMark();
  }

  private static boolean deletesInkBeside(
      MarkReading reading, double marked, MarkThresholds thresholds) {
    return marked < 0.5 && reading.nearbyInk() >= thresholds.besideFrom();
  }

  /**
   * Why the box cannot be judged, however sure the model is. A box with nothing in it shows its
   * outline: where that is gone it was wiped out or never arrived.
   */
  private static Optional<Reason> unjudged(
      MarkReading reading, double marked, MarkThresholds thresholds) {
    if (reading.damagedShare() > thresholds.mostDamage()) {
      return Optional.of(Reason.DAMAGED);
    }
    boolean emptyUnseen =
        marked < 0.5
            && reading.fillRatio() < thresholds.inkFrom()
            && reading.outlineScore() < thresholds.leastOutlineOfEmpty();
    return emptyUnseen || reading.fitNear() < leastFitNear(reading.outlineScore(), thresholds)
        ? Optional.of(Reason.BOX_NOT_FOUND)
        : Optional.empty();
  }

  /** How well the printing around must bear a box out, the less of its own outline is seen. */
  private static double leastFitNear(double outlineScore, MarkThresholds thresholds) {
    if (outlineScore >= thresholds.leastOutline()) {
      return 0;
    }
    return outlineScore >= thresholds.someOutline()
        ? thresholds.leastFitNear()
        : thresholds.leastFitNearAlone();
  }

  private static Reason doubt(MarkReading reading, double marked, MarkThresholds thresholds) {
    if (reading.fillRatio() >= thresholds.filledFrom()) {
      return marked < thresholds.surelyMeant() ? Reason.PERHAPS_STRUCK_OUT : Reason.NOT_SURE;
    }
    if (reading.fillRatio() >= thresholds.faintFrom()) {
      return Reason.FAINT_MARK;
    }
    return reading.nearbyInk() >= thresholds.besideFrom() ? Reason.INK_BESIDE_BOX : Reason.NOT_SURE;
  }
}
