package yomitori.register;

import java.util.List;
import java.util.Optional;
import org.opencv.calib3d.Calib3d;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;

/**
 * Where a flat sheet's points lie on a picture of it taken from anywhere: a projective map from
 * form mm to page px.
 */
final class Homography {

  /** Distance of the points at which a map is written down as a {@link PageTransform}. */
  private static final double SPACING_MM = 10;

  /** How far inliers of the consensus may lie off, in page mm at the density searched. */
  private static final double TOLERANCE_MM = 1.0;

  private static final double CONFIDENCE = 0.999;
  private static final int ROUNDS = 2000;

  /** Opposite sides of a sheet photographed from a usable place differ by less than this factor. */
  private static final double MOST_SIDES_APART = 1.5;

  /** Sheets seen so obliquely that height to width changes more than this cannot be read. */
  private static final double MOST_STRETCH = 1.6;

  /** Density in px to the mm below which nothing on the sheet could be read. */
  private static final double LEAST_PX_PER_MM = 2;

  /** Three rows of three, the last one's last 1. */
  private final double[] m;

  private Homography(double[] m) {
    this.m = m;
  }

  /**
   * The map through four points.
   *
   * @param form four points of which no three lie on one line
   * @param page their places, in the same order
   */
  static Homography through(List<PointMm> form, List<PointPx> page) {
    MatOfPoint2f from = points(form.stream().map(p -> new Point(p.x(), p.y())).toList());
    MatOfPoint2f to = points(page.stream().map(p -> new Point(p.x(), p.y())).toList());
    try {
      return taken(Imgproc.getPerspectiveTransform(from, to));
    } finally {
      from.release();
      to.release();
    }
  }

  /**
   * The map that most pairs agree on and who they are.
   *
   * @param inliers how many
   */
  record Consensus(Homography map, int inliers) {}

  /**
   * @param formMm at least four points
   * @param pagePx their places, most of them right
   * @param pagePxPerMm density of the page, roughly
   */
  static Optional<Consensus> robust(List<Point> formMm, List<Point> pagePx, double pagePxPerMm) {
    MatOfPoint2f from = points(formMm);
    MatOfPoint2f to = points(pagePx);
    Mat inliers = new Mat();
    double tolerance = TOLERANCE_MM * pagePxPerMm;
    try {
      Mat found =
          Calib3d.findHomography(
              from, to, Calib3d.USAC_MAGSAC, tolerance, inliers, ROUNDS, CONFIDENCE);
      return found.empty()
          ? Optional.empty()
          : Optional.of(new Consensus(taken(found), Core.countNonZero(inliers)));
    } finally {
      from.release();
      to.release();
      inliers.release();
    }
  }

  private static MatOfPoint2f points(List<Point> points) {
    return new MatOfPoint2f(points.toArray(Point[]::new));
  }

  /** Copies a matrix and releases it. */
  private static Homography taken(Mat mat) {
    double[] m = new double[9];
    mat.get(0, 0, m);
    mat.release();
    return new Homography(m);
  }

  PointPx map(double xMm, double yMm) {
    double w = depth(xMm, yMm);
    return new PointPx((m[0] * xMm + m[1] * yMm + m[2]) / w, (m[3] * xMm + m[4] * yMm + m[5]) / w);
  }

  private double depth(double xMm, double yMm) {
    return m[6] * xMm + m[7] * yMm + m[8];
  }

  /** Whether a whole sheet can be seen so: not folded over, not mirrored. */
  boolean isSheet(double wMm, double hMm) {
    if (!(depth(0, 0) > 0 && depth(wMm, 0) > 0 && depth(0, hMm) > 0 && depth(wMm, hMm) > 0)) {
      return false;
    }
    PointPx a = map(0, 0);
    PointPx b = map(wMm, 0);
    PointPx c = map(wMm, hMm);
    PointPx d = map(0, hMm);
    return turn(a, b, c) > 0 && turn(b, c, d) > 0 && turn(c, d, a) > 0 && turn(d, a, b) > 0;
  }

  /** Whether that sheet is seen neither too obliquely nor from too far to be read. */
  boolean plausible(double wMm, double hMm) {
    PointPx a = map(0, 0);
    PointPx b = map(wMm, 0);
    PointPx c = map(wMm, hMm);
    PointPx d = map(0, hMm);
    double top = distance(a, b) / wMm;
    double bottom = distance(d, c) / wMm;
    double left = distance(a, d) / hMm;
    double right = distance(b, c) / hMm;
    return isSheet(wMm, hMm)
        && apart(top, bottom) < MOST_SIDES_APART
        && apart(left, right) < MOST_SIDES_APART
        && apart(top + bottom, left + right) < MOST_STRETCH
        && Math.min(Math.min(top, bottom), Math.min(left, right)) > LEAST_PX_PER_MM;
  }

  private static double turn(PointPx a, PointPx b, PointPx c) {
    return (b.x() - a.x()) * (c.y() - b.y()) - (b.y() - a.y()) * (c.x() - b.x());
  }

  private static double distance(PointPx a, PointPx b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  private static double apart(double a, double b) {
    return Math.max(a / b, b / a);
  }

  /** The same map as a lattice over a sheet. */
  PageTransform toTransform(double wMm, double hMm) {
    PointPx o = map(wMm / 2, hMm / 2);
    PointPx u = map(wMm / 2 + 1, hMm / 2);
    PointPx v = map(wMm / 2, hMm / 2 + 1);
    Affine affine =
        Affine.translate(-wMm / 2, -hMm / 2)
            .then(
                new Affine(
                    u.x() - o.x(), v.x() - o.x(), o.x(), u.y() - o.y(), v.y() - o.y(), o.y()));
    int columns = (int) Math.ceil(wMm / SPACING_MM) + 1;
    int rows = (int) Math.ceil(hMm / SPACING_MM) + 1;
    float[] dx = new float[columns * rows];
    float[] dy = new float[columns * rows];
    for (int j = 0; j < rows; j++) {
      for (int i = 0; i < columns; i++) {
        double x = i * SPACING_MM;
        double y = j * SPACING_MM;
        PointPx p = map(x, y);
        dx[j * columns + i] = (float) (p.x() - affine.mapX(x, y));
        dy[j * columns + i] = (float) (p.y() - affine.mapY(x, y));
      }
    }
    return PageTransform.of(affine, SPACING_MM, columns, dx, dy);
  }
}
