package yomitori.simulate.hand;

import yomitori.geometry.RectMm;

/** The smallest rectangle about the points given to it. */
final class InkExtent {

  private double left = Double.MAX_VALUE;
  private double top = Double.MAX_VALUE;
  private double right = -Double.MAX_VALUE;
  private double bottom = -Double.MAX_VALUE;

  void add(double x, double y) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }

  /** The rectangle; at the origin and without size where no point was given. */
  RectMm area() {
    return right < left
        ? new RectMm(0, 0, 0, 0)
        : new RectMm(left, top, right - left, bottom - top);
  }
}
