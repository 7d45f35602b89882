package yomitori.text;

/** Takes away streaks of the fax line: they run through the whole crop from top to bottom. */
final class Streaks {

  /** The widest streak of a fax line. */
  private static final double WIDEST_MM = 0.6;

  /** Share of a piece that must lie on print for it to be print. */
  private static final double PRINT_SHARE = 0.85;

  private Streaks() {}

  /**
   * Takes away lines that are no wider than a streak; strokes that cross one are kept where they
   * meet it from both sides.
   *
   * @param print where the form's own print is, which may have such lines too
   */
  static void remove(Ink ink, Ink print, double pxPerMm) {
    int widest = (int) Math.round(WIDEST_MM * pxPerMm);
    for (Ink.Blob blob : ink.blobs()) {
      if (blob.y0() == 0
          && blob.y1() == ink.height()
          && blob.area() <= widest * ink.height()
          && print.shareOf(blob) < PRINT_SHARE) {
        ink.clear(blob);
      }
    }
    boolean[] full = full(ink, print);
    for (int x = 0; x < ink.width(); x++) {
      int end = x;
      while (end < ink.width() && full[end]) {
        end++;
      }
      if (end > x && end - x <= widest) {
        removeColumns(ink, Math.max(0, x - 1), Math.min(ink.width(), end + 1));
      }
      x = Math.max(x, end);
    }
  }

  /** Whether each column is inked nearly from top to bottom, and not by print. */
  private static boolean[] full(Ink ink, Ink print) {
    boolean[] full = new boolean[ink.width()];
    for (int x = 0; x < ink.width(); x++) {
      int here = 0;
      int printed = 0;
      for (int y = 0; y < ink.height(); y++) {
        here += ink.at(x, y) ? 1 : 0;
        printed += print.at(x, y) ? 1 : 0;
      }
      full[x] = here > 0.9 * ink.height() && printed < 0.5 * ink.height();
    }
    return full;
  }

  private static void removeColumns(Ink ink, int x0, int x1) {
    for (int y = 0; y < ink.height(); y++) {
      boolean crossed = ink.near(x0 - 1, y, 0, 1) && ink.near(x1, y, 0, 1);
      for (int x = x0; x < x1 && !crossed; x++) {
        ink.set(x, y, false);
      }
    }
  }
}
