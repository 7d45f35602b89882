package yomitori.register;

import yomitori.geometry.GrayImage;

/** Takes the even grey of dithered or photocopied paper out of a reduced page. */
final class PaperLevel {

  /** Paper varies by this many of its own median deviations before it counts as ink. */
  private static final double DEVIATIONS = 2;

  /** No print is this dark over a whole mm: bold type stays above 60. */
  private static final int SOLID_BLACK = 30;

  private PaperLevel() {}

  /**
   * The same page with everything as light as its paper made white, and solid black too: bands and
   * edges of it come from the scanner. More than half of the page must be paper, as on any form; a
   * black page comes back white.
   *
   * @param image reduced so far that dither is averaged out, about 1 px to the mm
   */
  static GrayImage whiten(GrayImage image) {
    double darkest = darkest(image);
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int i = 0; i < out.pixels().length; i++) {
      int v = image.pixels()[i] & 0xff;
      if (v < darkest && v >= SOLID_BLACK) {
        out.pixels()[i] = (byte) Math.min(GrayImage.WHITE, v + GrayImage.WHITE - (int) darkest);
      }
    }
    return out;
  }

  /** The darkest grey that is still paper. */
  static double darkest(GrayImage image) {
    int[] histogram = new int[GrayImage.WHITE + 1];
    for (byte pixel : image.pixels()) {
      histogram[pixel & 0xff]++;
    }
    int paper = median(histogram, image.pixels().length);
    int[] deviations = new int[GrayImage.WHITE + 1];
    for (int v = 0; v < histogram.length; v++) {
      deviations[Math.abs(v - paper)] += histogram[v];
    }
    return paper - DEVIATIONS * median(deviations, image.pixels().length);
  }

  private static int median(int[] histogram, int count) {
    int seen = 0;
    for (int v = 0; v < histogram.length; v++) {
      seen += histogram[v];
      if (2L * seen >= count) {
        return v;
      }
    }
    return GrayImage.WHITE;
  }
}
