package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Dirt on the scanner's glass: vertical lines, dark ones and white ones, over all rows or many.
 * Vendors list streaks among the causes of failure; no shares were found.
 *
 * @param dark how many dark streaks
 * @param white how many white ones
 */
public record Streaks(int dark, int white) implements Effect {

  /** Draws streaks. */
  public static Streaks draw(LineProfile profile, Chance chance) {
    double share = profile.choose(0, 0.03, 0.1, 0.3);
    return new Streaks(
        chance.happens(share) ? 1 + chance.below(3) : 0,
        chance.happens(share / 2) ? 1 + chance.below(2) : 0);
  }

  @Override
  public boolean acts() {
    return dark != 0 || white != 0;
  }

  void apply(GrayImage page, double pxPerMmX, Chance chance) {
    for (int i = 0; i < dark + white; i++) {
      int tone = i < dark ? (int) chance.between(30, 120) : GrayImage.WHITE;
      int x = chance.below(page.width());
      int columns = (int) Math.max(1, chance.between(0.05, 0.3) * pxPerMmX);
      int from = chance.happens(0.6) ? 0 : chance.below(page.height());
      int to = chance.happens(0.6) ? page.height() : from + chance.below(page.height() - from);
      for (int y = from; y < to; y++) {
        boolean breaks = i < dark && chance.happens(0.04);
        for (int c = x; c < Math.min(page.width(), x + columns) && !breaks; c++) {
          page.set(c, y, tone);
        }
      }
    }
  }
}
