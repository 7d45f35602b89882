package yomitori.text;

import java.util.stream.IntStream;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/**
 * Cuts a field out of a page and takes away what is not its writing: the blank's own rules, frames
 * and words, streaks of the fax line, specks, and what belongs to the neighbours.
 *
 * <p>The blank is laid over the crop in vertical strips, each with its own small shift, because the
 * registration leaves a few tenths of a millimetre. Print that lies just there is removed; what
 * remains of it, a fringe wholly inside a wider band around the print, is removed too, while a
 * stroke that leaves the band stays whole. Strokes cut by a rule are joined again.
 */
final class PrintRemoval {

  /** Density of the crops: about the 8.04 px/mm of a fax line, so nothing is lost or invented. */
  static final double PX_PER_MM = 8;

  /** How far beyond the field's area the crop reaches, to see rules and strokes whole. */
  private static final double MARGIN_MM = 1.5;

  /** How far the print may lie from where the registration puts it. */
  private static final double SEARCH_MM = 0.5;

  /** Length of a strip with a shift of its own. */
  private static final double STRIP_MM = 15;

  /** So little ink is no writing, wherever it is: less than half of a thin 1. */
  private static final double BARE_MM2 = 0.2;

  /** Width of the band around the print in which leftovers of it lie. */
  private static final double BAND_MM = 0.4;

  /** What is left of a rule is at least this long where strokes are not, and at most so thick. */
  private static final double FRINGE_MM = 2;

  private static final int FRINGE_PX = 2;

  /** Share of a piece that must lie in the band for it to be print. */
  private static final double PRINT_SHARE = 0.85;

  /** The widest streak of a fax line. */
  private static final double STREAK_MM = 0.6;

  /** The longest gap that a stroke is joined over. */
  private static final double GAP_MM = 1.2;

  /** The largest speck: a few pixels of a fax. */
  private static final double SPECK_MM2 = 0.07;

  /** A piece beyond the field that is as large as this is part of a letter, not dirt. */
  private static final double WRITING_MM2 = 0.15;

  /** Share of a piece that must lie in the field for it to be the field's. */
  private static final double OWN_SHARE = 0.4;

  /** The same for a piece that runs out of the crop, of which more lies outside than is seen. */
  private static final double OWN_SHARE_AT_EDGE = 0.7;

  /** Ink on the page, after bilinear resampling of a one-bit picture. */
  private static final int PAGE_INK_BELOW = 128;

  /** Ink on the blank; lighter than the page's, because thin rules come out grey. */
  private static final int BLANK_INK_BELOW = 192;

  private final GrayImage grey;
  private final Ink page;
  private final Ink blank;
  private final int margin;
  private final double speckMm2;

  private PrintRemoval(RegisteredPage registered, RectMm area, double speckMm2) {
    this.speckMm2 = speckMm2;
    RectMm crop = area.grow(MARGIN_MM);
    this.grey = registered.crop(crop, PX_PER_MM);
    this.page = Ink.darkerThan(grey, PAGE_INK_BELOW);
    this.blank = Ink.darkerThan(registered.blankCrop(crop, PX_PER_MM), BLANK_INK_BELOW);
    this.margin = (int) Math.round(MARGIN_MM * PX_PER_MM);
  }

  /** The writing in an area of the form. */
  static FieldPicture writing(RegisteredPage registered, RectMm area) {
    return new PrintRemoval(registered, area, SPECK_MM2).writing();
  }

  /** The same with its smallest pieces, of which some may be decimal points. */
  static FieldPicture writingWithPoints(RegisteredPage registered, RectMm area) {
    return new PrintRemoval(registered, area, 0).writing();
  }

  private FieldPicture writing() {
    if (bare()) {
      Ink none = new Ink(page.width(), page.height());
      return new FieldPicture(
          GrayImage.white(page.width(), page.height()), none, PX_PER_MM, margin, 0);
    }
    Ink print = alignedPrint();
    int band = (int) Math.round(BAND_MM * PX_PER_MM);
    Ink tight = print.grown(1, 1);
    Ink loose = print.grown(band, band);
    Ink ink = page.copy();
    removeStreaks(ink, loose);
    Ink before = ink.copy();
    ink.remove(tight);
    removeFringes(ink, loose);
    for (Ink.Blob blob : ink.blobs()) {
      if (shareIn(blob, loose) >= PRINT_SHARE) {
        ink.clear(blob);
      }
    }
    joinOverGaps(ink, before, tight);
    double outside = removeForeign(ink) / (PX_PER_MM * PX_PER_MM);
    return new FieldPicture(masked(ink), ink, PX_PER_MM, margin, outside);
  }

  /** Whether hardly any ink lies farther from where print is expected than print can lie. */
  private boolean bare() {
    int reach = (int) Math.round(SEARCH_MM * PX_PER_MM) + 1;
    Ink beside = page.copy();
    beside.remove(blank.grown(reach, reach));
    return beside.count() < BARE_MM2 * PX_PER_MM * PX_PER_MM;
  }

  /** The blank's ink, each strip of it moved to where the page has it. */
  private Ink alignedPrint() {
    Ink out = new Ink(blank.width(), blank.height());
    int strips = Math.max(1, (int) Math.round(blank.width() / (STRIP_MM * PX_PER_MM)));
    int search = (int) Math.round(SEARCH_MM * PX_PER_MM);
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

  /**
   * Takes away lines that run through the whole crop from top to bottom and are no wider than a
   * streak; strokes that cross one are kept where they meet it from both sides.
   */
  private void removeStreaks(Ink ink, Ink print) {
    int widest = (int) Math.round(STREAK_MM * PX_PER_MM);
    for (Ink.Blob blob : ink.blobs()) {
      if (blob.y0() == 0
          && blob.y1() == ink.height()
          && blob.area() <= widest * ink.height()
          && shareIn(blob, print) < PRINT_SHARE) {
        ink.clear(blob);
      }
    }
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

  private static void removeColumns(Ink ink, int x0, int x1) {
    for (int y = 0; y < ink.height(); y++) {
      boolean crossed = near(ink, x0 - 1, y, 0, 1) && near(ink, x1, y, 0, 1);
      for (int x = x0; x < x1 && !crossed; x++) {
        ink.set(x, y, false);
      }
    }
  }

  /**
   * Takes away what is left of rules beside where the blank has them, although strokes touch it:
   * long and thin pieces within the band.
   */
  private static void removeFringes(Ink ink, Ink band) {
    int least = (int) Math.round(FRINGE_MM * PX_PER_MM);
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

  private static double shareIn(Ink.Blob blob, Ink mask) {
    int in = 0;
    for (int p : blob.pixels()) {
      if (mask.at(p % mask.width(), p / mask.width())) {
        in++;
      }
    }
    return (double) in / blob.area();
  }

  /** Puts back removed ink that joins a stroke above it to one below. */
  private static void joinOverGaps(Ink ink, Ink before, Ink removed) {
    int longest = (int) Math.round(GAP_MM * PX_PER_MM);
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
        if (end - y <= longest && near(ink, x, y - 1, 1, 0) && near(ink, x, end, 1, 0)) {
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

  private static boolean near(Ink ink, int x, int y, int rx, int ry) {
    for (int dy = -ry; dy <= ry; dy++) {
      for (int dx = -rx; dx <= rx; dx++) {
        if (ink.at(x + dx, y + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * Takes away specks and pieces that lie mostly beyond the field.
   *
   * @return how much writing is seen around the field that may belong to it, px: pieces taken away,
   *     and what lies beyond the field of pieces that run out of the crop
   */
  private int removeForeign(Ink ink) {
    int outside = 0;
    for (Ink.Blob blob : ink.blobs()) {
      int own = 0;
      for (int p : blob.pixels()) {
        int x = p % ink.width();
        int y = p / ink.width();
        if (x >= margin && y >= margin && x < ink.width() - margin && y < ink.height() - margin) {
          own++;
        }
      }
      boolean speck = blob.area() <= speckMm2 * PX_PER_MM * PX_PER_MM;
      if (speck || own < ownShare(ink, blob) * blob.area()) {
        outside += blob.area() >= WRITING_MM2 * PX_PER_MM * PX_PER_MM ? blob.area() : 0;
        ink.clear(blob);
      } else if (atEdge(ink, blob)) {
        outside += blob.area() - own;
      }
    }
    return outside;
  }

  private static double ownShare(Ink ink, Ink.Blob blob) {
    return atEdge(ink, blob) ? OWN_SHARE_AT_EDGE : OWN_SHARE;
  }

  private static boolean atEdge(Ink ink, Ink.Blob blob) {
    return blob.x0() == 0
        || blob.y0() == 0
        || blob.x1() == ink.width()
        || blob.y1() == ink.height();
  }

  /** The crop's grey values at the writing and one pixel around it, white elsewhere. */
  private GrayImage masked(Ink ink) {
    Ink kept = ink.grown(1, 1);
    GrayImage out = GrayImage.white(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        if (ink.at(x, y) || (kept.at(x, y) && !page.at(x, y))) {
          out.set(x, y, grey.get(x, y));
        }
      }
    }
    return out;
  }
}
