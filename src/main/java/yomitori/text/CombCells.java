package yomitori.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.form.CombField;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/**
 * Tells which writing in a comb belongs to which of its cells. A piece of ink is the cell's that
 * holds most of it; one that fills two cells is cut between them where it is thinnest.
 */
final class CombCells {

  /** Less ink than a thin 1 is not writing. */
  private static final double LEAST_DIGIT_MM2 = 0.35;

  /** A digit is at least this high. */
  private static final double LEAST_HEIGHT_MM = 1.2;

  /** What the picture of a cell shows beyond its outer edges: its frame whole. */
  private static final double FRAME_MM = 0.5;

  /** A piece of ink less wide than this, in cells, is one digit. */
  private static final double LEAST_TWO_DIGITS = 1.2;

  /** Share of its even part that each digit of a wider piece holds at least. */
  private static final double LEAST_SHARE = 0.5;

  /** How far from the printed edge, in cells, a piece may be cut. */
  private static final double CUT_REACH = 0.3;

  private final FieldPicture picture;
  private final List<RectMm> cells;
  private final double left;

  private CombCells(FieldPicture picture, CombField field) {
    this.picture = picture;
    this.cells = field.cells();
    this.left = field.area().x() - picture.marginPx() / picture.pxPerMm();
  }

  /**
   * A picture of each cell, from left to right.
   *
   * @param picture the writing of the whole comb
   */
  static List<DigitPatch> of(RegisteredPage page, CombField field, FieldPicture picture) {
    CombCells comb = new CombCells(picture, field);
    List<DigitPatch> patches = new ArrayList<>();
    for (Ink writing : comb.writing()) {
      RectMm cell = field.cells().get(patches.size()).grow(FRAME_MM);
      patches.add(
          DigitPatch.of(
              CellRaster.stretched(page.crop(cell, PrintRemoval.PX_PER_MM)),
              picture.grey(),
              comb.enough(writing)));
    }
    return patches;
  }

  private List<Ink> writing() {
    List<Ink> writing = new ArrayList<>();
    cells.forEach(c -> writing.add(new Ink(picture.ink().width(), picture.ink().height())));
    for (Ink.Blob blob : picture.ink().blobs()) {
      give(blob, writing);
    }
    return writing;
  }

  private void give(Ink.Blob blob, List<Ink> writing) {
    int[] columns = new int[picture.ink().width()];
    for (int p : blob.pixels()) {
      columns[p % columns.length]++;
    }
    int[] owner = owners(blob, columns);
    for (int p : blob.pixels()) {
      int x = p % columns.length;
      writing.get(owner[x]).set(x, p / columns.length, true);
    }
  }

  /** The cell that each column of a piece belongs to. */
  private int[] owners(Ink.Blob blob, int[] columns) {
    int[] held = new int[cells.size()];
    for (int x = blob.x0(); x < blob.x1(); x++) {
      held[cellAt(x)] += columns[x];
    }
    int most = 0;
    for (int i = 1; i < held.length; i++) {
      most = held[i] > held[most] ? i : most;
    }
    int[] owner = new int[columns.length];
    Arrays.fill(owner, most);
    double pitch = cells.get(most).w() * picture.pxPerMm();
    if (blob.width() < LEAST_TWO_DIGITS * pitch) {
      return owner;
    }
    double least = LEAST_SHARE * blob.area() / Math.max(2, Math.round(blob.width() / pitch));
    int before = -1;
    int from = 0;
    for (int i = 0; i < held.length; i++) {
      if (held[i] >= least) {
        int cut = before < 0 ? 0 : Math.max(from, thinnest(blob, columns, edge(before, i), pitch));
        Arrays.fill(owner, cut, owner.length, i);
        from = cut;
        before = i;
      }
    }
    return owner;
  }

  /**
   * The column of a piece with the least ink within {@link #CUT_REACH} of an edge; the middle one
   * of equals.
   */
  private static int thinnest(Ink.Blob blob, int[] columns, double edge, double pitch) {
    int start = Math.max(blob.x0(), (int) Math.round(edge - CUT_REACH * pitch));
    int end = Math.min(blob.x1() - 1, (int) Math.round(edge + CUT_REACH * pitch));
    double middle = (start + end) / 2.0;
    int best = start;
    for (int x = start; x <= end; x++) {
      boolean nearer = Math.abs(x - middle) < Math.abs(best - middle);
      if (columns[x] < columns[best] || (columns[x] == columns[best] && nearer)) {
        best = x;
      }
    }
    return best;
  }

  /** The printed edge between two cells, a column of the picture. */
  private double edge(int before, int after) {
    return ((cells.get(before).right() + cells.get(after).x()) / 2 - left) * picture.pxPerMm();
  }

  private int cellAt(int column) {
    double mm = left + (column + 0.5) / picture.pxPerMm();
    int best = 0;
    for (int i = 1; i < cells.size(); i++) {
      if (Math.abs(cells.get(i).centre().x() - mm) < Math.abs(cells.get(best).centre().x() - mm)) {
        best = i;
      }
    }
    return best;
  }

  /** The writing of a cell, or none where it is too little for a digit. */
  private Ink enough(Ink writing) {
    double density = picture.pxPerMm();
    int top = Integer.MAX_VALUE;
    int foot = 0;
    for (Ink.Blob blob : writing.blobs()) {
      top = Math.min(top, blob.y0());
      foot = Math.max(foot, blob.y1());
    }
    boolean digit =
        writing.count() >= LEAST_DIGIT_MM2 * density * density
            && foot - top >= LEAST_HEIGHT_MM * density;
    return digit ? writing : new Ink(writing.width(), writing.height());
  }
}
