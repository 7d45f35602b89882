package yomitori.text;

import yomitori.geometry.GrayImage;

/**
 * The writing of one field, the print taken away.
 *
 * @param grey the crop, white wherever there is no writing
 * @param speckled the same with specks among it, of which some are dots and ends of thin strokes
 * @param ink the writing
 * @param pxPerMm density of both
 * @param marginPx how far both reach beyond the field's area on each side
 * @param outsideMm2 writing around the field that may be a part of what belongs in it, mm²
 */
record FieldPicture(
    GrayImage grey, GrayImage speckled, Ink ink, double pxPerMm, int marginPx, double outsideMm2) {

  /** The least ink that is writing: a thin 1, 2.5 mm high, has 0.5 mm². */
  private static final double WRITTEN_MM2 = 0.45;

  /** The least height or width of a stroke that counts as writing; specks are smaller. */
  private static final double STROKE_MM = 1.0;

  /**
   * The same field with less of its writing.
   *
   * @param kept what stays; what is not in it is white in the picture, and so are specks there
   */
  FieldPicture showing(Ink kept) {
    Ink gone = ink.copy();
    gone.remove(kept);
    Ink white = gone.grown(2, 2);
    Ink black = kept.grown(1, 1);
    GrayImage cleaned = GrayImage.white(grey.width(), grey.height());
    GrayImage dotted = GrayImage.white(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        if (!white.at(x, y) || black.at(x, y)) {
          cleaned.set(x, y, grey.get(x, y));
          dotted.set(x, y, speckled.get(x, y));
        }
      }
    }
    return new FieldPicture(cleaned, dotted, kept, pxPerMm, marginPx, outsideMm2);
  }

  /** Share of the field's area that is covered by writing. */
  double inkShare() {
    double area = (ink.width() - 2.0 * marginPx) * (ink.height() - 2.0 * marginPx);
    return Math.min(1, ink.count() / Math.max(1, area));
  }

  /** Whether what is left is more than specks and ends of a neighbour's strokes. */
  boolean written() {
    double stroke = STROKE_MM * pxPerMm;
    int strokes =
        ink.blobs().stream()
            .filter(b -> Math.max(b.width(), b.height()) >= stroke)
            .mapToInt(Ink.Blob::area)
            .sum();
    return strokes >= WRITTEN_MM2 * pxPerMm * pxPerMm;
  }
}
