package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;

/**
 * Where points of the form, on a regular lattice, truly lie on a page as received. Between them the
 * place is interpolated bilinearly, beyond them it follows the outermost cell.
 */
final class Lattice {

  private final double[] xsMm;
  private final double[] ysMm;
  private final float[] xPx;
  private final float[] yPx;

  private Lattice(double[] xsMm, double[] ysMm, float[] xPx, float[] yPx) {
    this.xsMm = xsMm;
    this.ysMm = ysMm;
    this.xPx = xPx;
    this.yPx = yPx;
  }

  /** The known points of one page, collected one by one. */
  static final class Points {

    private final List<double[]> points = new ArrayList<>();

    void add(double xMm, double yMm, double xPx, double yPx) {
      points.add(new double[] {xMm, yMm, xPx, yPx});
    }

    /** The lattice; empty where the points are no full lattice of at least 2 by 2. */
    Optional<Lattice> lattice() {
      double[] xs = points.stream().mapToDouble(p -> p[0]).sorted().distinct().toArray();
      double[] ys = points.stream().mapToDouble(p -> p[1]).sorted().distinct().toArray();
      if (xs.length < 2 || ys.length < 2 || points.size() != xs.length * ys.length) {
        return Optional.empty();
      }
      float[] px = new float[points.size()];
      float[] py = new float[points.size()];
      for (double[] p : points) {
        int at = Arrays.binarySearch(ys, p[1]) * xs.length + Arrays.binarySearch(xs, p[0]);
        px[at] = (float) p[2];
        py[at] = (float) p[3];
      }
      return Optional.of(new Lattice(xs, ys, px, py));
    }
  }

  /**
   * How far a pixel is from where a point of the form lies, measured on the form.
   *
   * @return millimetres
   */
  double distanceMm(PointMm point, PointPx found) {
    int i = cell(xsMm, point.x());
    int j = cell(ysMm, point.y());
    double wide = xsMm[i + 1] - xsMm[i];
    double high = ysMm[j + 1] - ysMm[j];
    double u = (point.x() - xsMm[i]) / wide;
    double v = (point.y() - ysMm[j]) / high;
    double dx = found.x() - at(xPx, i, j, u, v);
    double dy = found.y() - at(yPx, i, j, u, v);
    // The pixels that one millimetre across and one down move the point by, inverted.
    double xAcross = across(xPx, i, j, v) / wide;
    double yAcross = across(yPx, i, j, v) / wide;
    double xDown = down(xPx, i, j, u) / high;
    double yDown = down(yPx, i, j, u) / high;
    double area = xAcross * yDown - xDown * yAcross;
    return Math.hypot((yDown * dx - xDown * dy) / area, (xAcross * dy - yAcross * dx) / area);
  }

  private static int cell(double[] lines, double at) {
    int i = 0;
    while (i < lines.length - 2 && at >= lines[i + 1]) {
      i++;
    }
    return i;
  }

  private double at(float[] px, int i, int j, double u, double v) {
    double above = node(px, i, j) + u * (node(px, i + 1, j) - node(px, i, j));
    double below = node(px, i, j + 1) + u * (node(px, i + 1, j + 1) - node(px, i, j + 1));
    return above + v * (below - above);
  }

  private double across(float[] px, int i, int j, double v) {
    double above = node(px, i + 1, j) - node(px, i, j);
    double below = node(px, i + 1, j + 1) - node(px, i, j + 1);
    return above + v * (below - above);
  }

  private double down(float[] px, int i, int j, double u) {
    double left = node(px, i, j + 1) - node(px, i, j);
    double right = node(px, i + 1, j + 1) - node(px, i + 1, j);
    return left + u * (right - left);
  }

  private double node(float[] px, int i, int j) {
    return px[j * xsMm.length + i];
  }
}
