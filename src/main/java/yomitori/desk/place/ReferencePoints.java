package yomitori.desk.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import yomitori.form.CheckBox;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/**
 * Four points of a form that a person can see well on it, each near a corner of the sheet: corners
 * of printed boxes, ends of the lines to write on.
 */
public final class ReferencePoints {

  /** Points closer together than this share of the sheet would magnify every slip of the hand. */
  private static final double LEAST_SPREAD = 0.1;

  private ReferencePoints() {}

  /**
   * The points from the top left clockwise; the sheet's own corners where nothing printed lies far
   * enough apart.
   */
  public static List<PointMm> of(Form form) {
    List<PointMm> corners =
        List.of(
            new PointMm(0, 0),
            new PointMm(form.widthMm(), 0),
            new PointMm(form.widthMm(), form.heightMm()),
            new PointMm(0, form.heightMm()));
    List<PointMm> printed = printed(form);
    if (printed.isEmpty()) {
      return corners;
    }
    List<PointMm> nearest =
        corners.stream()
            .map(
                corner ->
                    printed.stream()
                        .min(Comparator.comparingDouble(p -> distance(p, corner)))
                        .orElseThrow())
            .toList();
    double spread = area(nearest) / (form.widthMm() * form.heightMm());
    return new HashSet<>(nearest).size() == nearest.size() && spread >= LEAST_SPREAD
        ? nearest
        : corners;
  }

  private static List<PointMm> printed(Form form) {
    List<PointMm> points = new ArrayList<>();
    for (CheckBox box : form.checkBoxes()) {
      addCorners(points, box.box());
    }
    for (Field field : form.fields()) {
      if (field instanceof CombField comb) {
        comb.cells().forEach(cell -> addCorners(points, cell));
      } else {
        RectMm area = field.area();
        points.add(new PointMm(area.x(), area.bottom()));
        points.add(new PointMm(area.right(), area.bottom()));
      }
    }
    return points;
  }

  private static void addCorners(List<PointMm> points, RectMm box) {
    Stream.of(
            new PointMm(box.x(), box.y()),
            new PointMm(box.right(), box.y()),
            new PointMm(box.right(), box.bottom()),
            new PointMm(box.x(), box.bottom()))
        .forEach(points::add);
  }

  private static double distance(PointMm a, PointMm b) {
    return Math.hypot(a.x() - b.x(), a.y() - b.y());
  }

  /** The shoelace formula. */
  private static double area(List<PointMm> points) {
    double twice = 0;
    for (int i = 0; i < points.size(); i++) {
      PointMm a = points.get(i);
      PointMm b = points.get((i + 1) % points.size());
      twice += a.x() * b.y() - b.x() * a.y();
    }
    return Math.abs(twice) / 2;
  }
}
