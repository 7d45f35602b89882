package yomitori.text;

import java.util.List;

/**
 * Tells a field that was only ruled through: people strike out what they leave empty. All that is
 * written is straight strokes, lying or longer than any letter, or the pieces of one. A lone stroke
 * that is no longer than a letter may be 一 and is no ruling.
 */
final class RuledThrough {

  private static final double SPECK_MM2 = 0.15;

  /** The least length of a lying stroke; shorter ones may be a written 一. */
  private static final double LEAST_LYING_MM = 3;

  /** No letter has a straight stroke as long as this. */
  private static final double LEAST_SLANTING_MM = 11;

  /** The most that a lying stroke rises, to its length. */
  private static final double LYING = 0.4;

  /** The most that a stroke deviates from its axis, as a standard deviation, to its length. */
  private static final double STRAIGHT = 0.026;

  /** The same of the straight stroke of a thick pen, however short. */
  private static final double PEN_MM = 0.2;

  private RuledThrough() {}

  static boolean is(FieldPicture picture) {
    double px = picture.pxPerMm();
    List<Ink.Blob> strokes = strokes(picture);
    int stride = picture.ink().width();
    return !strokes.isEmpty()
        && !perhapsOne(strokes, px)
        && ((strokes.stream().allMatch(b -> rules(b, stride, px, STRAIGHT))
                && !numeral(strokes, px))
            || rules(Ink.Blob.union(strokes), stride, px, 0));
  }

  /** Whether all that is written is one short stroke, which may be 一, a dash or a ruling. */
  static boolean perhapsOne(FieldPicture picture) {
    return perhapsOne(strokes(picture), picture.pxPerMm());
  }

  private static boolean perhapsOne(List<Ink.Blob> strokes, double px) {
    return strokes.size() == 1
        && strokes.get(0).width() < LEAST_SLANTING_MM * px
        && strokes.get(0).height() <= LYING * strokes.get(0).width();
  }

  private static List<Ink.Blob> strokes(FieldPicture picture) {
    double px = picture.pxPerMm();
    return picture.ink().blobs().stream().filter(b -> b.area() > SPECK_MM2 * px * px).toList();
  }

  /** Several lying strokes, none longer than a letter: 二 or 三. */
  private static boolean numeral(List<Ink.Blob> strokes, double px) {
    return strokes.size() > 1 && strokes.stream().allMatch(b -> b.width() < LEAST_SLANTING_MM * px);
  }

  private static boolean rules(Ink.Blob stroke, int stride, double px, double straight) {
    double length = Math.hypot(stroke.width(), stroke.height()) / px;
    boolean lying = stroke.height() <= LYING * stroke.width() && length >= LEAST_LYING_MM;
    return (lying || length >= LEAST_SLANTING_MM)
        && across(stroke, stride) <= Math.max(straight * length, PEN_MM) * px;
  }

  /** The standard deviation across the principal axis, px. */
  private static double across(Ink.Blob stroke, int stride) {
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
    return Math.sqrt(Math.max(0, middle - spread) / n);
  }

  private static int row(int pixel, int stride) {
    return pixel / stride;
  }
}
