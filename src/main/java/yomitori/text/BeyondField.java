package yomitori.text;

import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/** Sees writing that runs on over what the form prints behind a field, such as its unit. */
final class BeyondField {

  /** How far behind the field is looked: a unit's words are about so long. */
  private static final double REACH_MM = 8;

  /** How much blacker than the blank print comes out of two fax machines, px on each side. */
  private static final int SPREAD_PX = 2;

  /** Smaller pieces are dirt, or the edges of print that bled. */
  private static final double PIECE_MM2 = 0.12;

  private BeyondField() {}

  /** The ink behind a field that the form's print does not explain, mm². */
  static double mm2(RegisteredPage registered, RectMm area) {
    double px = PrintRemoval.PX_PER_MM;
    RectMm behind = new RectMm(area.right(), area.y(), REACH_MM, area.h());
    Ink page = PrintRemoval.pageInk(registered.crop(behind, px));
    Ink print = AlignedPrint.of(page, AlignedPrint.expected(registered, behind, px), px);
    page.remove(print.grown(SPREAD_PX, SPREAD_PX));
    return page.blobs().stream()
            .mapToInt(Ink.Blob::area)
            .filter(a -> a >= PIECE_MM2 * px * px)
            .sum()
        / (px * px);
  }
}
