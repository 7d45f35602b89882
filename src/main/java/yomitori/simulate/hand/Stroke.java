package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import yomitori.simulate.chance.Chance;

/**
 * One movement of a pen on paper: corner points in millimetres, joined by a smooth curve
 * (Catmull-Rom) or straight lines.
 */
final class Stroke {

  /** Length of the straight pieces that a stroke is drawn in. */
  private static final double STEP_MM = 0.2;

  /** Pressure, and with it the width, at the start and end of a stroke against its middle. */
  private static final double END_PRESSURE = 0.7;

  /** Size of a hand's unsteadiness. */
  private static final double TREMOR_MM = 0.05;

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
    List<double[]> points = points();
    double wobbleX = chance.between(0, 6);
    double wobbleY = chance.between(0, 6);
    double pace = chance.between(0.5, 1.1);
    double[] last = null;
    double lastWidth = 0;
    for (int i = 0; i < points.size(); i++) {
      double along = i / (double) Math.max(1, points.size() - 1);
      double ends = Math.min(1, 4 * Math.min(along, 1 - along));
      double width = pen.widthMm() * (END_PRESSURE + (1 - END_PRESSURE) * ends);
      double[] p = {
        points.get(i)[0] + TREMOR_MM * StrictMath.sin(wobbleX + i * pace),
        points.get(i)[1] + TREMOR_MM * StrictMath.sin(wobbleY + i * pace * 0.8)
      };
      if (last != null) {
        sheet.line(last[0], last[1], lastWidth, p[0], p[1], width, pen.ink());
      }
      last = p;
      lastWidth = width;
    }
  }

  private List<double[]> points() {
    List<double[]> points = new ArrayList<>();
    points.add(corners.get(0));
    for (int i = 1; i < corners.size(); i++) {
      double[] a = corners.get(Math.max(0, i - 2));
      double[] b = corners.get(i - 1);
      double[] c = corners.get(i);
      double[] d = corners.get(Math.min(corners.size() - 1, i + 1));
      int steps = (int) Math.max(1, Math.hypot(c[0] - b[0], c[1] - b[1]) / STEP_MM);
      for (int s = 1; s <= steps; s++) {
        double t = s / (double) steps;
        points.add(
            new double[] {
              curved ? catmullRom(a[0], b[0], c[0], d[0], t) : b[0] + t * (c[0] - b[0]),
              curved ? catmullRom(a[1], b[1], c[1], d[1], t) : b[1] + t * (c[1] - b[1])
            });
      }
    }
    return points;
  }

  private static double catmullRom(double a, double b, double c, double d, double t) {
    return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }
}
