package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * A sender that takes the sheet for a larger one and reduces it to A4. Factors: copiers' 0.816 for
 * B4 to A4, T.4's 1728 of 2048 px (0.844) for the same, 1728 of 2432 px (0.711) for A3 to A4. The
 * shares are an assumption. Strong below 0.8.
 *
 * @param factor both ways, 1 for none
 */
public record Reduction(double factor) implements Effect {

  private static final double B4_COPIER = 0.816;
  private static final double B4_LINE = 1728 / 2048.0;
  private static final double A3_LINE = 1728 / 2432.0;
  private static final double STRONG_FACTOR = 0.8;

  /** Draws whether it happens, and how. */
  public static Reduction draw(LineProfile profile, Chance chance) {
    boolean reduces = chance.happens(profile.choose(0, 0.005, 0.02, 0.06));
    double u = chance.unit();
    double a3 = profile.choose(0, 0, 0.05, 0.15);
    return new Reduction(!reduces ? 1 : u < a3 ? A3_LINE : u < 0.6 ? B4_COPIER : B4_LINE);
  }

  @Override
  public Level level() {
    return Level.of(factor != 1, factor < STRONG_FACTOR);
  }

  /** Reduces towards the middle of the sheet's upper edge. */
  Affine map(double w) {
    return new Affine(factor, 0, w / 2 * (1 - factor), 0, factor, 0);
  }
}
