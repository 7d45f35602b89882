package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;
import yomitori.simulate.tiff.Coding;

/**
 * How the receiver writes the page down. TIFF-S asks for T.4 one-dimensional with the least
 * significant bit first; machines' own forwarding mostly writes T.6. Never strong: the pixels are
 * the same.
 *
 * @param coding how rows are coded
 * @param alignEol whether T.4's end-of-line codes end on a byte boundary
 * @param lsbFirst FillOrder 2
 */
public record Wire(Coding coding, boolean alignEol, boolean lsbFirst) implements Effect {

  /** Draws a way of writing. Shares are an assumption. */
  public static Wire draw(LineProfile profile, Chance chance) {
    double u = chance.unit();
    Coding coding = u < 0.35 ? Coding.T4_1D : u < 0.55 ? Coding.T4_2D : Coding.T6;
    boolean align = coding != Coding.T6 && chance.happens(0.4);
    return new Wire(coding, align, chance.happens(0.5));
  }

  @Override
  public Level level() {
    return Level.of(coding != Coding.T6 || lsbFirst, false);
  }

  /** Whether rows are coded after T.4, so that a damaged one leaves those below it whole. */
  boolean t4() {
    return coding != Coding.T6;
  }
}
