package yomitori.simulate.line;

import yomitori.geometry.PointPx;

/** Where each point of the form truly lies on a page as received. */
public final class Placement {

  private final PaperPath path;
  private final int rowsAbove;
  private final int[] keptBefore;

  /**
   * @param path from the sheet to the scanner's raster
   * @param rowsAbove rows that the header line put above it
   * @param keptBefore for each row that was sent, how many of those before it were kept
   */
  Placement(PaperPath path, int rowsAbove, int[] keptBefore) {
    this.path = path;
    this.rowsAbove = rowsAbove;
    this.keptBefore = keptBefore.clone();
  }

  /** The true place, in page px, of a point of the form in mm. */
  public PointPx toPage(double xMm, double yMm) {
    PointPx p = path.toRaster(xMm, yMm);
    double y = p.y() + rowsAbove;
    int row = (int) Math.max(0, Math.min(keptBefore.length - 1.0, Math.floor(y)));
    return new PointPx(p.x(), y - row + keptBefore[row]);
  }
}
