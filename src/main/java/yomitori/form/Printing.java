package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import yomitori.form.PrintItem.Align;
import yomitori.form.PrintItem.Weight;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Gathers what the blank shows, in the order it is printed, and notes where that lies. */
final class Printing {

  /** From one baseline to the next, in ems: loose enough for Japanese without ruby. */
  private static final double LEADING = 1.5;

  /** The arms of a bracket, as a share of its height. */
  private static final double BRACKET_ARM = 0.22;

  private final List<PrintItem> items = new ArrayList<>();
  private final Layout layout;

  Printing(Layout layout) {
    this.layout = layout;
  }

  List<PrintItem> items() {
    return items;
  }

  /** Words on as many lines as they have line breaks, the first baseline at {@code at}. */
  void words(PointMm at, String words, double sizePt, Weight weight, Align align, Node node) {
    double leading = LEADING * sizePt * TypeSize.MM_PER_PT;
    PointMm baseline = at;
    for (String line : words.strip().lines().toList()) {
      line(baseline, line.strip(), sizePt, weight, align, node);
      baseline = new PointMm(at.x(), baseline.y() + leading);
    }
  }

  private void line(
      PointMm at, String words, double sizePt, Weight weight, Align align, Node node) {
    double width = TypeSize.widthMm(words, sizePt);
    double em = sizePt * TypeSize.MM_PER_PT;
    double left =
        switch (align) {
          case LEFT -> at.x();
          case CENTRE -> at.x() - width / 2;
          case RIGHT -> at.x() - width;
        };
    double top = at.y() - (0.5 + TypeSize.MIDDLE_TO_BASELINE) * em;
    layout.toPrint(words, new RectMm(left, top, width, em), node);
    items.add(new PrintItem.Text(at, words, sizePt, weight, align));
  }

  void rule(PointMm from, PointMm to, double widthPt, Node node) {
    double half = widthPt * TypeSize.MM_PER_PT / 2;
    RectMm area =
        new RectMm(
            Math.min(from.x(), to.x()) - half,
            Math.min(from.y(), to.y()) - half,
            Math.abs(from.x() - to.x()) + 2 * half,
            Math.abs(from.y() - to.y()) + 2 * half);
    layout.toPrint("rule", area, node);
    items.add(new PrintItem.Rule(from, to, widthPt));
  }

  void frame(RectMm area, double widthPt, double shade, Node node) {
    layout.toPrint("frame", area, node);
    items.add(new PrintItem.Frame(area, widthPt, shade));
  }

  /** The words beside a box, whose area the field itself notes. */
  void besideBox(PointMm at, String words, double sizePt) {
    items.add(new PrintItem.Text(at, words, sizePt, Weight.REGULAR, Align.LEFT));
  }

  /** A box or cell of a field, likewise. */
  void box(RectMm area, double widthPt) {
    items.add(new PrintItem.Frame(area, widthPt, 0));
  }

  /** A box to tick, likewise. */
  void box(RectMm area, BoxShape shape, double widthPt) {
    switch (shape) {
      case SQUARE -> box(area, widthPt);
      case ROUND -> items.add(new PrintItem.Ring(area, widthPt));
      case BRACKET -> brackets(area, widthPt);
    }
  }

  private void brackets(RectMm area, double widthPt) {
    double half = widthPt * TypeSize.MM_PER_PT / 2;
    double arm = Math.min(BRACKET_ARM * area.h(), area.w() / 3);
    double top = area.y() + half;
    double bottom = area.bottom() - half;
    for (double y : new double[] {top, bottom}) {
      line(area.x(), area.x() + arm, y, widthPt);
      line(area.right() - arm, area.right(), y, widthPt);
    }
    for (double x : new double[] {area.x() + half, area.right() - half}) {
      items.add(
          new PrintItem.Rule(new PointMm(x, area.y()), new PointMm(x, area.bottom()), widthPt));
    }
  }

  /** A line to write on, likewise. */
  void line(double fromX, double toX, double y, double widthPt) {
    items.add(new PrintItem.Rule(new PointMm(fromX, y), new PointMm(toX, y), widthPt));
  }
}
