package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * A call that broke off: the page ends early. The share is an assumption. Strong where more than 15
 * % is missing.
 *
 * @param kept share of the rows that arrived, 1 for all
 */
public record CutEnd(double kept) implements Effect {

  private static final double STRONG_KEPT = 0.85;

  /** Draws whether the call breaks off. */
  public static CutEnd draw(LineProfile profile, Chance chance) {
    boolean breaks = chance.happens(profile.choose(0, 0.003, 0.01, 0.04));
    return new CutEnd(breaks ? chance.between(0.5, 0.97) : 1);
  }

  @Override
  public Level level() {
    return Level.of(kept != 1, kept < STRONG_KEPT);
  }

  GrayImage apply(GrayImage page) {
    if (!acts()) {
      return page;
    }
    int rows = Math.max(1, (int) (page.height() * kept));
    return new GrayImage(page.width(), rows, Arrays.copyOf(page.pixels(), rows * page.width()));
  }
}
