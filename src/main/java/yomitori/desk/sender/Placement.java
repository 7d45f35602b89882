package yomitori.desk.sender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.RectPx;
import yomitori.geometry.Resolution;
import yomitori.record.PageRecord;
import yomitori.resolve.FieldValue;

/**
 * How a form lies on a page as received.
 *
 * @param scaleX across the form, 1 for its true size
 * @param scaleY down the form
 * @param skew degrees by which the page is turned from the nearest quarter
 */
public record Placement(double scaleX, double scaleY, double skew) {

  /** Fewer places do not say how the page lies. */
  private static final int LEAST = 6;

  private static final double QUARTER = 90;

  /** Centres of a field: on the form and, in mm too, on the page. */
  private record Pair(double x, double y, double u, double v) {}

  /** From the places of the fields; empty where there are few or they lie in one line. */
  static Optional<Placement> of(PageRecord record, Form form, Resolution resolution) {
    List<Pair> pairs = new ArrayList<>();
    for (FieldValue value : record.values()) {
      Optional<Field> field =
          form.fields().stream().filter(f -> f.id().equals(value.fieldId())).findFirst();
      if (field.isPresent() && value.box().isPresent()) {
        pairs.add(pair(field.get(), value.box().get(), resolution));
      }
    }
    return pairs.size() < LEAST ? Optional.empty() : fit(pairs);
  }

  private static Pair pair(Field field, RectPx box, Resolution resolution) {
    return new Pair(
        field.area().centre().x(),
        field.area().centre().y(),
        (box.x() + box.w() / 2.0) / resolution.pxPerMmX(),
        (box.y() + box.h() / 2.0) / resolution.pxPerMmY());
  }

  /** The affine map with the least squared error. */
  private static Optional<Placement> fit(List<Pair> pairs) {
    double mx = pairs.stream().mapToDouble(Pair::x).average().orElseThrow();
    double my = pairs.stream().mapToDouble(Pair::y).average().orElseThrow();
    double mu = pairs.stream().mapToDouble(Pair::u).average().orElseThrow();
    double mv = pairs.stream().mapToDouble(Pair::v).average().orElseThrow();
    double xx = 0;
    double xy = 0;
    double yy = 0;
    double xu = 0;
    double yu = 0;
    double xv = 0;
    double yv = 0;
    for (Pair p : pairs) {
      double x = p.x() - mx;
      double y = p.y() - my;
      xx += x * x;
      xy += x * y;
      yy += y * y;
      xu += x * (p.u() - mu);
      yu += y * (p.u() - mu);
      xv += x * (p.v() - mv);
      yv += y * (p.v() - mv);
    }
    double det = xx * yy - xy * xy;
    if (det <= 1e-6 * xx * yy) {
      return Optional.empty();
    }
    double ux = (xu * yy - yu * xy) / det;
    double uy = (yu * xx - xu * xy) / det;
    double vx = (xv * yy - yv * xy) / det;
    double vy = (yv * xx - xv * xy) / det;
    double turned = Math.toDegrees(Math.atan2(vx, ux));
    double skew = turned - QUARTER * Math.round(turned / QUARTER);
    return Optional.of(new Placement(Math.hypot(ux, vx), Math.hypot(uy, vy), skew));
  }
}
