package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * What the receiver hands on: a TIFF, or a PDF as office machines mail it, whose pages are images
 * coded after T.6. Makers describe both; the shares are an assumption. Never strong: the pixels are
 * the same.
 *
 * @param pdf whether it is a PDF
 */
public record Delivery(boolean pdf) implements Effect {

  /** Draws a kind of file. */
  public static Delivery draw(LineProfile profile, Chance chance) {
    return new Delivery(chance.happens(profile.choose(0, 0.03, 0.05, 0.05)));
  }

  @Override
  public Level level() {
    return Level.of(pdf, false);
  }
}
