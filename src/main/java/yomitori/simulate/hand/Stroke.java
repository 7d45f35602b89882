package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import yomitori.simulate.chance.Chance;

/**
 * One movement of a pen on paper: corner points in millimetres, joined by a smooth curve
 * (Catmull-Rom) or by pieces that are as straight as a hand draws them. Pressure, and with it width
 * and darkness, changes on the way: pens land with a little blob and leave with a flick.
 */
final class Stroke {

  /** Length of the straight pieces that a stroke is drawn in. */
  private static final double STEP_MM = 0.15;

  /** How far a hand's straight line bends, as a share of its length. */
  private static final double BOW = 0.05;

  /** A pen that lands leaves more ink over this length. */
  private static final double BLOB_MM = 0.35;

  private static final double BLOB_SHARE = 0.4;
  private static final double BLOB_WIDTH = 0.25;

  /** Share of strokes that end in a flick; the others stop dead. */
  private static final double FLICK_SHARE = 0.6;

  /** Share of a stroke's length over which a flick thins it. */
  private static final double FLICK_LENGTH = 0.35;

  private final List<double[]> corners = new ArrayList<>();
  private final boolean curved;

  Stroke(boolean curved) {
    this.curved = curved;
  }

  Stroke to(double xMm, double yMm) {
    corners.add(new double[] {xMm, yMm});
    return this;
  }

  void draw(Sheet sheet, Pen pen, Chance chance) {
    if (corners.size() == 1) {
      to(corners.get(0)[0] + STEP_MM / 4, corners.get(0)[1]);
    }
    List<double[]> points = points(chance);
    Wave shakeX = new Wave(chance, 0.6, 2.5);
    Wave shakeY = new Wave(chance, 0.6, 2.5);
    Wave press = new Wave(chance, 1.2, 5);
    double flick = chance.happens(FLICK_SHARE) ? chance.between(0.35, 0.75) : 0.9;
    double blob = chance.happens(BLOB_SHARE) ? BLOB_WIDTH : 0;
    double[] last = null;
    double lastWidth = 0;
    for (int i = 0; i < points.size(); i++) {
      double mm = i * STEP_MM;
      double along = i / (double) Math.max(1, points.size() - 1);
      double end = Math.min(1, flick + (1 - flick) * (1 - along) / FLICK_LENGTH);
      double wave = press.at(mm);
      double width = pen.widthMm() * end * (1 + 0.1 * wave + blob * Math.max(0, 1 - mm / BLOB_MM));
      double[] p = {
        points.get(i)[0] + pen.tremorMm() * shakeX.at(mm),
        points.get(i)[1] + pen.tremorMm() * shakeY.at(mm)
      };
      if (last != null) {
        Ink ink = pen.ink().pressed((1 - pen.unevenness() * Math.max(0, wave)) * (0.7 + 0.3 * end));
        sheet.line(last[0], last[1], lastWidth, p[0], p[1], width, ink);
      }
      last = p;
      lastWidth = width;
    }
  }

  private List<double[]> points(Chance chance) {
    List<double[]> points = new ArrayList<>();
    points.add(corners.get(0));
    for (int i = 1; i < corners.size(); i++) {
      double[] a = corners.get(Math.max(0, i - 2));
      double[] b = corners.get(i - 1);
      double[] c = corners.get(i);
      double[] d = corners.get(Math.min(corners.size() - 1, i + 1));
      double bow = curved ? 0 : 4 * BOW * chance.gauss();
      int steps = (int) Math.max(1, StrictMath.hypot(c[0] - b[0], c[1] - b[1]) / STEP_MM);
      for (int s = 1; s <= steps; s++) {
        double t = s / (double) steps;
        double off = bow * t * (1 - t);
        points.add(
            new double[] {
              curved
                  ? catmullRom(a[0], b[0], c[0], d[0], t)
                  : b[0] + t * (c[0] - b[0]) - off * (c[1] - b[1]),
              curved
                  ? catmullRom(a[1], b[1], c[1], d[1], t)
                  : b[1] + t * (c[1] - b[1]) + off * (c[0] - b[0])
            });
      }
    }
    return points;
  }

  private static double catmullRom(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
