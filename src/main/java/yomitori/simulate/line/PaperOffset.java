package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * The sheet laid beside its place. Assumption, within the 5 mm by which a scan line is wider than
 * the paper, and more in harsh. Strong beyond 3 mm, where print near an edge is lost.
 *
 * @param rightMm to the right
 * @param downMm downwards
 */
public record PaperOffset(double rightMm, double downMm) implements Effect {

  private static final double STRONG_MM = 3;

  /** Draws an offset. */
  public static PaperOffset draw(LineProfile profile, Chance chance) {
    double limit = profile.choose(0.5, 2, 3, 6);
    return new PaperOffset(chance.between(-limit, limit), chance.between(-limit, limit));
  }

  @Override
  public Level level() {
    return Level.of(
        rightMm != 0 || downMm != 0, Math.max(Math.abs(rightMm), Math.abs(downMm)) > STRONG_MM);
  }
}
