package yomitori.text;

import java.util.List;

/**
 * Tells a field that was only ruled through: people strike out what they leave empty. All that is
 * written is straight strokes, lying or longer than any letter.
 */
final class RuledThrough {

  private static final double SPECK_MM2 = 0.15;

  /** The least length of a lying stroke; shorter ones may be a written 一. */
  private static final double LEAST_LYING_MM = 3;

  /** No letter has a straight stroke as long as this. */
  private static final double LEAST_SLANTING_MM = 11;

  /** The most that a lying stroke rises, to its length. */
  private static final double LYING = 0.4;

  /** The most that a stroke deviates from its axis, to its length, both as standard deviations. */
  private static final double STRAIGHT = 0.09;

  private RuledThrough() {}

  static boolean is(FieldPicture picture) {
    double px = picture.pxPerMm();
    List<Ink.Blob> strokes =
        picture.ink().blobs().stream().filter(b -> b.area() > SPECK_MM2 * px * px).toList();
    return !strokes.isEmpty()
        && strokes.stream().allMatch(b -> rules(b, picture.ink().width(), px));
  }

  private static boolean rules(Ink.Blob stroke, int stride, double px) {
    double length = Math.hypot(stroke.width(), stroke.height()) / px;
    boolean lying = stroke.height() <= LYING * stroke.width() && length >= LEAST_LYING_MM;
    return (lying || length >= LEAST_SLANTING_MM) && straightness(stroke, stride) <= STRAIGHT;
  }

  /** The ratio of the standard deviations across and along the principal axis. */
  private static double straightness(Ink.Blob stroke, int stride) {
    double n = stroke.area();
    double mx = 0;
    double my = 0;
    for (int p : stroke.pixels()) {
      mx += p % stride / n;
      my += row(p, stride) / n;
    }
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int p : stroke.pixels()) {
      double dx = p % stride - mx;
      double dy = row(p, stride) - my;
      xx += dx * dx;
      xy += dx * dy;
      yy += dy * dy;
    }
    double middle = (xx + yy) / 2;
    double spread = Math.hypot((xx - yy) / 2, xy);
    return Math.sqrt(Math.max(0, middle - spread) / (middle + spread));
  }

  private static int row(int pixel, int stride) {
    return pixel / stride;
  }
}
