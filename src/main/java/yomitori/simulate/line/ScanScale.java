package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * Scale errors of a scanner. Range: a serviced machine keeps ±0.5 % (±1 mm over the measured
 * length), a bad one is assumed to reach ±3 %; one that maps 210 mm onto the whole scan line shows
 * +2.4 % across only. Strong beyond 1.5 %: three times what a serviced copier keeps.
 *
 * @param x factor across, 1 for true
 * @param y factor down
 */
public record ScanScale(double x, double y) implements Effect {

  private static final double STRONG_ERROR = 0.015;

  private static final double FULL_LINE = 215 / 210.0;

  /** Draws the factors. */
  public static ScanScale draw(LineProfile profile, Chance chance) {
    double limit = profile.choose(0, 0.005, 0.012, 0.03);
    double both = chance.between(-limit, limit);
    double x = 1 + both + chance.between(-limit, limit) / 3;
    double y = 1 + both + chance.between(-limit, limit) / 3;
    boolean full = chance.happens(profile.choose(0, 0.03, 0.06, 0.08));
    return new ScanScale(full ? x * FULL_LINE : x, y);
  }

  @Override
  public Level level() {
    return Level.of(x != 1 || y != 1, Math.max(Math.abs(x - 1), Math.abs(y - 1)) > STRONG_ERROR);
  }

  /** Scales about the middle of the sheet's upper edge. */
  Affine map(double w) {
    return new Affine(x, 0, w / 2 * (1 - x), 0, y, 0);
  }
}
