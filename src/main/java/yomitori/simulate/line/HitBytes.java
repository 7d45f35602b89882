package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;
import yomitori.simulate.tiff.Coding;

/**
 * Coded bytes spoilt on the way, in calls without error correction; such calls are T.4 coded only.
 * A decoder finds its way again at the next end-of-line code, at the price of a row or two, so the
 * true geometry below a hit is right to about a row for each hit. The share is an assumption.
 *
 * @param count bytes that arrive with other bits
 * @param lostEnd share of the bytes that never arrive, at the end of the page
 */
public record HitBytes(int count, double lostEnd) implements Effect {

  /** Draws hits for a page that is coded in a way. */
  public static HitBytes draw(LineProfile profile, Coding coding, Chance chance) {
    boolean hit = coding == Coding.T4_1D && chance.happens(profile.choose(0, 0.005, 0.03, 0.12));
    return new HitBytes(hit ? 1 + chance.below(12) : 0, 0);
  }

  @Override
  public boolean acts() {
    return count != 0 || lostEnd != 0;
  }

  /** What arrives of the coded bytes. */
  byte[] apply(byte[] coded, Chance chance) {
    byte[] arrived = java.util.Arrays.copyOf(coded, (int) (coded.length * (1 - lostEnd)));
    for (int i = 0; i < count; i++) {
      int at = chance.below(arrived.length);
      arrived[at] ^= (byte) (1 + chance.below(255));
    }
    return arrived;
  }
}
