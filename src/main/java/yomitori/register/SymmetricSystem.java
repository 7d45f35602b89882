package yomitori.register;

/**
 * Three linear equations in three unknowns with a symmetric matrix, as least squares makes them.
 */
final class SymmetricSystem {

  private SymmetricSystem() {}

  /**
   * Solves [m0 m1 m2; m1 m3 m4; m2 m4 m5] s = r by Cramer's rule.
   *
   * @throws IllegalArgumentException if the matrix is singular
   */
  static double[] solve(double[] m, double[] r) {
    double c00 = m[3] * m[5] - m[4] * m[4];
    double c01 = m[2] * m[4] - m[1] * m[5];
    double c02 = m[1] * m[4] - m[2] * m[3];
    double c11 = m[0] * m[5] - m[2] * m[2];
    double c12 = m[1] * m[2] - m[0] * m[4];
    double c22 = m[0] * m[3] - m[1] * m[1];
    double det = m[0] * c00 + m[1] * c01 + m[2] * c02;
    if (Math.abs(det) < 1e-12) {
      throw new IllegalArgumentException("a singular system");
    }
    return new double[] {
      (c00 * r[0] + c01 * r[1] + c02 * r[2]) / det,
      (c01 * r[0] + c11 * r[1] + c12 * r[2]) / det,
      (c02 * r[0] + c12 * r[1] + c22 * r[2]) / det
    };
  }
}
