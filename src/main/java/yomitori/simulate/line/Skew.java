package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * The sheet fed at an angle. Range: commercial readers promise up to ±5°, which therefore occurs.
 *
 * @param degrees counter-clockwise as seen
 */
public record Skew(double degrees) implements Effect {

  /** Draws an angle. */
  public static Skew draw(LineProfile profile, Chance chance) {
    double limit = profile.choose(0.2, 1.5, 3, 5);
    return profile == LineProfile.HARSH
        ? new Skew(chance.between(-limit, limit))
        : new Skew(Math.max(-limit, Math.min(limit, limit / 2.5 * chance.gauss())));
  }

  @Override
  public boolean acts() {
    return degrees != 0;
  }

  /** Turns about the middle of a sheet of this size. */
  Affine map(double w, double h) {
    double c = StrictMath.cos(Math.toRadians(degrees));
    double s = StrictMath.sin(Math.toRadians(degrees));
    return new Affine(c, s, w / 2 - c * w / 2 - s * h / 2, -s, c, h / 2 + s * w / 2 - c * h / 2);
  }
}
