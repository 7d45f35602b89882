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
  private final double shrunkFromMm;
  private final double pxPerMmX;
  private final double pxPerMmY;

  /** The path of a sheet of the given size. */
  PaperPath(double widthMm, double heightMm, LinePlan plan) {
    PaperTurn turn = plan.part(PaperTurn.class);
    PaperOffset offset = plan.part(PaperOffset.class);
    ReceiverShrink shrink = plan.part(ReceiverShrink.class);
    double w = turn.sideways() ? heightMm : widthMm;
    double h = turn.sideways() ? widthMm : heightMm;
    FaxGrid grid = plan.part(FaxGrid.class).wideEnoughFor(w);
    double right = (grid.scanLineMm() - w) / 2 + offset.rightMm();
    this.toScanner =
        plan.part(Photocopy.class)
            .map(widthMm, heightMm)
            .then(turn.map(widthMm, heightMm))
            .then(plan.part(Skew.class).map(w, h))
            .then(plan.part(ScanScale.class).map(w))
            .then(plan.part(Reduction.class).map(w))
            .then(new Affine(1, 0, right, 0, 1, offset.downMm()));
    this.fromScanner = toScanner.inverse();
    this.feed = plan.part(UnevenFeed.class);
    this.pxPerMmX = grid.pxPerMmX() * shrink.width();
    this.pxPerMmY = grid.linesPerMm() * shrink.height();
    this.shrunkFromMm = grid.scanLineMm() * (1 / shrink.width() - 1) / 2;
  }

  /** The place on the raster of a point of the sheet. */
  PointPx toRaster(double xMm, double yMm) {
    double y = feed.scanY(toScanner.mapY(xMm, yMm));
    double x = toScanner.mapX(xMm, yMm) - feed.wanderAt(y);
    return new PointPx((x + shrunkFromMm) * pxPerMmX, y * pxPerMmY);
  }

  /** The point of the sheet, x in mm, at a place of the raster; linear along a row. */
  double sheetX(double xPx, double yPx) {
    double y = yPx / pxPerMmY;
    double x = xPx / pxPerMmX - shrunkFromMm;
    return fromScanner.mapX(x + feed.wanderAt(y), feed.paperY(y));
  }

  /** The point of the sheet, y in mm, at a place of the raster; linear along a row. */
  double sheetY(double xPx, double yPx) {
    double y = yPx / pxPerMmY;
    double x = xPx / pxPerMmX - shrunkFromMm;
    return fromScanner.mapY(x + feed.wanderAt(y), feed.paperY(y));
  }
}
