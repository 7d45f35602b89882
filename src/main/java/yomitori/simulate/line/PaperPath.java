package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.geometry.PointPx;

/**
 * Where each point of the sheet lands on the scanner's raster, composed of all that moves the
 * paper, so that the sheet is resampled once.
 */
final class PaperPath {

  private final Affine toScanner;
  private final Affine fromScanner;
  private final UnevenFeed feed;
  private final double pxPerMmX;
  private final double pxPerMmY;

  PaperPath(
      double widthMm,
      double heightMm,
      PaperTurn turn,
      Skew skew,
      ScanScale scale,
      PaperOffset offset,
      UnevenFeed feed,
      ReceiverShrink shrink,
      FaxGrid grid) {
    double w = turn.sideways() ? heightMm : widthMm;
    double h = turn.sideways() ? widthMm : heightMm;
    double right = (grid.scanLineMm() - w) / 2 + offset.rightMm();
    this.toScanner =
        turn.map(widthMm, heightMm)
            .then(skew.map(w, h))
            .then(scale.map(w))
            .then(new Affine(1, 0, right, 0, 1, offset.downMm()));
    this.fromScanner = toScanner.inverse();
    this.feed = feed;
    this.pxPerMmX = grid.pxPerMmX();
    this.pxPerMmY = grid.linesPerMm() * shrink.factor();
  }

  /** The place on the raster of a point of the sheet. */
  PointPx toRaster(double xMm, double yMm) {
    double y = feed.scanY(toScanner.mapY(xMm, yMm));
    double x = toScanner.mapX(xMm, yMm) - feed.wanderAt(y);
    return new PointPx(x * pxPerMmX, y * pxPerMmY);
  }

  /** The point of the sheet, x in mm, at a place of the raster; linear along a row. */
  double sheetX(double xPx, double yPx) {
    double y = yPx / pxPerMmY;
    return fromScanner.mapX(xPx / pxPerMmX + feed.wanderAt(y), feed.paperY(y));
  }

  /** The point of the sheet, y in mm, at a place of the raster; linear along a row. */
  double sheetY(double xPx, double yPx) {
    double y = yPx / pxPerMmY;
    return fromScanner.mapY(xPx / pxPerMmX + feed.wanderAt(y), feed.paperY(y));
  }
}
