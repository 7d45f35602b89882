package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;

/**
 * A receiver that makes room for the sender's line by shrinking the page to 89 to 93 %, most often
 * in height only, some machines both ways. The share of such receivers is an assumption. Strong
 * below 91 %.
 *
 * @param height height against the true one
 * @param width width against the true one
 */
public record ReceiverShrink(double height, double width) implements Effect {

  private static final double MOST = 0.89;
  private static final double LEAST = 0.93;
  private static final double STRONG_HEIGHT = 0.91;

  /** Shrinks in height only. */
  public ReceiverShrink(double height) {
    this(height, 1);
  }

  /** Draws whether it happens, and how much. */
  public static ReceiverShrink draw(LineProfile profile, Chance chance) {
    boolean shrinks = chance.happens(profile.choose(0, 0.15, 0.25, 0.35));
    boolean both = chance.happens(0.25);
    double factor = chance.between(MOST, LEAST);
    return new ReceiverShrink(shrinks ? factor : 1, shrinks && both ? factor : 1);
  }

  @Override
  public Level level() {
    return Level.of(height != 1 || width != 1, height < STRONG_HEIGHT);
  }
}
