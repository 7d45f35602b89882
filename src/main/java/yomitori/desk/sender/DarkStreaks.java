package yomitori.desk.sender;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.intake.Page;

/**
 * Finds dark lines that run down a page as received, through its margins too: dirt on the glass of
 * the machine that sent it. A form's own rules end before the margins.
 */
final class DarkStreaks {

  /** Pixels darker than this are ink: halfway between black and white. */
  static final int INK_BELOW = 128;

  /** Pieces of the page's height, of which each is some 12 mm of A4. */
  private static final int BANDS = 24;

  /** The first and last pieces lie in the margins of a form. */
  private static final int MARGIN_BANDS = 1;

  /** Share of a piece's rows that must be dark: the simulator breaks one row in 25. */
  private static final double DARK_ROWS = 0.8;

  /** Share of the pieces through which the line must run. */
  private static final double DARK_BANDS = 0.75;

  /** The simulator's widest streak is 0.9 mm. */
  private static final double WIDEST_MM = 1.2;

  /** At the very edge of a page it is the edge of the paper. */
  private static final double EDGE_MM = 3;

  private DarkStreaks() {}

  /** Where they run, in mm from the left edge. */
  static List<Double> of(Page page) {
    boolean[] streak = columns(page);
    double pxPerMm = page.resolution().pxPerMmX();
    List<Double> found = new ArrayList<>();
    for (int x = 0; x < streak.length; x++) {
      int end = x;
      while (end < streak.length && streak[end]) {
        end++;
      }
      double mm = (x + end) / 2.0 / pxPerMm;
      boolean inside = mm > EDGE_MM && mm < streak.length / pxPerMm - EDGE_MM;
      if (end > x && inside && (end - x) / pxPerMm <= WIDEST_MM) {
        found.add(mm);
      }
      x = Math.max(x, end);
    }
    return found;
  }

  private static boolean[] columns(Page page) {
    int width = page.image().width();
    int height = Math.min(page.image().height(), page.damage().missingFrom());
    int[] dark = new int[width];
    boolean[] margins = new boolean[width];
    Arrays.fill(margins, true);
    for (int band = 0; band < BANDS; band++) {
      boolean[] on =
          band(
              page,
              (int) ((long) height * band / BANDS),
              (int) ((long) height * (band + 1) / BANDS));
      boolean margin = band < MARGIN_BANDS || band >= BANDS - MARGIN_BANDS;
      for (int x = 0; x < width; x++) {
        dark[x] += on[x] ? 1 : 0;
        margins[x] &= on[x] || !margin;
      }
    }
    boolean[] streak = new boolean[width];
    for (int x = 0; x < width; x++) {
      streak[x] = margins[x] && dark[x] >= DARK_BANDS * BANDS;
    }
    return streak;
  }

  private static boolean[] band(Page page, int from, int to) {
    int width = page.image().width();
    byte[] pixels = page.image().pixels();
    int[] ink = new int[width];
    for (int y = from; y < to; y++) {
      for (int x = 0; x < width; x++) {
        ink[x] += (pixels[y * width + x] & 0xff) < INK_BELOW ? 1 : 0;
      }
    }
    boolean[] on = new boolean[width];
    for (int x = 0; x < width; x++) {
      on[x] = to > from && ink[x] >= DARK_ROWS * (to - from);
    }
    return on;
  }
}
