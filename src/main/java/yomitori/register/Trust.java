package yomitori.register;

import java.util.List;
import yomitori.geometry.RectMm;

/** How far the anchors around an area bear out the place that a page's transform gives it. */
final class Trust {

  /** An anchor tells of a place this far along the scan lines and across them, as the warp does. */
  private static final double ALONG_MM = 45;

  private static final double ACROSS_MM = 17;

  /** As much weight as this speaks for nothing being known: one anchor alone is half believed. */
  private static final double DOUBT = 0.5;

  /** An anchor that agrees but lies this far off counts for nothing. */
  private static final double OFF_MM = 0.5;

  /**
   * The 95th percentile of the error at checkboxes, in mm, where trust is 0, 0.1, 0.2 … 1: measured
   * as docs/decisions/0004-registration.md tells.
   */
  private static final double[] ERROR_MM = {
    2.8, 2.1, 1.8, 1.6, 1.3, 0.8, 0.42, 0.22, 0.12, 0.06, 0.04
  };

  private Trust() {}

  /** From 0, nothing known, to 1. */
  static double near(List<AnchorSeen> anchors, RectMm area) {
    double agreeing = 0;
    double all = DOUBT;
    for (AnchorSeen a : anchors) {
      double u = outside(a.at().x(), area.x(), area.right()) / ALONG_MM;
      double v = outside(a.at().y(), area.y(), area.bottom()) / ACROSS_MM;
      double weight = Math.exp(-0.5 * (u * u + v * v));
      all += weight;
      agreeing += a.agrees() ? weight * Math.max(0, 1 - a.offMm() / OFF_MM) : 0;
    }
    return agreeing / all;
  }

  /** How far a value lies outside a range. */
  private static double outside(double value, double from, double to) {
    return Math.max(0, Math.max(from - value, value - to));
  }

  static double errorMm(double trust) {
    double at = Math.min(1, Math.max(0, trust)) * (ERROR_MM.length - 1);
    int i = (int) Math.min(at, ERROR_MM.length - 2.0);
    return ERROR_MM[i] + (at - i) * (ERROR_MM[i + 1] - ERROR_MM[i]);
  }
}
