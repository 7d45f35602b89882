package yomitori.text;

import java.util.stream.IntStream;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/**
 * The blank's ink in a part of the page, moved to where the page has it: in vertical strips, each
 * with its own small shift, because the registration leaves a few tenths of a millimetre.
 */
final class AlignedPrint {

  /** How far the print may lie from where the registration puts it. */
  static final double SEARCH_MM = 0.5;

  /** Length of a strip with a shift of its own. */
  private static final double STRIP_MM = 15;

  /** Ink on the blank; lighter than the page's, because thin rules come out grey. */
  private static final int BLANK_INK_BELOW = 192;

  private final Ink page;
  private final Ink blank;

  private AlignedPrint(Ink page, Ink blank) {
    this.page = page;
    this.blank = blank;
  }

  /** The blank's ink where the registration puts it. */
  static Ink expected(RegisteredPage registered, RectMm crop, double pxPerMm) {
    return Ink.darkerThan(registered.blankCrop(crop, pxPerMm), BLANK_INK_BELOW);
  }

  /**
   * The blank's ink, each strip of it moved to where the page has it.
   *
   * @param page the ink of the page
   * @param blank that of the blank, of the same part
   */
  static Ink of(Ink page, Ink blank, double pxPerMm) {
    return new AlignedPrint(page, blank).aligned(pxPerMm);
  }

  private Ink aligned(double pxPerMm) {
    Ink out = new Ink(blank.width(), blank.height());
    int strips = Math.max(1, (int) Math.round(blank.width() / (STRIP_MM * pxPerMm)));
    int search = (int) Math.round(SEARCH_MM * pxPerMm);
    for (int s = 0; s < strips; s++) {
      int x0 = s * blank.width() / strips;
      int x1 = (s + 1) * blank.width() / strips;
      int[] best = bestShift(x0, x1, search);
      for (int y = 0; y < blank.height(); y++) {
        for (int x = x0; x < x1; x++) {
          int tx = x + best[0];
          int ty = y + best[1];
          if (blank.at(x, y) && tx >= 0 && tx < out.width() && ty >= 0 && ty < out.height()) {
            out.set(tx, ty, true);
          }
        }
      }
    }
    return out;
  }

  private int[] bestShift(int x0, int x1, int search) {
    int[] print = printIn(x0, x1);
    int[] best = {0, 0};
    double bestScore = -1;
    for (int dy = -search; dy <= search && print.length > 0; dy++) {
      for (int dx = -search; dx <= search; dx++) {
        int hits = 0;
        for (int p : print) {
          if (page.at(p % blank.width() + dx, p / blank.width() + dy)) {
            hits++;
          }
        }
        // Among equals the smallest shift: a level rule says nothing about left and right.
        double score = hits - 0.01 * (Math.abs(dx) + Math.abs(dy));
        if (score > bestScore) {
          bestScore = score;
          best = new int[] {dx, dy};
        }
      }
    }
    return best;
  }

  /** The blank's ink in some columns, by the index of its pixels. */
  private int[] printIn(int x0, int x1) {
    return IntStream.range(0, blank.height())
        .flatMap(
            y ->
                IntStream.range(x0, x1).filter(x -> blank.at(x, y)).map(x -> y * blank.width() + x))
        .toArray();
  }
}
