package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * A receiver that makes room for the sender's line: the page is 89 to 93 % as high, its width kept.
 *
 * @param factor height against the true one
 */
public record ReceiverShrink(double factor) implements Effect {

  /** Draws whether it happens, and how much. The share of such receivers is an assumption. */
  public static ReceiverShrink draw(LineProfile profile, Chance chance) {
    boolean shrinks = chance.happens(profile.choose(0, 0.15, 0.25, 0.35));
    return new ReceiverShrink(shrinks ? chance.between(0.89, 0.93) : 1);
  }

  @Override
  public boolean acts() {
    return factor != 1;
  }
}
