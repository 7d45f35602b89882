package yomitori.register;

import yomitori.geometry.GrayImage;

/** The threshold between ink and paper by the histogram of a raster. */
final class Otsu {

  private Otsu() {}

  /**
   * The grey value that best parts a raster into two (Otsu, A threshold selection method from
   * gray-level histograms, IEEE Trans. SMC 1979).
   */
  static int threshold(GrayImage image) {
    long[] histogram = new long[256];
    for (byte pixel : image.pixels()) {
      histogram[pixel & 0xff]++;
    }
    double total = image.pixels().length;
    double mean = 0;
    for (int v = 0; v < 256; v++) {
      mean += v * histogram[v] / total;
    }
    double below = 0;
    double meanBelow = 0;
    double most = -1;
    int best = 128;
    for (int v = 0; v < 255; v++) {
      below += histogram[v] / total;
      meanBelow += v * histogram[v] / total;
      double parted = mean * below - meanBelow;
      double between = below <= 0 || below >= 1 ? 0 : parted * parted / (below * (1 - below));
      if (between > most) {
        most = between;
        best = v + 1;
      }
    }
    return best;
  }
}
