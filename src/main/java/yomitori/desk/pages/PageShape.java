package yomitori.desk.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.desk.values.FieldFacts;
import yomitori.desk.values.PageFacts;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectPx;
import yomitori.intake.Page;
import yomitori.record.UprightView;

/**
 * How a page and its pieces are shown.
 *
 * @param whole the whole page
 * @param fine the same in the density of its pieces
 * @param boxes where fields lie on the page as received, by field
 * @param fields by id
 */
public record PageShape(
    UprightView whole, UprightView fine, Map<String, RectPx> boxes, Map<String, Field> fields) {

  /** A fax's fine rows are shown one to one. */
  private static final double FINE_PX_PER_MM = 8;

  /** Paper shown around a field, so that an eye finds its place and sees what reaches in. */
  private static final double MARGIN_MM = 7;

  /** As little as tells a field from its neighbours, where many crops stand side by side. */
  private static final double CLOSE_MARGIN_MM = 3;

  /** The words beside a box are as long as this. */
  private static final double WORDS_MM = 55;

  public PageShape {
    boxes = Map.copyOf(boxes);
    fields = Map.copyOf(fields);
  }

  /**
   * A piece of a page.
   *
   * @param area in px of the fine view
   * @param place of the field within the piece
   */
  public record Piece(RectPx area, RectPx place) {}

  static PageShape of(Page page, PageFacts facts) {
    Map<String, RectPx> boxes = new HashMap<>();
    Map<String, Field> fields = new HashMap<>();
    for (FieldFacts field : facts.fields()) {
      field.box().ifPresent(box -> boxes.put(field.id(), box));
      field.field().ifPresent(f -> fields.put(field.id(), f));
    }
    int quarters = quarters(UprightView.of(page, 0, UprightView.PX_PER_MM), facts.fields());
    return new PageShape(
        UprightView.of(page, quarters, UprightView.PX_PER_MM),
        UprightView.of(page, quarters, FINE_PX_PER_MM),
        boxes,
        fields);
  }

  /** Where a field lies on the whole picture; empty where that is not known. */
  public Optional<RectPx> place(String field) {
    return Optional.ofNullable(boxes.get(field)).map(whole::place);
  }

  /** The piece of the page that shows a field; empty where its place is not known. */
  public Optional<Piece> piece(String field) {
    return Optional.ofNullable(boxes.get(field)).map(box -> piece(field, fine.place(box)));
  }

  /** The field alone, in px of the fine view; empty where its place is not known. */
  public Optional<RectPx> close(String field) {
    int margin = (int) Math.round(CLOSE_MARGIN_MM * FINE_PX_PER_MM);
    return Optional.ofNullable(boxes.get(field))
        .map(fine::place)
        .map(
            place ->
                fine.within(
                    place.x() - margin,
                    place.y() - margin,
                    place.x() + place.w() + margin,
                    place.y() + place.h() + margin));
  }

  private Piece piece(String id, RectPx place) {
    Field field = fields.get(id);
    boolean boxed = field instanceof CheckboxField || field instanceof ChoiceField;
    int margin = (int) Math.round(MARGIN_MM * FINE_PX_PER_MM);
    int words = boxed ? (int) Math.round(WORDS_MM * FINE_PX_PER_MM) : margin;
    RectPx area =
        fine.within(
            place.x() - margin,
            place.y() - margin,
            place.x() + place.w() + words,
            place.y() + place.h() + margin);
    return new Piece(
        area, new RectPx(place.x() - area.x(), place.y() - area.y(), place.w(), place.h()));
  }

  /** By how many quarters the two fields farthest apart have turned about each other. */
  private static int quarters(UprightView asItCame, List<FieldFacts> fields) {
    double farthest = 0;
    int quarters = 0;
    for (FieldFacts a : fields) {
      for (FieldFacts b : fields) {
        if (a.box().isEmpty() || b.box().isEmpty() || a.field().isEmpty() || b.field().isEmpty()) {
          continue;
        }
        PointMm from = a.field().get().area().centre();
        PointMm to = b.field().get().area().centre();
        double distance = Math.hypot(to.x() - from.x(), to.y() - from.y());
        if (distance > farthest) {
          farthest = distance;
          double onForm = Math.atan2(to.y() - from.y(), to.x() - from.x());
          double turned = onPage(asItCame, a.box().get(), b.box().get()) - onForm;
          quarters = Math.floorMod(Math.round(turned / (Math.PI / 2)), 4);
        }
      }
    }
    return quarters;
  }

  private static double onPage(UprightView view, RectPx a, RectPx b) {
    RectPx from = view.place(a);
    RectPx to = view.place(b);
    double dx = to.x() + to.w() / 2.0 - from.x() - from.w() / 2.0;
    double dy = to.y() + to.h() / 2.0 - from.y() - from.h() / 2.0;
    return Math.atan2(dy, dx);
  }
}
