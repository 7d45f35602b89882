package yomitori.geometry;

/**
 * Where each point of the printed form lies on a page as received: an affine map plus a smooth
 * displacement held on a lattice over the sheet, for paper that was fed unevenly. Immutable.
 */
public final class PageTransform {

  private final Affine affine;
  private final double spacingMm;
  private final int columns;
  private final int rows;
  private final float[] dx;
  private final float[] dy;

  private PageTransform(
      Affine affine, double spacingMm, int columns, int rows, float[] dx, float[] dy) {
    this.affine = affine;
    this.spacingMm = spacingMm;
    this.columns = columns;
    this.rows = rows;
    this.dx = dx;
    this.dy = dy;
  }

  /** A transform without local displacement; {@code affine} takes form mm to page px. */
  public static PageTransform of(Affine affine) {
    return new PageTransform(affine, 1, 0, 0, new float[0], new float[0]);
  }

  /**
   * A transform with local displacement, bilinear between lattice points and constant beyond them.
   *
   * @param affine form mm to page px
   * @param spacingMm distance of the lattice points; the first lies at (0 mm, 0 mm)
   * @param columns lattice points across, at least 2
   * @param dx displacement to the right in page px at each lattice point, row by row
   * @param dy displacement downwards in page px, likewise
   * @throws IllegalArgumentException if the arrays are not whole rows of at least 2 × 2 points
   */
  public static PageTransform of(
      Affine affine, double spacingMm, int columns, float[] dx, float[] dy) {
    int rows = columns == 0 ? 0 : dx.length / columns;
    if (columns < 2 || rows < 2 || dx.length != columns * rows || dy.length != dx.length) {
      throw new IllegalArgumentException(
          "a lattice has at least 2 x 2 points in whole rows: "
              + columns
              + ", "
              + dx.length
              + ", "
              + dy.length);
    }
    return new PageTransform(affine, spacingMm, columns, rows, dx.clone(), dy.clone());
  }

  /** Whether there is no local displacement. */
  public boolean isAffine() {
    return columns == 0;
  }

  /** The global part: form mm to page px. */
  public Affine affine() {
    return affine;
  }

  /** The place on the page, in px, of a point of the form. */
  public PointPx toPage(PointMm p) {
    return toPage(p.x(), p.y());
  }

  /** The place on the page, in px, of the form's point (x mm, y mm). */
  public PointPx toPage(double xMm, double yMm) {
    double x = affine.mapX(xMm, yMm);
    double y = affine.mapY(xMm, yMm);
    if (columns == 0) {
      return new PointPx(x, y);
    }
    double u = Math.min(Math.max(xMm / spacingMm, 0), columns - 1.0);
    double v = Math.min(Math.max(yMm / spacingMm, 0), rows - 1.0);
    int i = (int) Math.min(u, columns - 2.0);
    int j = (int) Math.min(v, rows - 2.0);
    return new PointPx(x + lattice(dx, i, j, u - i, v - j), y + lattice(dy, i, j, u - i, v - j));
  }

  private double lattice(float[] d, int i, int j, double fx, double fy) {
    int at = j * columns + i;
    double top = d[at] + fx * (d[at + 1] - d[at]);
    double bottom = d[at + columns] + fx * (d[at + columns + 1] - d[at + columns]);
    return top + fy * (bottom - top);
  }

  /** The point of the form, in mm, that lies at a place of the page, to 0.01 mm. */
  public PointMm toForm(PointPx p) {
    Affine inverse = affine.inverse();
    double x = inverse.mapX(p.x(), p.y());
    double y = inverse.mapY(p.x(), p.y());
    // What the lattice adds to the affine map changes slowly, so subtracting its effect converges.
    for (int i = 0; i < 8 && columns > 0; i++) {
      PointPx q = toPage(x, y);
      double ex = p.x() - q.x();
      double ey = p.y() - q.y();
      x += inverse.xx() * ex + inverse.xy() * ey;
      y += inverse.yx() * ex + inverse.yy() * ey;
    }
    return new PointMm(x, y);
  }

  /** The smallest upright rectangle of page pixels that holds the four corners of {@code area}. */
  public RectPx boundsOnPage(RectMm area) {
    PointPx[] corners = {
      toPage(area.x(), area.y()),
      toPage(area.right(), area.y()),
      toPage(area.x(), area.bottom()),
      toPage(area.right(), area.bottom())
    };
    double left = Double.POSITIVE_INFINITY;
    double top = Double.POSITIVE_INFINITY;
    double right = Double.NEGATIVE_INFINITY;
    double bottom = Double.NEGATIVE_INFINITY;
    for (PointPx c : corners) {
      left = Math.min(left, c.x());
      top = Math.min(top, c.y());
      right = Math.max(right, c.x());
      bottom = Math.max(bottom, c.y());
    }
    int x = (int) Math.floor(left);
    int y = (int) Math.floor(top);
    return new RectPx(x, y, (int) Math.ceil(right) - x, (int) Math.ceil(bottom) - y);
  }
}
