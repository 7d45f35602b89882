package yomitori.mark;

import yomitori.geometry.GrayImage;

/**
 * Whether a piece of a page in greys shows anything at all that the blank does not print.
 *
 * @param cut the piece, at {@link BlankBox#PX_PER_MM}
 * @param printed where the blank's ink may show on it
 * @param paper the grey of its paper: the median where nothing is printed
 */
record BarePaper(GrayImage cut, InkMask printed, int paper) {

  /** Where the median is darker than this, most of the piece is a band or patch, not paper. */
  private static final int LEAST_PAPER = 128;

  /** Bare paper beside blurred print is no darker than this many greys on average. */
  private static final double BARE_MEAN = 8;

  /** A pixel darker than the paper by more greys than this is none of bare paper. */
  private static final int BARE_DARKNESS = 40;

  /** So many darker pixels are dust, or the edge of a letter. */
  private static final int BARE_SPECKS_PX = 6;

  /** Around a line of words: less than a stroke of 4 mm by a pen of 0.4 mm. */
  private static final int WORDS_SPECKS_PX = 150;

  static BarePaper of(GrayImage cut, InkMask printed) {
    int[] counts = new int[GrayImage.WHITE + 1];
    int all = 0;
    for (int i = 0; i < cut.pixels().length; i++) {
      if (!printed.ink[i]) {
        counts[cut.pixels()[i] & 0xff]++;
        all++;
      }
    }
    int grey = GrayImage.WHITE;
    for (int lighter = counts[grey]; lighter * 2 < all; lighter += counts[grey]) {
      grey--;
    }
    return new BarePaper(cut, printed, grey);
  }

  /** Whether a zone around a box, given by its pixels' indices, is bare. */
  boolean isBare(int[] zone) {
    Sum sum = new Sum();
    for (int i : zone) {
      sum.add(i);
    }
    return sum.isBare(BARE_SPECKS_PX);
  }

  /** Whether all of a piece with a line of words is bare but for the words. */
  boolean wordsAreBare() {
    Sum sum = new Sum();
    for (int i = 0; i < cut.pixels().length; i++) {
      sum.add(i);
    }
    return sum.isBare(WORDS_SPECKS_PX);
  }

  private final class Sum {

    private int seen;
    private int shaded;
    private long darkness;

    private void add(int at) {
      if (!printed.ink[at]) {
        int darker = paper - (cut.pixels()[at] & 0xff);
        seen++;
        darkness += darker;
        shaded += darker > BARE_DARKNESS ? 1 : 0;
      }
    }

    private boolean isBare(int specks) {
      return paper >= LEAST_PAPER && seen > 0 && darkness <= BARE_MEAN * seen && shaded <= specks;
    }
  }
}
