package yomitori.geometry;

/**
 * An affine map of the plane: x' = xx·x + xy·y + x0, y' = yx·x + yy·y + y0. What the numbers mean
 * (mm to px, px to px) is said where one is kept.
 */
public record Affine(double xx, double xy, double x0, double yx, double yy, double y0) {

  /** The map that changes nothing. */
  public static final Affine IDENTITY = new Affine(1, 0, 0, 0, 1, 0);

  public static Affine scale(double sx, double sy) {
    return new Affine(sx, 0, 0, 0, sy, 0);
  }

  public static Affine translate(double dx, double dy) {
    return new Affine(1, 0, dx, 0, 1, dy);
  }

  /** A turn about the origin by {@code degrees}, counter-clockwise as seen (y points down). */
  public static Affine rotate(double degrees) {
    double a = Math.toRadians(degrees);
    return new Affine(Math.cos(a), Math.sin(a), 0, -Math.sin(a), Math.cos(a), 0);
  }

  public double mapX(double x, double y) {
    return xx * x + xy * y + x0;
  }

  public double mapY(double x, double y) {
    return yx * x + yy * y + y0;
  }

  /** The map that does this one first and {@code next} to its result. */
  public Affine then(Affine next) {
    return new Affine(
        next.xx * xx + next.xy * yx,
        next.xx * xy + next.xy * yy,
        next.mapX(x0, y0),
        next.yx * xx + next.yy * yx,
        next.yx * xy + next.yy * yy,
        next.mapY(x0, y0));
  }

  /**
   * The map that undoes this one.
   *
   * @throws IllegalArgumentException if this map flattens the plane and cannot be undone
   */
  public Affine inverse() {
    double det = xx * yy - xy * yx;
    if (Math.abs(det) < 1e-12) {
      throw new IllegalArgumentException("not invertible: " + this);
    }
    double a = yy / det;
    double b = -xy / det;
    double c = -yx / det;
    double d = xx / det;
    return new Affine(a, b, -(a * x0 + b * y0), c, d, -(c * x0 + d * y0));
  }
}
