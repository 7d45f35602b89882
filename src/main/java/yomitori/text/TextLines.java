package yomitori.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.text.LinePicture.Part;

/** Finds the lines of writing in a field. */
final class TextLines {

  /** Lower pieces are parts of letters, such as dots, and go with the nearest line. */
  private static final double LEAST_LINE_MM = 1.3;

  /** A piece this much higher than a ruled line holds two lines that touch. */
  private static final double TWO_LINES = 1.5;

  /** White of this height across the whole field parts lines, however many the form has. */
  private static final double CLEAR_MM = 0.5;

  private TextLines() {}

  /**
   * The lines from top to bottom, each with the bounds of its ink.
   *
   * @param most the lines that the form has; more are found only where clear white parts them, as
   *     in a stamp
   */
  static List<Part> of(FieldPicture field, int most) {
    Ink ink = field.ink();
    int[] rows = ink.rowCounts(0, ink.width());
    List<int[]> bands = merged(runs(rows), field.pxPerMm(), most);
    if (most > 1) {
      bands = split(bands, rows, TWO_LINES * (ink.height() - 2.0 * field.marginPx()) / most);
    }
    List<Part> parts = new ArrayList<>();
    for (int[] band : bands) {
      bounds(ink, band[0], band[1]).ifPresent(parts::add);
    }
    return parts;
  }

  private static List<int[]> runs(int[] rows) {
    List<int[]> runs = new ArrayList<>();
    for (int y = 0; y < rows.length; y++) {
      if (rows[y] > 0) {
        int end = y;
        while (end < rows.length && rows[end] > 0) {
          end++;
        }
        runs.add(new int[] {y, end});
        y = end;
      }
    }
    return runs;
  }

  private static List<int[]> merged(List<int[]> runs, double pxPerMm, int most) {
    int least = (int) (LEAST_LINE_MM * pxPerMm);
    List<int[]> bands = new ArrayList<>(runs);
    while (bands.size() > 1) {
      int thinnest = -1;
      int closest = 0;
      for (int i = 0; i < bands.size(); i++) {
        if (height(bands.get(i)) < least
            && (thinnest < 0 || height(bands.get(i)) < height(bands.get(thinnest)))) {
          thinnest = i;
        }
        if (i > 0 && i + 1 < bands.size() && gap(bands, i) < gap(bands, closest)) {
          closest = i;
        }
      }
      if (thinnest < 0 && (bands.size() <= most || gap(bands, closest) >= CLEAR_MM * pxPerMm)) {
        break;
      }
      int at = thinnest < 0 ? closest : joinBefore(bands, thinnest) ? thinnest - 1 : thinnest;
      bands.set(at, new int[] {bands.get(at)[0], bands.get(at + 1)[1]});
      bands.remove(at + 1);
    }
    return bands;
  }

  private static int height(int[] band) {
    return band[1] - band[0];
  }

  /** The empty rows between a band and the next. */
  private static int gap(List<int[]> bands, int i) {
    return bands.get(i + 1)[0] - bands.get(i)[1];
  }

  private static boolean joinBefore(List<int[]> bands, int i) {
    return i == bands.size() - 1 || (i > 0 && gap(bands, i - 1) <= gap(bands, i));
  }

  private static List<int[]> split(List<int[]> bands, int[] rows, double tall) {
    List<int[]> out = new ArrayList<>();
    for (int[] band : bands) {
      if (height(band) < tall) {
        out.add(band);
        continue;
      }
      int cut = (band[0] + band[1]) / 2;
      int third = height(band) / 3;
      for (int y = band[0] + third; y < band[1] - third; y++) {
        if (rows[y] < rows[cut]) {
          cut = y;
        }
      }
      out.add(new int[] {band[0], cut});
      out.add(new int[] {cut, band[1]});
    }
    return out;
  }

  private static Optional<Part> bounds(Ink ink, int y0, int y1) {
    int left = ink.width();
    int right = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = 0; x < ink.width(); x++) {
        if (ink.at(x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
        }
      }
    }
    return right > left && y1 > y0 ? Optional.of(new Part(left, y0, right, y1)) : Optional.empty();
  }
}
