package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Single pixels turned over ("salt and pepper"). An assumption. Strong above one pixel in 2,000.
 *
 * @param share of all pixels that turn
 */
public record Specks(double share) implements Effect {

  private static final double STRONG_SHARE = 0.0005;

  /** Draws a share. */
  public static Specks draw(LineProfile profile, Chance chance) {
    return new Specks(chance.unit() * profile.choose(0, 0.00003, 0.0002, 0.0015));
  }

  @Override
  public Level level() {
    return Level.of(share != 0, share > STRONG_SHARE);
  }

  void apply(GrayImage page, Chance chance) {
    long count = Math.round(share * page.width() * page.height());
    for (long i = 0; i < count; i++) {
      int x = chance.below(page.width());
      int y = chance.below(page.height());
      page.set(x, y, GrayImage.WHITE - page.get(x, y));
    }
  }
}
