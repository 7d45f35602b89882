package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.simulate.chance.Chance;

/**
 * Coded bytes spoilt on the way, in calls without error correction; such calls are T.4 coded only.
 * A decoder finds its way again at the next end-of-line code, at the price of a row or two, so the
 * true geometry below a hit is right to about a row for each hit. The share is an assumption.
 * Strong from five hits, or where an end is lost.
 *
 * @param count bytes that arrive with other bits
 * @param lostEnd share of the bytes that never arrive, at the end of the page
 */
public record HitBytes(int count, double lostEnd) implements Effect {

  private static final int STRONG_COUNT = 5;

  /** Draws hits, of which only pages that are coded after T.4 take notice. */
  public static HitBytes draw(LineProfile profile, Chance chance) {
    boolean hit = chance.happens(profile.choose(0, 0.01, 0.06, 0.2));
    return new HitBytes(hit ? 1 + chance.below(12) : 0, 0);
  }

  @Override
  public Level level() {
    return Level.of(count != 0 || lostEnd != 0, count >= STRONG_COUNT || lostEnd != 0);
  }

  /** What arrives of the coded bytes. */
  byte[] apply(byte[] coded, Chance chance) {
    byte[] arrived = Arrays.copyOf(coded, (int) (coded.length * (1 - lostEnd)));
    for (int i = 0; i < count; i++) {
      int at = chance.below(arrived.length);
      arrived[at] ^= (byte) (1 + chance.below(255));
    }
    return arrived;
  }
}
