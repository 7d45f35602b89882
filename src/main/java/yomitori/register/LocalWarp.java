package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
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
   * An anchor that agrees with those around it.
   *
   * @param offMm how far it lies from where the others say
   */
  record Agreed(AnchorSearch.Found found, double offMm) {}

  /**
   * A smooth transform through anchors, and those that agree with it.
   *
   * @param residualMm root mean square distance of the agreeing anchors from the transform
   */
  record Warp(PageTransform transform, List<Agreed> agreeing, double residualMm) {}

  /**
   * Fits the affine part anew to the anchors that agree with each other, then the smooth rest. A
   * base that is no affine map, as of a photograph, is kept and only the rest is fitted.
   *
   * @param base where the form's points lie but for the rest
   * @param found anchors with their places
   * @param toleranceMm anchors further than this from what their neighbours say are left out
   */
  static Warp fit(
      PageTransform base,
      List<AnchorSearch.Found> found,
      double toleranceMm,
      double wMm,
      double hMm) {
    Kernel kernel = Kernel.along(base.affine());
    List<Residual> residuals = agreeingRounds(residuals(found, base), kernel, toleranceMm);
    PageTransform global = base;
    List<AnchorSearch.Found> agreeing = residuals.stream().map(Residual::found).toList();
    List<AffineFit.Pair> pairs = AffineFit.pairs(agreeing);
    if (base.isAffine() && AffineFit.spread(pairs)) {
      global = PageTransform.of(AffineFit.leastSquares(pairs));
      residuals = agreeingRounds(residuals(agreeing, global), kernel, toleranceMm);
    }
    PageTransform transform = lattice(global, residuals, kernel, wMm, hMm);
    List<Agreed> agreed = new ArrayList<>();
    double sum = 0;
    for (int i = 0; i < residuals.size(); i++) {
      Residual r = residuals.get(i);
      double d = r.distanceMm(smooth(residuals, kernel, r.x, r.y, NONE));
      sum += d * d;
      agreed.add(new Agreed(r.found, r.distanceMm(smooth(residuals, kernel, r.x, r.y, i))));
    }
    double rms = residuals.isEmpty() ? 0 : Math.sqrt(sum / residuals.size());
    return new Warp(transform, agreed, rms);
  }

  private static List<Residual> residuals(List<AnchorSearch.Found> found, PageTransform base) {
    return found.stream().map(f -> Residual.of(f, base)).toList();
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
      PageTransform base, List<Residual> residuals, Kernel kernel, double wMm, double hMm) {
    Affine affine = base.affine();
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
        double x = i * SPACING_MM;
        PointPx p = base.toPage(x, y);
        double offX = p.x() - affine.mapX(x, y);
        double offY = p.y() - affine.mapY(x, y);
        dx[j * columns + i] = (float) (offX + affine.xx() * mm[0] + affine.xy() * mm[1]);
        dy[j * columns + i] = (float) (offY + affine.yx() * mm[0] + affine.yy() * mm[1]);
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
      return weight(kernelWidths, 0);
    }

    private static double weight(double u, double v) {
      return Math.exp(-0.5 * (u * u + v * v));
    }

    /** Weights of all residuals for a point, 0 for the one at an index. */
    double[] weights(List<Residual> residuals, double x, double y, int without) {
      double[] weights = new double[residuals.size()];
      for (int i = 0; i < weights.length; i++) {
        Residual a = residuals.get(i);
        weights[i] = i == without ? 0 : weight((a.x - x) / xMm, (a.y - y) / yMm);
      }
      return weights;
    }
  }

  /** How far, in form mm, an anchor lies from where the base puts it. */
  private record Residual(
      AnchorSearch.Found found, double x, double y, double dx, double dy, double weight) {

    static Residual of(AnchorSearch.Found f, PageTransform base) {
      double x = f.anchor().centre().x();
      double y = f.anchor().centre().y();
      PointMm p = base.toForm(f.onPage());
      return new Residual(f, x, y, p.x() - x, p.y() - y, f.score() * f.score());
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
