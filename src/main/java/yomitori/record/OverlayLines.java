package yomitori.record;

import java.awt.geom.Path2D;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;

/**
 * Lines of the form as they run on a picture of the page.
 *
 * @param transform takes the form to the page as received
 * @param fromPage takes that to the picture
 */
record OverlayLines(PageTransform transform, Affine fromPage) {

  /** Curved paper bends a rule by less than a pixel over this length. */
  private static final double RULE_STEP_MM = 10;

  /** Ticks leave the printed corner itself to be seen. */
  private static final double TICK_FROM_MM = 0.4;

  private static final double TICK_TO_MM = 1.3;

  Path2D polygon(RectMm area) {
    Path2D path = new Path2D.Double();
    PointMm[] corners = corners(area);
    for (int i = 0; i < corners.length; i++) {
      path.append(line(corners[i], corners[(i + 1) % corners.length]), true);
    }
    path.closePath();
    return path;
  }

  /** Short lines that prolong each edge beyond its corners: they point along the print. */
  Path2D ticks(RectMm area) {
    Path2D path = new Path2D.Double();
    PointMm[] corners = corners(area);
    for (int i = 0; i < corners.length; i++) {
      path.append(ticks(corners[i], corners[(i + 1) % corners.length]), false);
    }
    return path;
  }

  /** The same for a rule. */
  Path2D ticks(PointMm from, PointMm to) {
    Path2D path = new Path2D.Double();
    path.append(tick(from, to), false);
    path.append(tick(to, from), false);
    return path;
  }

  private Path2D tick(PointMm end, PointMm other) {
    double length = Math.hypot(end.x() - other.x(), end.y() - other.y());
    double dx = (end.x() - other.x()) / length;
    double dy = (end.y() - other.y()) / length;
    return line(
        new PointMm(end.x() + TICK_FROM_MM * dx, end.y() + TICK_FROM_MM * dy),
        new PointMm(end.x() + TICK_TO_MM * dx, end.y() + TICK_TO_MM * dy));
  }

  private static PointMm[] corners(RectMm area) {
    return new PointMm[] {
      new PointMm(area.x(), area.y()),
      new PointMm(area.right(), area.y()),
      new PointMm(area.right(), area.bottom()),
      new PointMm(area.x(), area.bottom())
    };
  }

  private Path2D line(PointMm from, PointMm to) {
    double length = Math.hypot(to.x() - from.x(), to.y() - from.y());
    int steps = Math.max(1, (int) Math.ceil(length / RULE_STEP_MM));
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= steps; i++) {
      double t = (double) i / steps;
      PointPx p =
          transform.toPage(from.x() + t * (to.x() - from.x()), from.y() + t * (to.y() - from.y()));
      double x = fromPage.mapX(p.x(), p.y());
      double y = fromPage.mapY(p.x(), p.y());
      if (i == 0) {
        path.moveTo(x, y);
      } else {
        path.lineTo(x, y);
      }
    }
    return path;
  }
}
