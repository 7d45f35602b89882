package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * Scale errors of copier and scanner, and reduction. Range: a serviced copier keeps ±0.5 % (±1 mm
 * over the measured length); a machine that maps 210 mm onto the whole scan line shows +2.4 %
 * across only; the sender's B4 to A4 reduction is 0.81 to 0.86.
 *
 * @param x factor across, 1 for true
 * @param y factor down
 */
public record ScanScale(double x, double y) implements Effect {

  private static final double FULL_LINE = 215 / 210.0;

  /** Draws the factors. */
  public static ScanScale draw(LineProfile profile, Chance chance) {
    double limit = profile.choose(0, 0.005, 0.012, 0.03);
    double both = chance.between(-limit, limit);
    double x = 1 + both + chance.between(-limit, limit) / 3;
    double y = 1 + both + chance.between(-limit, limit) / 3;
    if (chance.happens(profile.choose(0, 0, 0.02, 0.06))) {
      double reduction = chance.between(0.81, 0.86);
      return new ScanScale(x * reduction, y * reduction);
    }
    boolean full = chance.happens(profile.choose(0, 0.03, 0.06, 0.08));
    return new ScanScale(full ? x * FULL_LINE : x, y);
  }

  @Override
  public boolean acts() {
    return x != 1 || y != 1;
  }

  /** Scales about the middle of the sheet's upper edge. */
  Affine map(double w) {
    return new Affine(x, 0, w / 2 * (1 - x), 0, y, 0);
  }
}
