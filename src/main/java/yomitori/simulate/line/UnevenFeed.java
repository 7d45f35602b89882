package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * Paper that is not drawn in evenly: stretch that comes and goes, a sideways wander, a slip. Spitz
 * ("Correcting for variable skew") reports it for fax machines above all; sizes are an assumption.
 *
 * @param stretchMm how far rows get from their place, at most
 * @param wanderMm how far the sheet moves sideways, at most
 * @param periodMm length over which both come back
 * @param phase where in its period the feed starts, radians
 * @param slipAtMm scan position of the slip
 * @param slipMm paper that passed unseen there; negative where the paper stuck
 */
public record UnevenFeed(
    double stretchMm,
    double wanderMm,
    double periodMm,
    double phase,
    double slipAtMm,
    double slipMm)
    implements Effect {

  /** A feed that is even. */
  public static final UnevenFeed NONE = new UnevenFeed(0, 0, 200, 0, 0, 0);

  private static final int STEPS = 40;

  /** Draws a feed. */
  public static UnevenFeed draw(LineProfile profile, Chance chance) {
    double stretch = profile.choose(0, 0.15, 0.4, 1.0);
    double wander = profile.choose(0, 0.08, 0.2, 0.5);
    boolean slips = chance.happens(profile.choose(0, 0.01, 0.04, 0.15));
    double slip = chance.between(0.4, 1.6) * (chance.happens(0.5) ? 1 : -1);
    return new UnevenFeed(
        chance.between(0, stretch),
        chance.between(0, wander),
        chance.between(90, 320),
        chance.between(0, 2 * Math.PI),
        chance.between(30, 260),
        slips ? slip : 0);
  }

  @Override
  public boolean acts() {
    return stretchMm != 0 || wanderMm != 0 || slipMm != 0;
  }

  /** Where along the paper a scan position lies. */
  double paperY(double scanY) {
    double along = 2 * Math.PI * scanY / periodMm + phase;
    return scanY
        + stretchMm * (StrictMath.sin(along) - StrictMath.sin(phase))
        + (scanY > slipAtMm ? slipMm : 0);
  }

  /** How far to the right of its place the paper is read at a scan position. */
  double wanderAt(double scanY) {
    double along = 2 * Math.PI * scanY / periodMm + 2 * phase;
    return wanderMm * (StrictMath.sin(along) - StrictMath.sin(2 * phase));
  }

  /** Where a place along the paper is scanned; the slip's edge where it was never seen. */
  double scanY(double paperY) {
    double low = paperY - 2 * stretchMm - Math.abs(slipMm) - 1;
    double high = paperY + 2 * stretchMm + Math.abs(slipMm) + 1;
    for (int i = 0; i < STEPS; i++) {
      double middle = (low + high) / 2;
      if (paperY(middle) < paperY) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }
}
