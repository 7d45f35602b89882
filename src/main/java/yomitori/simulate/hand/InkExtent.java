package yomitori.simulate.hand;

import yomitori.geometry.RectMm;

/** The smallest rectangle about a point and all those given to it. */
final class InkExtent {

  /** Half of what a single point takes up, mm: about one sheet pixel. */
  private static final double POINT_MM = 0.03;

  private double left;
  private double top;
  private double right;
  private double bottom;

  InkExtent(double x, double y) {
    left = x;
    right = x;
    top = y;
    bottom = y;
  }

  void add(double x, double y) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }

  RectMm area() {
    return new RectMm(
        left - POINT_MM, top - POINT_MM, right - left + 2 * POINT_MM, bottom - top + 2 * POINT_MM);
  }
}
