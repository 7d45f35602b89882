package yomitori.simulate.line;

import yomitori.geometry.PointPx;
import yomitori.geometry.RectPx;

/** Where each point of the form truly lies on a page as received. */
public final class Placement {

  private final PaperPath path;
  private final int rowsAbove;
  private final int[] keptBefore;
  private final RectPx seen;
  private final int height;

  /**
   * @param path from the sheet to the scanner's raster
   * @param rowsAbove rows that the header line put above it
   * @param keptBefore for each row that was sent, how many of those before it were kept
   * @param seen the part of the scanner's raster that is not lost in margins
   * @param height rows of the page as received, fewer where its end was cut off
   */
  Placement(PaperPath path, int rowsAbove, int[] keptBefore, RectPx seen, int height) {
    this.path = path;
    this.rowsAbove = rowsAbove;
    this.keptBefore = keptBefore.clone();
    this.seen = seen;
    this.height = height;
  }

  /** The true place, in page px, of a point of the form in mm. */
  public PointPx toPage(double xMm, double yMm) {
    PointPx p = path.toRaster(xMm, yMm);
    double y = p.y() + rowsAbove;
    int row = (int) Math.max(0, Math.min(keptBefore.length - 1.0, Math.floor(y)));
    return new PointPx(p.x(), y - row + keptBefore[row]);
  }

  /** Whether a point of the form in mm lies on the page, not in a lost margin or below its end. */
  public boolean onPage(double xMm, double yMm) {
    PointPx p = path.toRaster(xMm, yMm);
    double y = toPage(xMm, yMm).y();
    return p.x() >= seen.x()
        && p.x() < seen.x() + seen.w()
        && p.y() >= seen.y()
        && p.y() < seen.y() + seen.h()
        && y >= 0
        && y < height;
  }
}
