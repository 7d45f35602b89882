package yomitori.simulate.hand;

import yomitori.simulate.chance.Chance;

/**
 * A pen in a hand.
 *
 * @param kind what sort it is
 * @param widthMm width of its trace at full pressure
 * @param ink what it leaves
 */
public record Pen(Kind kind, double widthMm, Ink ink) {

  /**
   * Sorts of pen. Trace widths follow the makers' ball and tip sizes sold in Japan (0.38 to 1.0 mm
   * balls write 0.25 to 0.7 mm); shares are an assumption for people at an office desk.
   */
  public enum Kind {
    BALLPOINT,
    FELT,
    PENCIL
  }

  private static final double BALLPOINT_SHARE = 0.74;
  private static final double FELT_SHARE = 0.14;

  /** Draws a pen. */
  public static Pen draw(Chance chance) {
    double u = chance.unit();
    if (u < BALLPOINT_SHARE) {
      return new Pen(
          Kind.BALLPOINT,
          chance.between(0.3, 0.65),
          new Ink((int) chance.between(165, 235), chance.between(0, 0.18)));
    }
    if (u < BALLPOINT_SHARE + FELT_SHARE) {
      return new Pen(
          Kind.FELT, chance.between(0.8, 1.15), new Ink((int) chance.between(200, 245), 0));
    }
    return new Pen(
        Kind.PENCIL,
        chance.between(0.35, 0.6),
        new Ink((int) chance.between(110, 175), chance.between(0.1, 0.3)));
  }

  /** This pen pressed hard enough to leave its ink at a share of its darkness. */
  Pen lighter(double share) {
    return new Pen(kind, widthMm, new Ink((int) (ink.darkness() * share), ink.texture()));
  }
}
