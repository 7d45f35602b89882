package yomitori.text;

import java.util.List;
import yomitori.geometry.GrayImage;

/**
 * What the digit model looks at of one cell: two pictures, each white wherever there is no ink.
 *
 * @param digit the writing alone, its longer side filling {@link #ROOM} of {@link #SIDE} px: the
 *     same however large it was written
 * @param cell all that the crop shows, frame and neighbours included, at the crop's own proportions
 *     in a square of {@link #SIDE} px
 */
public record DigitPatch(GrayImage digit, GrayImage cell) {

  /** Side of both pictures in px. */
  public static final int SIDE = 32;

  private static final int ROOM = 26;

  /** Longer side, in px, at which a loose crop is cleaned: that of a cell on a fine fax. */
  private static final int WORKING_PX = 64;

  private static final int INK_BELOW = 128;

  /** A piece that lies within this share of the crop from its edge and touches it is no digit. */
  private static final double EDGE = 0.14;

  /** A piece smaller than this share of the largest one, and of the crop, is a speck. */
  private static final double SPECK_OF_LARGEST = 0.03;

  /**
   * Of a crop of a cell as it arrived: any size, margin and contrast, dark on light or a negative,
   * perhaps with bits of the cell's frame.
   *
   * @param crop upright, its pixels square
   */
  public static DigitPatch of(GrayImage crop) {
    GrayImage working = CellRaster.scaled(CellMargin.cut(CellRaster.positive(crop)), WORKING_PX);
    GrayImage stretched = CellRaster.stretched(working);
    Ink frame = CellFrame.of(Ink.darkerThan(stretched, INK_BELOW));
    GrayImage writing = CellRaster.stretched(without(frame, stretched));
    return of(stretched, writing, pieces(Ink.darkerThan(writing, INK_BELOW)));
  }

  /**
   * Of a cell whose writing was already told from the print.
   *
   * @param cell the crop as it arrived
   * @param writing a picture of it and perhaps of more, the print taken away
   * @param digit the ink of {@code writing} that is this cell's
   */
  static DigitPatch of(GrayImage cell, GrayImage writing, Ink digit) {
    return new DigitPatch(cut(writing, digit), whole(cell));
  }

  private static GrayImage whole(GrayImage cell) {
    return CellRaster.fitted(cell, 0, 0, cell.width(), cell.height(), SIDE, SIDE);
  }

  private static GrayImage cut(GrayImage writing, Ink digit) {
    List<Ink.Blob> blobs = digit.blobs();
    if (blobs.isEmpty()) {
      return GrayImage.white(SIDE, SIDE);
    }
    int x0 = blobs.stream().mapToInt(Ink.Blob::x0).min().orElseThrow();
    int y0 = blobs.stream().mapToInt(Ink.Blob::y0).min().orElseThrow();
    int x1 = blobs.stream().mapToInt(Ink.Blob::x1).max().orElseThrow();
    int y1 = blobs.stream().mapToInt(Ink.Blob::y1).max().orElseThrow();
    GrayImage alone = masked(writing, digit.grown(1, 1));
    return CellRaster.fitted(alone, x0, y0, x1 - x0, y1 - y0, ROOM, SIDE);
  }

  /** The ink without specks and without what reaches in from the neighbours. */
  private static Ink pieces(Ink ink) {
    List<Ink.Blob> blobs = ink.blobs();
    int largest = blobs.stream().mapToInt(Ink.Blob::area).max().orElse(0);
    Ink kept = ink.copy();
    for (Ink.Blob blob : blobs) {
      boolean speck = blob.area() < SPECK_OF_LARGEST * largest;
      if (speck || (blob.area() < largest && fromOutside(blob, ink))) {
        kept.clear(blob);
      }
    }
    return kept;
  }

  private static boolean fromOutside(Ink.Blob blob, Ink ink) {
    double dx = EDGE * ink.width();
    double dy = EDGE * ink.height();
    return (blob.x0() == 0 && blob.x1() <= dx)
        || (blob.y0() == 0 && blob.y1() <= dy)
        || (blob.x1() == ink.width() && blob.x0() >= ink.width() - dx)
        || (blob.y1() == ink.height() && blob.y0() >= ink.height() - dy);
  }

  private static GrayImage masked(GrayImage image, Ink kept) {
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (kept.at(x, y)) {
          out.set(x, y, image.get(x, y));
        }
      }
    }
    return out;
  }

  private static GrayImage without(Ink erased, GrayImage image) {
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        if (!erased.at(x, y)) {
          out.set(x, y, image.get(x, y));
        }
      }
    }
    return out;
  }
}
