package yomitori.intake;

import yomitori.geometry.GrayImage;

/** How dark a bilevel raster is, to tell whether black and white were exchanged. */
final class InkShare {

  private InkShare() {}

  /** The share of pixels that are not paper in the first {@code rows} rows, 0 to 1. */
  static double of(GrayImage image, int rows) {
    byte[] pixels = image.pixels();
    int n = rows * image.width();
    int ink = 0;
    for (int i = 0; i < n; i++) {
      ink += (pixels[i] + 1) & 1;
    }
    return n == 0 ? 0 : (double) ink / n;
  }

  /** Exchanges ink and paper in the first {@code rows} rows. */
  static void invert(GrayImage image, int rows) {
    byte[] pixels = image.pixels();
    int n = rows * image.width();
    for (int i = 0; i < n; i++) {
      pixels[i] = (byte) ~pixels[i];
    }
  }
}
