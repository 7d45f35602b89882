package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.RectMm;
import yomitori.text.LinePicture.Part;

/** Finds the digit in each cell of a comb. */
final class CombCells {

  /** A cell with less ink than a thin 1 is empty. */
  private static final double LEAST_DIGIT_MM2 = 0.35;

  /** A digit is at least this high. */
  private static final double LEAST_HEIGHT_MM = 1.4;

  private CombCells() {}

  /**
   * The bounds of the digits, from left to right; an empty cell has none.
   *
   * @param picture the writing of the whole comb
   * @param cells the printed boxes, in form mm
   * @param all the area that {@code picture} was cut for, in form mm
   */
  static List<Part> digits(FieldPicture picture, List<RectMm> cells, RectMm all) {
    List<List<Ink.Blob>> written = new ArrayList<>();
    cells.forEach(cell -> written.add(new ArrayList<>()));
    double density = picture.pxPerMm();
    for (Ink.Blob blob : picture.ink().blobs()) {
      double centre = all.x() + ((blob.x0() + blob.x1()) / 2.0 - picture.marginPx()) / density;
      written.get(nearest(cells, centre)).add(blob);
    }
    return written.stream()
        .filter(blobs -> isDigit(blobs, density))
        .map(CombCells::bounds)
        .toList();
  }

  private static int nearest(List<RectMm> cells, double xMm) {
    int best = 0;
    for (int i = 1; i < cells.size(); i++) {
      if (Math.abs(cells.get(i).centre().x() - xMm)
          < Math.abs(cells.get(best).centre().x() - xMm)) {
        best = i;
      }
    }
    return best;
  }

  private static boolean isDigit(List<Ink.Blob> blobs, double density) {
    int area = blobs.stream().mapToInt(Ink.Blob::area).sum();
    return !blobs.isEmpty()
        && area >= LEAST_DIGIT_MM2 * density * density
        && bounds(blobs).height() >= LEAST_HEIGHT_MM * density;
  }

  private static Part bounds(List<Ink.Blob> blobs) {
    return new Part(
        blobs.stream().mapToInt(Ink.Blob::x0).min().orElseThrow(),
        blobs.stream().mapToInt(Ink.Blob::y0).min().orElseThrow(),
        blobs.stream().mapToInt(Ink.Blob::x1).max().orElseThrow(),
        blobs.stream().mapToInt(Ink.Blob::y1).max().orElseThrow());
  }
}
