package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * Paper that is not drawn in evenly: stretch that comes and goes, a sideways wander, a slip. Spitz
 * ("Correcting for variable skew") reports it for fax machines above all; sizes are an assumption:
 * a local stretch of up to 2 %, and slips of up to 3 mm, where rows are skipped or seen twice.
 * Strong above a local stretch of 1 %, or where the paper slips.
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

  private static final double STRONG_STRETCH = 0.01;

  /** Rounds in which {@link #scanY} comes near: each leaves a twentieth of the error at most. */
  private static final int ROUNDS = 8;

  /** Draws a feed. */
  public static UnevenFeed draw(LineProfile profile, Chance chance) {
    double period = chance.between(90, 320);
    double most = profile.choose(0, 0.004, 0.01, 0.02);
    double stretch = chance.between(0, most) * period / (2 * Math.PI);
    double wander = chance.between(0, profile.choose(0, 0.08, 0.2, 0.5));
    boolean slips = chance.happens(profile.choose(0, 0.01, 0.04, 0.15));
    double longest = profile.choose(0, 1, 2, 3);
    double slip = chance.between(0.5, longest) * (chance.happens(0.5) ? 1 : -1);
    return new UnevenFeed(
        stretch,
        wander,
        period,
        chance.between(0, 2 * Math.PI),
        chance.between(30, 260),
        slips ? slip : 0);
  }

  @Override
  public Level level() {
    return Level.of(
        stretchMm != 0 || wanderMm != 0 || slipMm != 0,
        slipMm != 0 || 2 * Math.PI * stretchMm / periodMm > STRONG_STRETCH);
  }

  /** Where along the paper a scan position lies. */
  double paperY(double scanY) {
    return evenlyPulled(scanY) + (scanY > slipAtMm ? slipMm : 0);
  }

  private double evenlyPulled(double scanY) {
    double along = 2 * Math.PI * scanY / periodMm + phase;
    return scanY + stretchMm * (StrictMath.sin(along) - StrictMath.sin(phase));
  }

  /** How far to the right of its place the paper is read at a scan position. */
  double wanderAt(double scanY) {
    double along = 2 * Math.PI * scanY / periodMm + 2 * phase;
    return wanderMm * (StrictMath.sin(along) - StrictMath.sin(2 * phase));
  }

  /**
   * Where a place along the paper is scanned: the first time, where the paper stuck and it is seen
   * twice; the slip's edge where it was never seen.
   */
  double scanY(double paperY) {
    double before = undone(paperY);
    return before <= slipAtMm ? before : Math.max(slipAtMm, undone(paperY - slipMm));
  }

  private double undone(double paperY) {
    double scanY = paperY;
    for (int i = 0; i < ROUNDS && stretchMm != 0; i++) {
      scanY += paperY - evenlyPulled(scanY);
    }
    return scanY;
  }
}
