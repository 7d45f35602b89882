package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.CheckBox;
import yomitori.geometry.RectMm;
import yomitori.simulate.chance.Chance;

/** The strokes of a mark on a checkbox. */
final class MarkStrokes {

  /** How far a hand misses the point it aims at, as a share of the box's side. */
  private static final double MISS = 0.09;

  private final RectMm box;
  private final RectMm label;
  private final Chance chance;
  private final List<Stroke> strokes = new ArrayList<>();

  private MarkStrokes(CheckBox checkBox, Chance chance) {
    this.box = checkBox.box();
    this.label = checkBox.labelArea();
    this.chance = chance;
  }

  static List<Stroke> of(MarkShape shape, CheckBox checkBox, double penWidthMm, Chance chance) {
    MarkStrokes m = new MarkStrokes(checkBox, chance);
    switch (shape) {
      case CHECK -> m.check(0, 0, 1);
      case CHECK_LONG -> m.check(0, 0, chance.between(1.4, 1.9));
      case CHECK_HOOK -> m.hook();
      case CROSS -> m.cross();
      case SLASH -> m.path(false, -0.05, 1.05, 1.05, -0.05);
      case FILLED -> m.zigzag(0.05, 0.95, penWidthMm);
      case HALF_FILLED -> m.zigzag(0.1, chance.between(0.45, 0.65), penWidthMm);
      case DOT -> m.ring(m.box, 0.15, 2.2);
      case CIRCLE -> m.ring(m.box, chance.between(0.42, 0.75), 1.08);
      case DISPLACED -> m.check(chance.between(-0.6, -0.3), chance.between(-0.35, 0.1), 1.1);
      case LABEL_CIRCLED -> m.labelRing();
      case STRUCK_OUT -> m.struckOut();
      case SCRIBBLED_OUT -> m.scribbledOut();
      case HESITATION -> m.path(true, 0.3, 0.5, 0.36, 0.54);
    }
    return m.strokes;
  }

  private void check(double dx, double dy, double reach) {
    double tipX = 0.38 + reach * 0.62;
    double tipY = 0.9 - reach * 0.95;
    path(false, dx + 0.08, dy + 0.45, dx + 0.38, dy + 0.9, dx + tipX, dy + tipY);
  }

  private void hook() {
    path(true, 0.05, 0.4, 0.22, 0.75, 0.4, 0.88, 0.62, 0.45, 1.1, -0.15);
  }

  private void cross() {
    path(false, 0.05, 0.05, 0.95, 0.95);
    path(false, 0.95, 0.02, 0.05, 0.98);
  }

  private void zigzag(double from, double to, double penWidthMm) {
    int turns = (int) Math.ceil((to - from) * box.h() / (penWidthMm * 0.75));
    Stroke stroke = new Stroke(false);
    for (int i = 0; i <= turns; i++) {
      double v = from + (to - from) * i / turns;
      stroke.to(x(i % 2 == 0 ? 0.08 : 0.92), y(v));
    }
    strokes.add(stroke);
  }

  private void labelRing() {
    RectMm around = label.grow(chance.between(0.3, 0.9));
    Stroke stroke = new Stroke(true);
    double start = chance.between(0, 6);
    for (int i = 0; i <= 26; i++) {
      double angle = start + i * 2 * Math.PI / 24;
      stroke.to(
          around.centre().x() + around.w() / 2 * StrictMath.cos(angle),
          around.centre().y() + around.h() / 2 * StrictMath.sin(angle) * chance.between(0.95, 1.1));
    }
    strokes.add(stroke);
  }

  private void ring(RectMm about, double radius, double turns) {
    Stroke stroke = new Stroke(true);
    double start = chance.between(3, 6);
    double flat = chance.between(0.8, 1.1);
    int points = (int) (turns * 12);
    for (int i = 0; i <= points; i++) {
      double angle = start + i * 2 * Math.PI / 12;
      double r = radius * about.w() * (1 - (turns > 2 ? 0.5 * i / points : 0));
      stroke.to(
          about.centre().x() + r * StrictMath.cos(angle),
          about.centre().y() + r * flat * StrictMath.sin(angle));
    }
    strokes.add(stroke);
  }

  private void struckOut() {
    check(0, 0, 1);
    path(false, -0.4, 0.32, 1.5, 0.28);
    path(false, -0.4, 0.66, 1.5, 0.62);
  }

  private void scribbledOut() {
    check(0, 0, 1);
    Stroke stroke = new Stroke(true);
    for (int i = 0; i <= 12; i++) {
      stroke.to(x(i % 2 == 0 ? -0.35 : 1.35), y(-0.2 + 1.4 * i / 12 + (i % 2) * 0.1));
    }
    strokes.add(stroke);
  }

  /** Adds a stroke through points given in units of the box, missed a little. */
  private void path(boolean curved, double... xy) {
    Stroke stroke = new Stroke(curved);
    for (int i = 0; i < xy.length; i += 2) {
      stroke.to(x(xy[i]), y(xy[i + 1]));
    }
    strokes.add(stroke);
  }

  private double x(double u) {
    return box.x() + box.w() * (u + MISS * chance.gauss());
  }

  private double y(double v) {
    return box.y() + box.h() * (v + MISS * chance.gauss());
  }
}
