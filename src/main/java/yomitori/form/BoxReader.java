package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads boxes to tick: {@code checkbox}, and {@code choice} with its options. */
final class BoxReader {

  static final List<String> CHECKBOX_KEYS = List.of("label", "at");
  static final List<String> CHOICE_KEYS = List.of("label", "options");

  private static final List<String> OPTION_KEYS = List.of("option", "label", "at");

  private final FieldParts parts;
  private final Problems problems;

  BoxReader(FieldParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
  }

  Optional<Field> checkbox(YamlMap entry) {
    return box(entry, "checkbox", value -> parts.ids().claim(value, Ids.FIELD, ""))
        .map(CheckboxField::new);
  }

  Optional<Field> choice(YamlMap entry) {
    Optional<String> id = parts.id(entry, "choice");
    Optional<String> label = parts.label(entry);
    Optional<List<YamlValue>> list = entry.require("options").flatMap(YamlValue::list);
    if (list.isPresent() && list.get().size() < 2) {
      problems.add(entry.node(), Mistake.FEW_OPTIONS, FieldParts.name(entry, "choice"));
    }
    List<CheckBox> options = new ArrayList<>();
    String prefix = FieldParts.name(entry, "choice") + ".";
    for (YamlValue value : list.orElse(List.of())) {
      value.map().flatMap(option -> option(option, prefix)).ifPresent(options::add);
    }
    if (id.isEmpty() || label.isEmpty() || options.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(new ChoiceField(id.get(), label.get(), options));
  }

  private Optional<CheckBox> option(YamlMap entry, String prefix) {
    entry.allow(OPTION_KEYS);
    return box(entry, "option", value -> parts.ids().claim(value, Ids.OPTION, prefix));
  }

  private Optional<CheckBox> box(
      YamlMap entry, String kind, Function<YamlValue, Optional<String>> claim) {
    Optional<String> id = entry.require(kind).flatMap(claim);
    Optional<String> label = entry.require("label").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    double side = parts.style().checkboxMm();
    RectMm box = new RectMm(at.get().x(), at.get().y(), side, side);
    parts.layout().toRead(FieldParts.name(entry, kind), box, entry.node());
    parts.printing().box(box, parts.style().framePt());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    RectMm words = words(label.get(), box, kind, entry);
    return id.map(known -> new CheckBox(known, label.get(), box, words));
  }

  /** Prints the words beside a box, their middle level with its own. */
  private RectMm words(String label, RectMm box, String kind, YamlMap entry) {
    double sizePt = parts.style().labelPt();
    double em = sizePt * TypeSize.MM_PER_PT;
    double left = box.right() + parts.style().gapMm();
    double middle = box.centre().y();
    RectMm area = new RectMm(left, middle - em / 2, TypeSize.widthMm(label, sizePt), em);
    parts.layout().toRead(FieldParts.name(entry, kind) + " (label)", area, entry.node());
    PointMm baseline = new PointMm(left, middle + TypeSize.MIDDLE_TO_BASELINE * em);
    parts.printing().besideBox(baseline, label, sizePt);
    return area;
  }
}
