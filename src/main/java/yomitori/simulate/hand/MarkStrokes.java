package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.form.CheckBox;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/**
 * The strokes of a mark on a checkbox. Lengths are in sides of the box where nothing else is said.
 */
final class MarkStrokes {

  /** How far a hand misses the point that it aims at. */
  private static final double MISS = 0.06;

  private final RectMm box;
  private final RectMm label;
  private final Optional<RectMm> neighbour;
  private final double penWidthMm;
  private final Manner manner;
  private final Chance chance;
  private final List<Stroke> strokes = new ArrayList<>();

  /** How one person draws a ✓ every time. */
  private record Manner(double startX, double startY, double turnX, double turnY, double tilt) {
    static Manner of(Chance c) {
      return new Manner(
          c.between(-0.08, 0.2),
          c.between(0.25, 0.6),
          c.between(0.28, 0.5),
          c.between(0.78, 1.02),
          c.between(-0.22, 0.22));
    }
  }

  private MarkStrokes(
      CheckBox checkBox, Optional<RectMm> neighbour, Writer writer, double penWidthMm, Chance c) {
    this.box = checkBox.box();
    this.label = checkBox.labelArea().orElse(box);
    this.neighbour = neighbour;
    this.penWidthMm = penWidthMm;
    this.manner = Manner.of(new Chance(writer.manner()).stream("check"));
    this.chance = c;
  }

  /**
   * Draws up a mark.
   *
   * @param neighbour a box near by that some marks run into
   * @param penWidthMm width of the pen that it will be drawn with
   */
  static List<Stroke> of(
      MarkShape shape,
      CheckBox checkBox,
      Optional<RectMm> neighbour,
      Writer writer,
      double penWidthMm,
      Chance chance) {
    MarkStrokes m = new MarkStrokes(checkBox, neighbour, writer, penWidthMm, chance);
    m.draw(shape);
    return m.strokes;
  }

  private void draw(MarkShape shape) {
    switch (shape) {
      case CHECK -> check(0, 0, 1, chance.between(0.8, 1.15));
      case CHECK_LONG -> check(0, 0, 1, chance.between(1.3, 1.95));
      case CHECK_HOOK -> hook();
      case CHECK_HUGE -> check(-0.1, 0.05, chance.between(1.5, 1.9), chance.between(1, 1.3));
      case RETRACED -> retraced();
      case CROSS -> cross();
      case CROSS_THICK -> crossThick();
      case SLASH -> slash(0);
      case DOUBLE_SLASH -> doubleSlash();
      case FILLED -> zigzag(0.04, 0.96);
      case HALF_FILLED -> zigzag(0.1, chance.between(0.45, 0.65));
      case DOT -> spiral(0.16);
      case CIRCLE -> ring(box.grow(box.w() * chance.between(-0.12, 0.22)));
      case DISPLACED ->
          check(chance.between(-0.5, 0.5), chance.between(-0.5, 0.35), 1, chance.between(0.9, 1.2));
      case LEFT_OF_BOX -> check(chance.between(-0.75, -0.5), chance.between(-0.2, 0.15), 1, 0.9);
      case INTO_NEIGHBOUR -> intoNeighbour();
      case LABEL_CIRCLED -> ring(label.grow(chance.between(0.3, 0.9)));
      case BOX_AND_LABEL_CIRCLED ->
          ring(RectMm.around(List.of(box, label)).grow(chance.between(0.6, 1.3)));
      case STRUCK_OUT -> struckOut();
      case SCRIBBLED_OUT -> scribbledOut();
      case HESITATION -> hesitation();
    }
  }

  private void check(double dx, double dy, double size, double arm) {
    strokes.add(checkStroke(dx, dy, size, arm));
  }

  private Stroke checkStroke(double dx, double dy, double size, double arm) {
    double tipX = manner.turnX + arm * (0.62 + manner.tilt);
    double tipY = manner.turnY - arm * 0.95;
    double off = (1 - size) / 2;
    Stroke stroke = new Stroke(false);
    aim(stroke, dx + off + size * manner.startX, dy + off + size * manner.startY);
    aim(stroke, dx + off + size * manner.turnX, dy + off + size * manner.turnY);
    aim(stroke, dx + off + size * tipX, dy + off + size * tipY);
    return stroke;
  }

  private void hook() {
    path(true, 0.02, 0.4, 0.2, 0.78, 0.38, 0.9, 0.6, 0.45, 1.1 + manner.tilt, -0.2);
  }

  private void retraced() {
    double arm = chance.between(0.9, 1.4);
    check(0, 0, 1, arm);
    check(0.04, -0.02, 1, arm * chance.between(0.8, 1.05));
  }

  private void cross() {
    double over = chance.between(-0.08, 0.22);
    path(false, -over, -over, 1 + over, 1 + over);
    path(false, 1 + over, -over, -over, 1 + over);
  }

  private void crossThick() {
    for (int i = 0; i < 3; i++) {
      cross();
    }
  }

  private void slash(double shift) {
    double steep = 0.3 * manner.tilt;
    path(false, shift - 0.1 + steep, 1.1, shift + 1.1 - steep, -0.12);
  }

  private void doubleSlash() {
    slash(-0.16);
    slash(chance.between(0.1, 0.25));
  }

  /** Shades to and fro at a slant, rows closer than the pen is wide, never quite to the corners. */
  private void zigzag(double from, double to) {
    int turns = (int) Math.ceil((to - from) * box.h() / (penWidthMm * chance.between(0.6, 0.95)));
    Stroke stroke = new Stroke(true);
    for (int i = 0; i <= turns; i++) {
      double v = from + (to - from) * i / turns;
      double edge = 0.07 * Math.abs(chance.gauss());
      double slope = i % 2 == 0 ? 0.1 : -0.04;
      stroke.to(x(i % 2 == 0 ? 0.04 + edge : 0.96 - edge), y(v + slope));
    }
    strokes.add(stroke);
  }

  private void spiral(double radius) {
    Stroke stroke = new Stroke(true);
    double start = chance.between(0, 6);
    for (int i = 0; i <= 24; i++) {
      double angle = start + i * 2 * Math.PI / 11;
      double r = radius * (0.3 + 0.7 * i / 24) * box.w();
      stroke.to(
          box.centre().x() + r * StrictMath.cos(angle),
          box.centre().y() + r * StrictMath.sin(angle));
    }
    strokes.add(stroke);
  }

  /** A ring that starts at the top, is a little tilted, and seldom ends where it began. */
  private void ring(RectMm about) {
    Stroke stroke = new Stroke(true);
    double start = chance.between(-2.4, -0.9);
    double turns = chance.between(0.94, 1.14);
    double drift = chance.between(-0.08, 0.16);
    double tilt = chance.between(-0.05, 0.05);
    Wave wave = new Wave(chance, 3, 8);
    int steps = (int) Math.ceil(24 * turns);
    for (int i = 0; i <= steps; i++) {
      double angle = start - i * 2 * Math.PI * turns / steps;
      double r = 1 + drift * i / steps + 0.05 * wave.at(angle);
      double dx = about.w() / 2 * r * StrictMath.cos(angle);
      double dy = about.h() / 2 * r * StrictMath.sin(angle);
      stroke.to(about.centre().x() + dx, about.centre().y() + dy + tilt * dx);
    }
    strokes.add(stroke);
  }

  private void intoNeighbour() {
    if (neighbour.isEmpty()) {
      check(0, 0, 1, chance.between(1.5, 2));
      return;
    }
    RectMm other = neighbour.get();
    Stroke stroke = new Stroke(true);
    aim(stroke, 0.9, -0.1);
    aim(stroke, 0.45, 0.5);
    stroke.to(
        other.x() + other.w() * chance.between(0.25, 0.6),
        other.y() + other.h() * chance.between(0.3, 0.85));
    strokes.add(stroke);
  }

  private void struckOut() {
    check(0, 0, 1, chance.between(0.9, 1.4));
    if (chance.happens(0.5)) {
      double left = chance.between(-0.9, -0.35);
      double right = chance.between(1.35, 2.2);
      path(false, left, 0.36, right, 0.26);
      path(false, left + 0.1, 0.68, right - 0.1, 0.6);
    } else {
      double over = chance.between(0.35, 0.7);
      path(false, -over, -over, 1 + over, 1 + over);
      path(false, 1 + over, -over, -over, 1 + over);
    }
  }

  private void scribbledOut() {
    check(0, 0, 1, 1);
    Stroke stroke = new Stroke(true);
    int turns = 9 + chance.below(8);
    for (int i = 0; i <= turns; i++) {
      double v = -0.25 + 1.5 * i / turns;
      stroke.to(x((i % 2 == 0 ? -0.3 : 1.3) + 0.12 * chance.gauss()), y(v + (i % 2) * 0.12));
    }
    strokes.add(stroke);
  }

  /** A pen that came down and left again: a dot, or a short drag. */
  private void hesitation() {
    double u = chance.between(0.2, 0.8);
    double v = chance.between(0.25, 0.8);
    double drag = chance.happens(0.5) ? 0.05 : chance.between(0.08, 0.22);
    path(true, u, v, u + drag / 2, v + drag / 2, u + drag, v + drag * chance.between(-1, 1));
  }

  private void path(boolean curved, double... xy) {
    Stroke stroke = new Stroke(curved);
    for (int i = 0; i < xy.length; i += 2) {
      aim(stroke, xy[i], xy[i + 1]);
    }
    strokes.add(stroke);
  }

  private void aim(Stroke stroke, double u, double v) {
    stroke.to(x(u), y(v));
  }

  private double x(double u) {
    return box.x() + box.w() * (u + MISS * chance.gauss());
  }

  private double y(double v) {
    return box.y() + box.h() * (v + MISS * chance.gauss());
  }
}
