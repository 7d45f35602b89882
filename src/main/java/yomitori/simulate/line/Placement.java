package yomitori.simulate.line;

import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;

/** Where each point of the form truly lies on a page as received. */
public final class Placement {

  private final Crease crease;
  private final double heightMm;
  private final PaperPath path;
  private final int rowsAbove;
  private final int[] keptBefore;
  private final Window window;

  /**
   * What can be seen of a page, in its pixels; the ends are not included.
   *
   * @param left first column
   * @param top first row
   * @param right column after the last
   * @param bottom row after the last
   */
  record Window(int left, int top, int right, int bottom) {}

  /**
   * @param crease what folding did to the sheet
   * @param heightMm of the sheet
   * @param path from the sheet to the scanner's raster
   * @param rowsAbove rows that the header line put above it
   * @param keptBefore for each row that was sent, how many of those before it were kept
   * @param window what arrived of the sheet
   */
  Placement(
      Crease crease,
      double heightMm,
      PaperPath path,
      int rowsAbove,
      int[] keptBefore,
      Window window) {
    this.crease = crease;
    this.heightMm = heightMm;
    this.path = path;
    this.rowsAbove = rowsAbove;
    this.keptBefore = keptBefore.clone();
    this.window = window;
  }

  /** The true place, in page px, of a point of the form in mm. */
  public PointPx toPage(double xMm, double yMm) {
    PointMm folded = crease.moved(xMm, yMm, heightMm);
    PointPx p = path.toRaster(folded.x(), folded.y());
    double y = p.y() + rowsAbove;
    int row = (int) Math.max(0, Math.min(keptBefore.length - 1.0, Math.floor(y)));
    return new PointPx(p.x(), y - row + keptBefore[row]);
  }

  /**
   * Whether the page holds the place of a point of the form: not cut off, not in a lost margin, not
   * below a cut end, not under a line that a machine printed over it. A single row that was lost in
   * the call does not count.
   */
  public boolean arrived(double xMm, double yMm) {
    PointPx p = toPage(xMm, yMm);
    return p.x() >= window.left
        && p.y() >= window.top
        && p.x() < window.right
        && p.y() < window.bottom;
  }
}
