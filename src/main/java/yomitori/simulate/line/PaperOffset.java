package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * The sheet laid beside its place. Assumption, within the 5 mm by which a scan line is wider than
 * the paper, and more in harsh.
 *
 * @param rightMm to the right
 * @param downMm downwards
 */
public record PaperOffset(double rightMm, double downMm) implements Effect {

  /** Draws an offset. */
  public static PaperOffset draw(LineProfile profile, Chance chance) {
    double limit = profile.choose(0.5, 2, 3, 6);
    return new PaperOffset(chance.between(-limit, limit), chance.between(-limit, limit));
  }

  @Override
  public boolean acts() {
    return rightMm != 0 || downMm != 0;
  }
}
