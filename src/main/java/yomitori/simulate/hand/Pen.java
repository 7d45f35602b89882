package yomitori.simulate.hand;

import yomitori.simulate.chance.Chance;

/**
 * A pen in a hand.
 *
 * @param kind what sort it is
 * @param widthMm width of its trace at full pressure
 * @param ink what it leaves
 * @param tremorMm how far the hand trembles
 * @param unevenness share of the ink that is lost where the pressure is least: 0 to 1
 */
public record Pen(Kind kind, double widthMm, Ink ink, double tremorMm, double unevenness) {

  /**
   * Sorts of pen. Trace widths follow the makers' ball and tip sizes sold in Japan (0.38 to 1.0 mm
   * balls write 0.25 to 0.7 mm). Darkness stands for reflectances of about 0.1 to 0.3 for ballpoint
   * and 0.3 to 0.5 for pencil. Shares are an assumption for people at an office desk.
   */
  public enum Kind {
    BALLPOINT,
    FELT,
    PENCIL
  }

  private static final double BALLPOINT_SHARE = 0.78;
  private static final double FELT_SHARE = 0.14;

  /** Most hands are steady; some, of the old or the hurried, are not. Assumptions. */
  private static final double TREMBLING_SHARE = 0.06;

  /**
   * However lightly it is pressed, a pen leaves a grey of about 0.45 of the paper's where its trace
   * does not break: paler ones were lost wholly on 1 mark in 600 even at fine resolution.
   */
  private static final int LEAST_DARKNESS = 140;

  private static final double EVERYDAY_UNEVENNESS = 0.15;

  /** Draws a pen and how steady the hand is that holds it. */
  public static Pen draw(Chance chance) {
    double u = chance.unit();
    double tremor =
        chance.happens(TREMBLING_SHARE) ? chance.between(0.08, 0.16) : chance.between(0.015, 0.05);
    if (u < BALLPOINT_SHARE) {
      Ink ink = new Ink((int) chance.between(178, 232), chance.between(0, 0.12));
      return new Pen(Kind.BALLPOINT, chance.between(0.32, 0.65), ink, tremor, EVERYDAY_UNEVENNESS);
    }
    if (u < BALLPOINT_SHARE + FELT_SHARE) {
      Ink ink = new Ink((int) chance.between(205, 245), 0);
      return new Pen(Kind.FELT, chance.between(0.8, 1.15), ink, tremor, 0.05);
    }
    Ink ink = new Ink((int) chance.between(140, 182), chance.between(0.06, 0.2));
    return new Pen(Kind.PENCIL, chance.between(0.4, 0.65), ink, tremor, EVERYDAY_UNEVENNESS);
  }

  /**
   * This pen pressed so lightly that its trace is thin and breaks in places. Where it does not
   * break, it is nearly as dark as ever: a ball that turns leaves its ink.
   */
  Pen lightly(Chance chance) {
    double least = Math.min(1, (double) LEAST_DARKNESS / ink.darkness());
    return new Pen(
        kind,
        widthMm * chance.between(0.55, 0.85),
        ink.pressed(Math.max(least, chance.between(0.7, 0.9))),
        tremorMm,
        chance.between(0.45, 0.85));
  }
}
