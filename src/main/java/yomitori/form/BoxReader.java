package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads boxes to tick: {@code checkbox}, and {@code choice} with its options. */
final class BoxReader {

  static final List<String> CHECKBOX_KEYS = List.of("label", "at", "size", "shape");
  static final List<String> CHOICE_KEYS = List.of("label", "options", "size", "shape");

  private static final List<String> OPTION_KEYS = List.of("option", "label", "at", "size", "shape");

  private final FieldParts parts;
  private final Problems problems;
  private final OptionRowReader rows;

  BoxReader(FieldParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
    this.rows = new OptionRowReader(parts, problems);
  }

  Optional<Field> checkbox(YamlMap entry) {
    return box(
            entry,
            "checkbox",
            parts.style().box(),
            value -> parts.ids().claim(value, Ids.FIELD, ""))
        .map(CheckboxField::new);
  }

  Optional<Field> choice(YamlMap entry) {
    Optional<String> id = parts.id(entry, "choice");
    Optional<String> label = parts.label(entry);
    BoxLook look = parts.style().box().with(entry);
    String name = FieldParts.name(entry, "choice");
    Optional<YamlValue> written = entry.require("options");
    boolean row = written.isPresent() && written.get().node() instanceof MappingNode;
    List<CheckBox> options =
        row
            ? written.get().map().map(block -> rows.read(block, name, look)).orElseThrow()
            : listed(written, name, look, entry);
    if (id.isEmpty() || label.isEmpty() || options.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(new ChoiceField(id.get(), label.get(), options));
  }

  private List<CheckBox> listed(
      Optional<YamlValue> written, String name, BoxLook look, YamlMap entry) {
    Optional<List<YamlValue>> list = written.flatMap(YamlValue::list);
    if (list.isPresent() && list.get().size() < 2) {
      problems.add(entry.node(), Mistake.FEW_OPTIONS, name);
    }
    List<CheckBox> options = new ArrayList<>();
    for (YamlValue value : list.orElse(List.of())) {
      value.map().flatMap(option -> option(option, name + ".", look)).ifPresent(options::add);
    }
    return options;
  }

  private Optional<CheckBox> option(YamlMap entry, String prefix, BoxLook look) {
    entry.allow(OPTION_KEYS);
    return box(entry, "option", look, value -> parts.ids().claim(value, Ids.OPTION, prefix));
  }

  private Optional<CheckBox> box(
      YamlMap entry, String kind, BoxLook usual, Function<YamlValue, Optional<String>> claim) {
    Optional<String> id = entry.require(kind).flatMap(claim);
    Optional<String> label = entry.require("label").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    BoxLook look = usual.with(entry);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    RectMm box = look.at(at.get());
    parts.layout().toRead(FieldParts.name(entry, kind), box, entry.node());
    parts.printing().box(box, look.shape(), parts.style().framePt());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    Optional<RectMm> words =
        parts.style().labels() == Style.Labels.NONE
            ? Optional.empty()
            : Optional.of(words(label.get(), box, kind, entry));
    return id.map(known -> new CheckBox(known, label.get(), box, words, look.shape()));
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
