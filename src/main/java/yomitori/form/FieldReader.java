package yomitori.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import yomitori.form.PrintItem.Align;
import yomitori.form.PrintItem.Weight;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads the entries under {@code fields} and prints what they bring with them. */
final class FieldReader {

  private record Kind(
      List<String> keys, BiFunction<FieldReader, YamlMap, Optional<Field>> reader) {}

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put(
        "text",
        new Kind(
            List.of("label", "labelAt", "before", "after", "area", "lines", "lexicon"),
            FieldReader::text));
    KINDS.put(
        "amount",
        new Kind(
            List.of("label", "labelAt", "before", "after", "area", "unit", "max"),
            FieldReader::amount));
    KINDS.put(
        "comb",
        new Kind(List.of("label", "labelAt", "at", "cells", "cell", "pitch"), FieldReader::comb));
    KINDS.put("checkbox", new Kind(List.of("label", "at"), FieldReader::checkbox));
    KINDS.put("choice", new Kind(List.of("label", "options"), FieldReader::choice));
  }

  private static final List<String> OPTION_KEYS = List.of("option", "label", "at");

  /** From the words beside an area to write in to that area, mm. */
  private static final double WORDS_GAP_MM = 1.5;

  /** From the line to write on up to the baseline of the words beside it, mm. */
  private static final double BASELINE_ABOVE_RULE_MM = 1.2;

  private final Style style;
  private final Ids ids;
  private final Layout layout;
  private final Printing printing;
  private final Problems problems;

  FieldReader(Style style, Ids ids, Layout layout, Printing printing, Problems problems) {
    this.style = style;
    this.ids = ids;
    this.layout = layout;
    this.printing = printing;
    this.problems = problems;
  }

  Optional<Field> read(YamlMap entry) {
    return Kinds.of(entry, KINDS.keySet(), problems)
        .flatMap(
            name -> {
              Kind kind = KINDS.get(name);
              List<String> known = new ArrayList<>(kind.keys());
              known.add(name);
              entry.allow(known);
              return kind.reader().apply(this, entry);
            });
  }

  private Optional<Field> text(YamlMap entry) {
    Optional<String> id = id(entry, "text");
    Optional<String> label = label(entry);
    Optional<RectMm> area = area(entry, "text");
    Optional<Long> lines = entry.integer("lines", FormLimits.LINES, 1);
    Optional<List<String>> lexicon =
        entry.get("lexicon").map(Lexicons::read).orElse(Optional.of(List.of()));
    if (area.isPresent() && lines.isPresent()) {
      printLines(entry, area.get(), lines.get().intValue());
    }
    if (id.isEmpty() || label.isEmpty() || area.isEmpty() || lines.isEmpty() || lexicon.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new TextField(id.get(), label.get(), area.get(), lines.get().intValue(), lexicon.get()));
  }

  private Optional<Field> amount(YamlMap entry) {
    Optional<String> id = id(entry, "amount");
    Optional<String> label = label(entry);
    Optional<RectMm> area = area(entry, "amount");
    Optional<String> unit = entry.require("unit").flatMap(YamlValue::text);
    Optional<Long> max = entry.require("max").flatMap(value -> value.integer(FormLimits.AMOUNT));
    area.ifPresent(a -> printLines(entry, a, 1));
    if (id.isEmpty() || label.isEmpty() || area.isEmpty() || unit.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AmountField(id.get(), label.get(), area.get(), unit.get(), max.get()));
  }

  private Optional<Field> comb(YamlMap entry) {
    Optional<String> id = id(entry, "comb");
    Optional<String> label = label(entry);
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    Optional<Long> count = entry.require("cells").flatMap(value -> value.integer(FormLimits.CELLS));
    Optional<double[]> cell = entry.require("cell").flatMap(value -> value.size(FormLimits.CELL));
    if (at.isEmpty() || count.isEmpty() || cell.isEmpty()) {
      return Optional.empty();
    }
    double width = cell.get()[0];
    Optional<Double> pitch = entry.number("pitch", FormLimits.LENGTH, width);
    if (pitch.isEmpty()) {
      return Optional.empty();
    }
    if (pitch.get() < width) {
      problems.add(
          entry.node(), Mistake.CELLS_OVERLAP, Range.plain(pitch.get()), Range.plain(width));
      return Optional.empty();
    }
    RectMm first = new RectMm(at.get().x(), at.get().y(), width, cell.get()[1]);
    List<RectMm> cells =
        IntStream.range(0, count.get().intValue())
            .mapToObj(i -> first.shift(i * pitch.get(), 0))
            .toList();
    double right = cells.get(cells.size() - 1).right();
    RectMm whole = new RectMm(first.x(), first.y(), right - first.x(), first.h());
    layout.toRead(name(entry, "comb"), whole, entry.node());
    cells.forEach(c -> printing.box(c, style.framePt()));
    if (id.isEmpty() || label.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CombField(id.get(), label.get(), cells));
  }

  private Optional<Field> checkbox(YamlMap entry) {
    return checkBox(entry, "checkbox", Optional.of(""), Ids.FIELD).map(CheckboxField::new);
  }

  private Optional<Field> choice(YamlMap entry) {
    Optional<String> id = id(entry, "choice");
    Optional<String> label = label(entry);
    Optional<List<YamlValue>> list = entry.require("options").flatMap(YamlValue::list);
    if (list.isEmpty()) {
      return Optional.empty();
    }
    if (list.get().size() < 2) {
      problems.add(entry.node(), Mistake.FEW_OPTIONS, name(entry, "choice"));
    }
    Optional<String> prefix = id.map(i -> i + ".");
    List<CheckBox> options = new ArrayList<>();
    for (YamlValue value : list.get()) {
      value
          .map()
          .ifPresent(
              option -> {
                option.allow(OPTION_KEYS);
                checkBox(option, "option", prefix, Ids.OPTION).ifPresent(options::add);
              });
    }
    if (id.isEmpty() || label.isEmpty() || options.size() < 2) {
      return Optional.empty();
    }
    return Optional.of(new ChoiceField(id.get(), label.get(), options));
  }

  private Optional<CheckBox> checkBox(
      YamlMap entry, String kind, Optional<String> prefix, java.util.regex.Pattern pattern) {
    Optional<String> id =
        entry
            .require(kind)
            .flatMap(value -> prefix.flatMap(before -> ids.claim(value, pattern, before)));
    Optional<String> label = entry.require("label").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    if (at.isEmpty()) {
      return Optional.empty();
    }
    double side = style.checkboxMm();
    RectMm box = new RectMm(at.get().x(), at.get().y(), side, side);
    String name = name(entry, kind);
    layout.toRead(name, box, entry.node());
    printing.box(box, style.framePt());
    if (label.isEmpty()) {
      return Optional.empty();
    }
    double em = style.labelPt() * TypeSize.MM_PER_PT;
    double left = box.right() + style.gapMm();
    double middle = box.centre().y();
    RectMm words =
        new RectMm(left, middle - em / 2, TypeSize.widthMm(label.get(), style.labelPt()), em);
    layout.toRead(name + " label", words, entry.node());
    print(
        new PointMm(left, middle + TypeSize.MIDDLE_TO_BASELINE * em),
        label.get(),
        Align.LEFT,
        entry);
    return id.map(i -> new CheckBox(i, label.get(), box, words));
  }

  private Optional<String> id(YamlMap entry, String kind) {
    return entry.require(kind).flatMap(value -> ids.claim(value, Ids.FIELD, ""));
  }

  private Optional<String> label(YamlMap entry) {
    Optional<String> label = entry.require("label").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.get("labelAt").flatMap(YamlValue::point);
    if (label.isPresent() && at.isPresent()) {
      print(at.get(), label.get(), Align.LEFT, entry);
    }
    return label;
  }

  private Optional<RectMm> area(YamlMap entry, String kind) {
    Optional<RectMm> area = entry.require("area").flatMap(YamlValue::rect);
    area.ifPresent(a -> layout.toRead(name(entry, kind), a, entry.node()));
    return area;
  }

  private void printLines(YamlMap entry, RectMm area, int lines) {
    double spacing = area.h() / lines;
    for (int i = 1; i <= lines; i++) {
      printing.line(area.x(), area.right(), area.y() + i * spacing, style.rulePt());
    }
    double first = area.y() + spacing - BASELINE_ABOVE_RULE_MM;
    double last = area.bottom() - BASELINE_ABOVE_RULE_MM;
    entry
        .get("before")
        .flatMap(YamlValue::text)
        .ifPresent(
            words -> print(new PointMm(area.x() - WORDS_GAP_MM, first), words, Align.RIGHT, entry));
    entry
        .get("after")
        .flatMap(YamlValue::text)
        .ifPresent(
            words ->
                print(new PointMm(area.right() + WORDS_GAP_MM, last), words, Align.LEFT, entry));
  }

  private void print(PointMm at, String words, Align align, YamlMap entry) {
    printing.words(at, words, style.labelPt(), Weight.REGULAR, align, entry.node());
  }

  /** The id as written, right or wrong, to name the entry in a mistake. */
  private static String name(YamlMap entry, String kind) {
    return entry
        .get(kind)
        .map(YamlValue::node)
        .filter(org.yaml.snakeyaml.nodes.ScalarNode.class::isInstance)
        .map(node -> ((org.yaml.snakeyaml.nodes.ScalarNode) node).getValue())
        .orElse(kind);
  }
}
