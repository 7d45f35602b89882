package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;

/**
 * The smooth part of a page's distortion that no affine map takes out: stretch and slip of the
 * feed. Residuals of the anchors are smoothed by local linear regression with a Gaussian kernel
 * (Cleveland, JASA 1979), which also tells the anchors that disagree with all around them.
 */
final class LocalWarp {

  /** Distance of lattice points. */
  private static final double SPACING_MM = 10;

  /** The kernel is longer along the scan lines: a sheet slips as a whole line. */
  private static final double KERNEL_ALONG_MM = 55;

  private static final double KERNEL_ACROSS_MM = 17;

  /** Weight of "no displacement" against anchors, where these are few or far. */
  private static final double PRIOR = 0.15;

  /** A weight beside which the prior's is all. */
  private static final double NEGLIGIBLE = 1e-7;

  private static final int ROUNDS = 4;
  private static final int NONE = -1;

  private LocalWarp() {}

  /**
   * A smooth transform through anchors, and those that agree with it.
   *
   * @param residualMm root mean square distance of the agreeing anchors from the transform
   */
  record Warp(PageTransform transform, List<AnchorSearch.Found> agreeing, double residualMm) {}

  /**
   * Fits the affine part anew to the anchors that agree with each other, then the smooth rest.
   *
   * @param before the global part so far, form mm to page px; kept where too few anchors agree
   * @param found anchors with their places
   * @param toleranceMm anchors further than this from what their neighbours say are left out
   */
  static Warp fit(
      Affine before, List<AnchorSearch.Found> found, double toleranceMm, double wMm, double hMm) {
    Kernel kernel = Kernel.along(before);
    List<AnchorSearch.Found> agreeing =
        agreeingRounds(residuals(found, before), kernel, toleranceMm).stream()
            .map(Residual::found)
            .toList();
    List<AffineFit.Pair> pairs = AffineFit.pairs(agreeing);
    Affine affine = AffineFit.spread(pairs) ? AffineFit.leastSquares(pairs) : before;
    List<Residual> residuals = agreeingRounds(residuals(agreeing, affine), kernel, toleranceMm);
    PageTransform transform = lattice(affine, residuals, kernel, wMm, hMm);
    double sum = 0;
    for (Residual r : residuals) {
      double d = r.distanceMm(smooth(residuals, kernel, r.x, r.y, NONE));
      sum += d * d;
    }
    double rms = residuals.isEmpty() ? 0 : Math.sqrt(sum / residuals.size());
    return new Warp(transform, residuals.stream().map(Residual::found).toList(), rms);
  }

  private static List<Residual> residuals(List<AnchorSearch.Found> found, Affine affine) {
    Affine inverse = affine.inverse();
    return found.stream().map(f -> Residual.of(f, inverse)).toList();
  }

  private static List<Residual> agreeingRounds(
      List<Residual> all, Kernel kernel, double toleranceMm) {
    List<Residual> residuals = all;
    for (int round = 0; round < ROUNDS; round++) {
      List<Residual> agreeing = agreeing(residuals, kernel, toleranceMm);
      if (agreeing.size() == residuals.size()) {
        break;
      }
      residuals = agreeing;
    }
    return residuals;
  }

  private static PageTransform lattice(
      Affine affine, List<Residual> residuals, Kernel kernel, double wMm, double hMm) {
    int columns = (int) Math.ceil(wMm / SPACING_MM) + 1;
    int rows = (int) Math.ceil(hMm / SPACING_MM) + 1;
    double[][] acrossWeights = new double[columns][];
    for (int i = 0; i < columns; i++) {
      double x = i * SPACING_MM;
      acrossWeights[i] =
          residuals.stream().mapToDouble(r -> Kernel.weight((r.x - x) / kernel.xMm)).toArray();
    }
    float[] dx = new float[columns * rows];
    float[] dy = new float[columns * rows];
    double[] weights = new double[residuals.size()];
    for (int j = 0; j < rows; j++) {
      double y = j * SPACING_MM;
      double[] downWeights =
          residuals.stream().mapToDouble(r -> Kernel.weight((r.y - y) / kernel.yMm)).toArray();
      for (int i = 0; i < columns; i++) {
        for (int k = 0; k < weights.length; k++) {
          weights[k] = acrossWeights[i][k] * downWeights[k];
        }
        double[] mm = smooth(residuals, kernel, i * SPACING_MM, y, weights);
        dx[j * columns + i] = (float) (affine.xx() * mm[0] + affine.xy() * mm[1]);
        dy[j * columns + i] = (float) (affine.yx() * mm[0] + affine.yy() * mm[1]);
      }
    }
    return PageTransform.of(affine, SPACING_MM, columns, dx, dy);
  }

  /** Standard deviations of the smoothing kernel on the form. */
  private record Kernel(double xMm, double yMm) {

    static Kernel along(Affine affine) {
      boolean sideways = Math.abs(affine.yx()) > Math.abs(affine.yy());
      return sideways
          ? new Kernel(KERNEL_ACROSS_MM, KERNEL_ALONG_MM)
          : new Kernel(KERNEL_ALONG_MM, KERNEL_ACROSS_MM);
    }

    static double weight(double kernelWidths) {
      return Math.exp(-0.5 * kernelWidths * kernelWidths);
    }

    /** Weights of all residuals for a point, 0 for the one at an index. */
    double[] weights(List<Residual> residuals, double x, double y, int without) {
      double[] weights = new double[residuals.size()];
      for (int i = 0; i < weights.length; i++) {
        Residual a = residuals.get(i);
        weights[i] = i == without ? 0 : weight(Math.hypot((a.x - x) / xMm, (a.y - y) / yMm));
      }
      return weights;
    }
  }

  /** How far, in form mm, an anchor lies from where the affine map puts it. */
  private record Residual(
      AnchorSearch.Found found, double x, double y, double dx, double dy, double weight) {

    static Residual of(AnchorSearch.Found f, Affine inverse) {
      double x = f.anchor().centre().x();
      double y = f.anchor().centre().y();
      PointPx p = f.onPage();
      double dx = inverse.mapX(p.x(), p.y()) - x;
      double dy = inverse.mapY(p.x(), p.y()) - y;
      return new Residual(f, x, y, dx, dy, f.score() * f.score());
    }

    double distanceMm(double[] smoothed) {
      return Math.hypot(dx - smoothed[0], dy - smoothed[1]);
    }
  }

  /** Those that lie near where all the others say they should. */
  private static List<Residual> agreeing(List<Residual> all, Kernel kernel, double toleranceMm) {
    List<Residual> agreeing = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Residual r = all.get(i);
      if (r.distanceMm(smooth(all, kernel, r.x, r.y, i)) <= toleranceMm) {
        agreeing.add(r);
      }
    }
    return agreeing;
  }

  /** Local linear regression of the residuals at (x, y) mm, leaving out the one at an index. */
  private static double[] smooth(
      List<Residual> residuals, Kernel kernel, double x, double y, int without) {
    return smooth(residuals, kernel, x, y, kernel.weights(residuals, x, y, without));
  }

  private static double[] smooth(
      List<Residual> residuals, Kernel kernel, double x, double y, double[] weights) {
    // Weighted normal equations for a + b·u + c·v, u and v from the point in kernel widths.
    double[] m = {PRIOR, 0, 0, PRIOR, 0, PRIOR};
    double[] r = new double[3];
    double[] s = new double[3];
    for (int i = 0; i < weights.length; i++) {
      Residual a = residuals.get(i);
      double w = a.weight * weights[i];
      if (w < NEGLIGIBLE) {
        continue;
      }
      double u = (a.x - x) / kernel.xMm;
      double v = (a.y - y) / kernel.yMm;
      m[0] += w;
      m[1] += w * u;
      m[2] += w * v;
      m[3] += w * u * u;
      m[4] += w * u * v;
      m[5] += w * v * v;
      r[0] += w * a.dx;
      r[1] += w * u * a.dx;
      r[2] += w * v * a.dx;
      s[0] += w * a.dy;
      s[1] += w * u * a.dy;
      s[2] += w * v * a.dy;
    }
    return new double[] {SymmetricSystem.solve(m, r)[0], SymmetricSystem.solve(m, s)[0]};
  }
}
