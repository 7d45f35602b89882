package yomitori.register;

import java.util.List;
import java.util.Random;
import yomitori.geometry.Affine;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;

/** The affine map that most correspondences agree on. */
final class AffineFit {

  private static final int ROUNDS = 250;

  private AffineFit() {}

  /**
   * A point of the form and its place on the page.
   *
   * @param weight more than 0
   */
  record Pair(PointMm form, PointPx page, double weight) {}

  /** The places of found anchors; a better score weighs more. */
  static List<Pair> pairs(List<AnchorSearch.Found> found) {
    return found.stream()
        .map(f -> new Pair(f.anchor().centre(), f.onPage(), Math.max(f.score(), LEAST_WEIGHT)))
        .toList();
  }

  private static final double LEAST_WEIGHT = 0.01;

  /**
   * A map and who agrees with it.
   *
   * @param affine form mm to page px
   * @param inliers the pairs that lie within the tolerance
   */
  record Consensus(Affine affine, List<Pair> inliers) {}

  /**
   * Random sample consensus (Fischler and Bolles, CACM 1981) with a fixed seed, then least squares
   * over those that agree.
   *
   * @param start tried first; also what is returned where fewer than three pairs agree
   * @param tolerancePx how far across and down, in page px, a pair may be off
   */
  static Consensus robust(List<Pair> pairs, Affine start, PointPx tolerancePx) {
    List<Pair> best = inliers(pairs, start, tolerancePx);
    Affine bestMap = start;
    Random random = new Random(pairs.size());
    for (int i = 0; i < ROUNDS && pairs.size() >= 3; i++) {
      List<Pair> three =
          List.of(
              pairs.get(random.nextInt(pairs.size())),
              pairs.get(random.nextInt(pairs.size())),
              pairs.get(random.nextInt(pairs.size())));
      if (area(three) < LEAST_TRIANGLE_MM2) {
        continue;
      }
      Affine map = leastSquares(three);
      if (!plausible(map, start)) {
        continue;
      }
      List<Pair> agree = inliers(pairs, map, tolerancePx);
      if (weight(agree) > weight(best)) {
        best = agree;
        bestMap = map;
      }
    }
    for (int i = 0; i < 3 && spread(best); i++) {
      bestMap = leastSquares(best);
      best = inliers(pairs, bestMap, tolerancePx);
    }
    return new Consensus(bestMap, best);
  }

  /** Three points closer to a line than this tell nothing of one direction. */
  private static final double LEAST_TRIANGLE_MM2 = 600;

  /** How far the map may turn, shear or scale away from where the search began. */
  private static final double MOST_CHANGE = 0.08;

  private static boolean plausible(Affine map, Affine start) {
    // In form mm, where pixels that are not square cancel out.
    Affine change = map.then(start.inverse());
    return Math.abs(change.xx() - 1) < MOST_CHANGE
        && Math.abs(change.yy() - 1) < MOST_CHANGE
        && Math.abs(change.xy()) < MOST_CHANGE
        && Math.abs(change.yx()) < MOST_CHANGE;
  }

  /** Whether pairs are many enough, and far enough from one line, to fit a map to. */
  static boolean spread(List<Pair> pairs) {
    if (pairs.size() < 6) {
      return false;
    }
    double[] m = moments(pairs);
    double varX = m[3] / m[0] - m[1] * m[1] / (m[0] * m[0]);
    double varY = m[5] / m[0] - m[2] * m[2] / (m[0] * m[0]);
    double cov = m[4] / m[0] - m[1] * m[2] / (m[0] * m[0]);
    return varX * varY - cov * cov > LEAST_TRIANGLE_MM2 * LEAST_TRIANGLE_MM2 / 16;
  }

  private static double weight(List<Pair> pairs) {
    double sum = 0;
    for (Pair p : pairs) {
      sum += p.weight;
    }
    return sum;
  }

  private static double area(List<Pair> three) {
    PointMm a = three.get(0).form;
    PointMm b = three.get(1).form;
    PointMm c = three.get(2).form;
    return Math.abs((b.x() - a.x()) * (c.y() - a.y()) - (c.x() - a.x()) * (b.y() - a.y())) / 2;
  }

  private static List<Pair> inliers(List<Pair> pairs, Affine map, PointPx tolerance) {
    return pairs.stream()
        .filter(
            p -> {
              double ex = (map.mapX(p.form.x(), p.form.y()) - p.page.x()) / tolerance.x();
              double ey = (map.mapY(p.form.x(), p.form.y()) - p.page.y()) / tolerance.y();
              return ex * ex + ey * ey <= 1;
            })
        .toList();
  }

  private static double[] moments(List<Pair> pairs) {
    double[] m = new double[6];
    for (Pair p : pairs) {
      double x = p.form.x();
      double y = p.form.y();
      m[0] += p.weight;
      m[1] += p.weight * x;
      m[2] += p.weight * y;
      m[3] += p.weight * x * x;
      m[4] += p.weight * x * y;
      m[5] += p.weight * y * y;
    }
    return m;
  }

  /**
   * The map with the least weighted squared error.
   *
   * @throws IllegalArgumentException if all pairs lie on one line
   */
  static Affine leastSquares(List<Pair> pairs) {
    double[] m = moments(pairs);
    double[] u = new double[3];
    double[] v = new double[3];
    for (Pair p : pairs) {
      double[] basis = {1, p.form.x(), p.form.y()};
      for (int i = 0; i < 3; i++) {
        u[i] += p.weight * basis[i] * p.page.x();
        v[i] += p.weight * basis[i] * p.page.y();
      }
    }
    double[] x = SymmetricSystem.solve(m, u);
    double[] y = SymmetricSystem.solve(m, v);
    return new Affine(x[1], x[2], x[0], y[1], y[2], y[0]);
  }
}
