package yomitori.intake;

import yomitori.geometry.GrayImage;

/** Settles which of the two values of a fax-coded page is the ink. */
final class InkShare {

  /**
   * Share of ink above which a page is taken to be inverted by a wrong tag. Of a page of text or a
   * filled form 3 to 15 % are ink, of an inverted one 85 % and more.
   */
  private static final double MOSTLY_INK = 0.7;

  private InkShare() {}

  /**
   * Makes ink black and paper white, in place.
   *
   * @param raster decoded with black runs as 0 and white runs as 255
   * @param whiteRunsAreInk whether the file says that the white runs are the ink; not believed
   *     where that makes the page mostly ink, nor is the opposite
   */
  static void settle(Raster raster, boolean whiteRunsAreInk) {
    byte[] pixels = raster.image().pixels();
    int n = raster.damage().missingFrom() * raster.image().width();
    int black = 0;
    for (int i = 0; i < n; i++) {
      black += (pixels[i] + 1) & 1;
    }
    int ink = whiteRunsAreInk ? n - black : black;
    boolean believed = ink <= MOSTLY_INK * n;
    if (whiteRunsAreInk == believed) {
      for (int i = 0; i < n; i++) {
        pixels[i] = (byte) (GrayImage.WHITE - (pixels[i] & 0xff));
      }
    }
  }
}
