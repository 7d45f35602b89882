package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Rows hit in a call without error correction. Range: a usual server accepts a page with up to 5 %
 * bad rows. What becomes of them was measured on a receiver's modems ({@code docs/modem.md}): most
 * are hit alone; two of three are filled in from the row above and counted, the third is gone
 * unseen, because its end was hit and it ran into the next. Other receivers leave all of them out,
 * or keep the noise. Strong where more than one row in a hundred is hit.
 *
 * @param share of rows that are hit
 * @param kind what the receiver makes of them
 */
public record LostRows(double share, Kind kind) implements Effect {

  private static final double STRONG_SHARE = 0.01;

  /** Measured: 27 of 34 hits took one row. */
  private static final double ALONE_SHARE = 0.79;

  private static final int LONGEST = 5;

  /** Measured: 6.4 rows gone beside 12 filled in. */
  private static final double GONE_SHARE = 0.35;

  /** What becomes of bad rows. */
  public enum Kind {
    /** Most get the row above in their place, the others are gone. */
    FILLED_IN,
    /** All are left out, and the page is shorter. */
    LEFT_OUT,
    /** Their first part is right and the rest is noise, as with T.4 2-D. */
    GARBLED
  }

  /** What became of one row. */
  enum Row {
    ARRIVED,
    REPEATED,
    GONE,
    NOISE
  }

  /** Draws a call. The shares of such calls and of receivers are assumptions. */
  public static LostRows draw(LineProfile profile, Chance chance) {
    boolean hit = chance.happens(profile.choose(0, 0.02, 0.12, 0.4));
    double share = chance.unit() * profile.choose(0, 0.005, 0.015, 0.05);
    double u = chance.unit();
    Kind kind = u < 0.6 ? Kind.FILLED_IN : u < 0.8 ? Kind.LEFT_OUT : Kind.GARBLED;
    return new LostRows(hit ? share : 0, kind);
  }

  @Override
  public Level level() {
    return Level.of(share != 0, share > STRONG_SHARE);
  }

  /** What becomes of each row of a page. */
  Row[] rows(int height, Chance chance) {
    Row[] rows = new Row[height];
    Arrays.fill(rows, Row.ARRIVED);
    double meanRun = ALONE_SHARE + (1 - ALONE_SHARE) * (2 + LONGEST) / 2;
    for (int y = 1; y < height && acts(); y++) {
      if (chance.happens(share / meanRun)) {
        int run = chance.happens(ALONE_SHARE) ? 1 : 2 + chance.below(LONGEST - 1);
        for (int end = Math.min(height, y + run); y < end; y++) {
          rows[y] = fate(chance);
        }
      }
    }
    return rows;
  }

  private Row fate(Chance chance) {
    return switch (kind) {
      case FILLED_IN -> chance.happens(GONE_SHARE) ? Row.GONE : Row.REPEATED;
      case LEFT_OUT -> Row.GONE;
      case GARBLED -> Row.NOISE;
    };
  }

  GrayImage apply(GrayImage page, Row[] fates, Chance chance) {
    if (!acts()) {
      return page;
    }
    int width = page.width();
    byte[] in = page.pixels();
    byte[] out = new byte[in.length];
    int rows = 0;
    for (int y = 0; y < page.height(); y++) {
      if (fates[y] == Row.GONE) {
        continue;
      }
      if (fates[y] == Row.REPEATED) {
        System.arraycopy(out, (rows - 1) * width, out, rows * width, width);
      } else {
        System.arraycopy(in, y * width, out, rows * width, width);
      }
      if (fates[y] == Row.NOISE) {
        garble(out, rows * width, width, chance);
      }
      rows++;
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
