package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Dirt on the scanner's glass: vertical lines, dark ones and white ones, over all rows or coming
 * and going, at the same places on all pages of a call. Vendors list streaks among the causes of
 * failure, and service guides explain them by dirt that the sensor sees in every row; no shares
 * were found. Strong from three.
 *
 * @param dark how many dark streaks
 * @param white how many white ones
 * @param glass tells where the dirt lies
 */
public record Streaks(int dark, int white, long glass) implements Effect {

  private static final int STRONG_COUNT = 3;
  private static final double ALL_THE_WAY_SHARE = 0.5;
  private static final double WIDE_SHARE = 0.1;
  private static final double WIDEST_MM = 0.9;

  /** How often a row of a dark streak is broken. */
  private static final double GAP_SHARE = 0.04;

  /** Streaks on one and the same glass. */
  public Streaks(int dark, int white) {
    this(dark, white, 0);
  }

  /** Draws streaks. */
  public static Streaks draw(LineProfile profile, Chance chance) {
    double share = profile.choose(0, 0.03, 0.1, 0.3);
    return new Streaks(
        chance.happens(share) ? 1 + chance.below(3) : 0,
        chance.happens(share / 2) ? 1 + chance.below(2) : 0,
        chance.bits() >>> 32);
  }

  @Override
  public Level level() {
    return Level.of(dark + white != 0, dark + white >= STRONG_COUNT);
  }

  void apply(GrayImage page, double pxPerMmX, double pxPerMmY, Chance chance) {
    Chance dirt = new Chance(glass);
    for (int i = 0; i < dark + white; i++) {
      double tone = i < dark ? dirt.between(20, 150) : GrayImage.WHITE;
      double at = dirt.unit();
      double mm = dirt.happens(WIDE_SHARE) ? dirt.between(0.3, WIDEST_MM) : dirt.between(0.05, 0.3);
      boolean allTheWay = dirt.happens(ALL_THE_WAY_SHARE);
      int x = (int) (at * page.width());
      int to = (int) Math.min(page.width(), x + Math.max(1, Math.round(mm * pxPerMmX)));
      boolean on = true;
      double rest = allTheWay ? page.height() : 0;
      for (int y = 0; y < page.height(); y++) {
        if (rest-- <= 0) {
          on = chance.happens(0.5);
          rest = chance.between(2, 70) * pxPerMmY;
        }
        if (on && !(i < dark && chance.happens(GAP_SHARE))) {
          for (int c = x; c < to; c++) {
            page.set(c, y, i < dark ? (int) Math.min(page.get(c, y), tone) : GrayImage.WHITE);
          }
        }
      }
    }
  }
}
