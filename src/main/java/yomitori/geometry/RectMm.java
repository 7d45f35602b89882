package yomitori.geometry;

import java.util.List;

/**
 * An upright rectangle on the printed form, in millimetres.
 *
 * @param x left edge, from the left edge of the sheet
 * @param y top edge, from the top edge of the sheet
 * @param w width, more than 0
 * @param h height, more than 0
 */
public record RectMm(double x, double y, double w, double h) {

  /**
   * @throws IllegalArgumentException if the width or height is not positive or any value not finite
   */
  public RectMm {
    if (!(w > 0) || !(h > 0) || !Double.isFinite(x + y + w + h)) {
      throw new IllegalArgumentException(
          "a rectangle needs a positive width and height, in mm: "
              + x
              + ", "
              + y
              + ", "
              + w
              + ", "
              + h);
    }
  }

  /**
   * The smallest rectangle that holds all of {@code areas}.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public static RectMm around(List<RectMm> areas) {
    double x = areas.stream().mapToDouble(RectMm::x).min().orElseThrow();
    double y = areas.stream().mapToDouble(RectMm::y).min().orElseThrow();
    double right = areas.stream().mapToDouble(RectMm::right).max().orElseThrow();
    double bottom = areas.stream().mapToDouble(RectMm::bottom).max().orElseThrow();
    return new RectMm(x, y, right - x, bottom - y);
  }

  public double right() {
    return x + w;
  }

  public double bottom() {
    return y + h;
  }

  public PointMm centre() {
    return new PointMm(x + w / 2, y + h / 2);
  }

  /** This rectangle with {@code marginMm} added on each side; a negative margin shrinks it. */
  public RectMm grow(double marginMm) {
    return new RectMm(x - marginMm, y - marginMm, w + 2 * marginMm, h + 2 * marginMm);
  }

  /** This rectangle moved right by {@code dx} and down by {@code dy} millimetres. */
  public RectMm shift(double dx, double dy) {
    return new RectMm(x + dx, y + dy, w, h);
  }

  /** Whether {@code other} lies wholly inside this rectangle, edges included. */
  public boolean contains(RectMm other) {
    return x <= other.x && y <= other.y && right() >= other.right() && bottom() >= other.bottom();
  }
}
