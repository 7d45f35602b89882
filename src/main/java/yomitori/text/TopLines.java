package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.GrayImage;
import yomitori.intake.Page;
import yomitori.text.LinePicture.Part;

/**
 * Lines of type along the top edge of a page as received.
 *
 * @param grey the page's uppermost part, with square pixels, streaks taken out
 * @param lines from top to bottom, each with the bounds of its words from left to right
 */
record TopLines(GrayImage grey, List<List<Part>> lines) {

  /** How far down a fax machine prints: its own margin, and another line above it. */
  private static final double STRIP_MM = 13;

  /** The least height of type that a machine prints, and the most. */
  private static final double LEAST_MM = 1.2;

  private static final double MOST_MM = 4.4;

  /** Pieces of ink that a row through a line of type crosses at least: five letters. */
  private static final int LEAST_PIECES = 5;

  /** Dots and feet of letters reach out of the rows that cross many pieces. */
  private static final double BEYOND_MM = 0.3;

  /** White this wide parts words, against the height of the line. */
  private static final double WORD_GAP = 0.45;

  /** Dots of letters are larger. */
  private static final double SPECK_MM = 0.25;

  private static final int DARK_BELOW = 128;

  private static final double MM_PER_INCH = 25.4;

  TopLines {
    lines = List.copyOf(lines);
  }

  static TopLines of(Page page) {
    double pxPerMm = page.resolution().dpiX() / MM_PER_INCH;
    GrayImage grey = strip(page, pxPerMm);
    Ink ink = Ink.darkerThan(grey, DARK_BELOW);
    Streaks.remove(ink, new Ink(ink.width(), ink.height()), pxPerMm);
    double speck = SPECK_MM * pxPerMm;
    ink.blobs().stream().filter(blob -> blob.area() <= speck * speck).forEach(ink::clear);
    whiten(grey, ink);
    List<List<Part>> lines = new ArrayList<>();
    for (int[] band : bands(ink, pxPerMm)) {
      List<Part> words = words(ink, band[0], band[1]);
      if (!words.isEmpty()) {
        lines.add(words);
      }
    }
    return new TopLines(grey, lines);
  }

  /** As many pixels down to the mm as across. */
  private static GrayImage strip(Page page, double pxPerMm) {
    GrayImage image = page.image();
    double stretch = page.resolution().dpiX() / page.resolution().dpiY();
    int height = (int) Math.min(STRIP_MM * pxPerMm, image.height() * stretch);
    GrayImage strip = GrayImage.white(image.width(), Math.max(1, height));
    for (int y = 0; y < height; y++) {
      double at = Math.max(0, Math.min(image.height() - 1.0, (y + 0.5) / stretch - 0.5));
      int above = (int) at;
      int below = Math.min(image.height() - 1, above + 1);
      double share = at - above;
      for (int x = 0; x < image.width(); x++) {
        double value = (1 - share) * image.get(x, above) + share * image.get(x, below);
        strip.set(x, y, (int) Math.round(value));
      }
    }
    return strip;
  }

  private static void whiten(GrayImage grey, Ink kept) {
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        if (grey.get(x, y) < DARK_BELOW && !kept.at(x, y)) {
          grey.set(x, y, GrayImage.WHITE);
        }
      }
    }
  }

  private static List<int[]> bands(Ink ink, double pxPerMm) {
    List<int[]> bands = new ArrayList<>();
    int[] pieces = new int[ink.height()];
    for (int y = 0; y < pieces.length; y++) {
      pieces[y] = pieces(ink, y);
    }
    int most = (int) Math.round(MOST_MM * pxPerMm);
    int beyond = (int) Math.round(BEYOND_MM * pxPerMm);
    for (int y = 0; y < pieces.length; y++) {
      if (pieces[y] < LEAST_PIECES) {
        continue;
      }
      int end = y;
      while (end < pieces.length && pieces[end] >= LEAST_PIECES) {
        end++;
      }
      if (end - y > most) {
        end = emptiest(pieces, y + (int) Math.round(LEAST_MM * pxPerMm), y + most);
      }
      if (end - y >= LEAST_MM * pxPerMm) {
        bands.add(new int[] {Math.max(0, y - beyond), Math.min(pieces.length, end + beyond)});
      }
      y = end;
    }
    return bands;
  }

  private static int pieces(Ink ink, int y) {
    int pieces = 0;
    for (int x = 0; x < ink.width(); x++) {
      pieces += ink.at(x, y) && !ink.at(x - 1, y) ? 1 : 0;
    }
    return pieces;
  }

  private static int emptiest(int[] pieces, int from, int to) {
    int best = from;
    for (int y = from; y < Math.min(to, pieces.length); y++) {
      best = pieces[y] <= pieces[best] ? y : best;
    }
    return best;
  }

  private static List<Part> words(Ink ink, int y0, int y1) {
    int gap = (int) Math.ceil(WORD_GAP * (y1 - y0));
    List<Part> words = new ArrayList<>();
    int from = -1;
    int last = -1;
    for (int x = 0; x <= ink.width() + gap; x++) {
      boolean inked = x < ink.width() && inked(ink, x, y0, y1);
      if (inked) {
        from = from < 0 ? x : from;
        last = x;
      } else if (from >= 0 && x - last > gap) {
        words.add(new Part(from, y0, last + 1, y1));
        from = -1;
      }
    }
    return words;
  }

  private static boolean inked(Ink ink, int x, int y0, int y1) {
    for (int y = y0; y < y1; y++) {
      if (ink.at(x, y)) {
        return true;
      }
    }
    return false;
  }
}
