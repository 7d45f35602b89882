package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * The sheet fed at an angle. Range: commercial readers promise up to ±5°, which therefore occurs; a
 * share of the harsh ones goes beyond, to ±8° (an assumption). Strong beyond 2°, which a person
 * sees at once.
 *
 * @param degrees counter-clockwise as seen
 */
public record Skew(double degrees) implements Effect {

  private static final double STRONG_DEGREES = 2;
  private static final double PROMISED_DEGREES = 5;
  private static final double BEYOND_DEGREES = 8;
  private static final double BEYOND_SHARE = 0.15;

  /** Draws an angle. */
  public static Skew draw(LineProfile profile, Chance chance) {
    if (profile == LineProfile.HARSH) {
      double limit = chance.happens(BEYOND_SHARE) ? BEYOND_DEGREES : PROMISED_DEGREES;
      return new Skew(chance.between(-limit, limit));
    }
    double limit = profile.choose(0.2, 1.5, 3, 0);
    return new Skew(Math.max(-limit, Math.min(limit, limit / 2.5 * chance.gauss())));
  }

  @Override
  public Level level() {
    return Level.of(degrees != 0, Math.abs(degrees) > STRONG_DEGREES);
  }

  /** Turns about the middle of a sheet of this size. */
  Affine map(double w, double h) {
    double c = StrictMath.cos(Math.toRadians(degrees));
    double s = StrictMath.sin(Math.toRadians(degrees));
    return new Affine(c, s, w / 2 - c * w / 2 - s * h / 2, -s, c, h / 2 + s * w / 2 - c * h / 2);
  }
}
