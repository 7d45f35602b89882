package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Rows hit in a call without error correction. Range: a usual server accepts a page with up to 5 %
 * bad rows, no more than 5 of them together, and fills them in from the row above; other receivers
 * leave them out. Strong where more than one row in a hundred is hit.
 *
 * @param share of rows that are hit
 * @param kind what the receiver makes of them
 */
public record LostRows(double share, Kind kind) implements Effect {

  private static final double STRONG_SHARE = 0.01;

  private static final int LONGEST = 5;

  /** What becomes of a bad row. */
  public enum Kind {
    /** The row above is put in its place. */
    REPEATED,
    /** It is left out, and the page is shorter. */
    DROPPED,
    /** Its first part is right and the rest is noise. */
    GARBLED
  }

  /** Draws a call. The share of calls without error correction is an assumption. */
  public static LostRows draw(LineProfile profile, Chance chance) {
    boolean hit = chance.happens(profile.choose(0, 0.02, 0.12, 0.4));
    double share = chance.unit() * profile.choose(0, 0.005, 0.015, 0.05);
    Kind kind = chance.pick(Arrays.asList(Kind.values()));
    return new LostRows(hit ? share : 0, kind);
  }

  @Override
  public Level level() {
    return Level.of(share != 0, share > STRONG_SHARE);
  }

  /** Which rows are hit. */
  boolean[] hits(int height, Chance chance) {
    boolean[] hits = new boolean[height];
    double meanRun = (1 + LONGEST) / 2.0;
    for (int y = 1; y < height && acts(); y++) {
      if (chance.happens(share / meanRun)) {
        int run = 1 + chance.below(LONGEST);
        Arrays.fill(hits, y, Math.min(height, y + run), true);
        y += run;
      }
    }
    return hits;
  }

  GrayImage apply(GrayImage page, boolean[] hits, Chance chance) {
    if (!acts()) {
      return page;
    }
    int width = page.width();
    byte[] in = page.pixels();
    byte[] out = new byte[in.length];
    int rows = 0;
    for (int y = 0; y < page.height(); y++) {
      if (!hits[y]) {
        System.arraycopy(in, y * width, out, rows++ * width, width);
      } else if (kind == Kind.REPEATED) {
        System.arraycopy(out, (rows - 1) * width, out, rows * width, width);
        rows++;
      } else if (kind == Kind.GARBLED) {
        System.arraycopy(in, y * width, out, rows * width, width);
        garble(out, rows++ * width, width, chance);
      }
    }
    return new GrayImage(width, rows, Arrays.copyOf(out, rows * width));
  }

  private static void garble(byte[] out, int at, int width, Chance chance) {
    int x = chance.below(width);
    boolean black = false;
    while (x < width) {
      int run = 1 + chance.below(black ? 25 : 160);
      int to = Math.min(width, x + run);
      Arrays.fill(out, at + x, at + to, (byte) (black ? 0 : 255));
      x = to;
      black = !black;
    }
  }
}
