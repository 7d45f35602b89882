package yomitori.resolve;

import java.util.Optional;
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

  static MarkDecision of(MarkReading reading, MarkThresholds thresholds) {
    double marked = thresholds.marked(reading.fillRatio());
    double confidence = Math.max(marked, 1 - marked) * (1 - reading.damagedShare());
    Optional<Reason> doubt = doubt(reading, thresholds);
    State state =
        doubt.isPresent()
            ? State.IN_DOUBT
            : reading.fillRatio() < thresholds.emptyBelow() ? State.EMPTY : State.MARKED;
    return new MarkDecision(state, marked, confidence, doubt);
  }

  private static Optional<Reason> doubt(MarkReading reading, MarkThresholds thresholds) {
    if (reading.damagedShare() > thresholds.mostDamage()) {
      return Optional.of(Reason.DAMAGED);
    }
    if (reading.outlineScore() < thresholds.leastOutline()) {
      return Optional.of(Reason.BOX_NOT_FOUND);
    }
    boolean inkBeside = reading.nearbyInk() > thresholds.mostInkBeside();
    if (reading.fillRatio() >= thresholds.markedAbove()) {
      return inkBeside ? Optional.of(Reason.PERHAPS_STRUCK_OUT) : Optional.empty();
    }
    if (reading.fillRatio() >= thresholds.emptyBelow()) {
      return Optional.of(Reason.FAINT_MARK);
    }
    return inkBeside || reading.frameExcess() > thresholds.mostFrameExcess()
        ? Optional.of(Reason.INK_BESIDE_BOX)
        : Optional.empty();
  }
}
