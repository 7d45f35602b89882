package yomitori.text;

/** Takes away what is left of the form's rules, and joins the strokes that a rule cut. */
final class RuleRemains {

  /** What is left of a rule is at least this long where strokes are not, and at most so thick. */
  private static final double FRINGE_MM = 2;

  private static final int FRINGE_PX = 2;

  /** The longest gap that a stroke is joined over. */
  private static final double GAP_MM = 1.2;

  private RuleRemains() {}

  /**
   * Takes away what is left of rules beside where the blank has them, although strokes touch it:
   * long and thin pieces within the band.
   */
  static void removeFringes(Ink ink, Ink band, double pxPerMm) {
    int least = (int) Math.round(FRINGE_MM * pxPerMm);
    Ink before = ink.copy();
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        if (!before.at(x, y) || !band.at(x, y)) {
          continue;
        }
        int across = run(before, x, y, 1, 0, least);
        int down = run(before, x, y, 0, 1, least);
        if (Math.max(across, down) >= least && Math.min(across, down) <= FRINGE_PX) {
          ink.set(x, y, false);
        }
      }
    }
  }

  /** The length of the run of ink through a pixel, px, counted up to {@code most} each way. */
  private static int run(Ink ink, int x, int y, int dx, int dy, int most) {
    int length = 1;
    for (int side = -1; side <= 1; side += 2) {
      for (int i = 1; i <= most && ink.at(x + side * i * dx, y + side * i * dy); i++) {
        length++;
      }
    }
    return length;
  }

  /** Puts back removed ink that joins a stroke above it to one below. */
  static void joinOverGaps(Ink ink, Ink before, Ink removed, double pxPerMm) {
    int longest = (int) Math.round(GAP_MM * pxPerMm);
    Ink joined = ink.copy();
    for (int x = 0; x < ink.width(); x++) {
      for (int y = 0; y < ink.height(); y++) {
        if (!removed.at(x, y)) {
          continue;
        }
        int end = y;
        while (end < ink.height() && removed.at(x, end)) {
          end++;
        }
        if (end - y <= longest && ink.near(x, y - 1, 1, 0) && ink.near(x, end, 1, 0)) {
          for (int i = y; i < end; i++) {
            joined.set(x, i, before.at(x, i));
          }
        }
        y = end;
      }
    }
    for (int x = 0; x < ink.width(); x++) {
      for (int y = 0; y < ink.height(); y++) {
        ink.set(x, y, joined.at(x, y));
      }
    }
  }
}
