package yomitori.form;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads rows of boxes for one digit each: {@code comb}. */
final class CombReader {

  static final List<String> KEYS =
      List.of("label", "labelAt", "at", "cells", "cell", "pitch", "check");

  private final FieldParts parts;
  private final Problems problems;

  CombReader(FieldParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
  }

  Optional<Field> comb(YamlMap entry) {
    Optional<String> id = parts.id(entry, "comb");
    Optional<String> label = parts.label(entry);
    Optional<List<RectMm>> cells = cells(entry);
    Optional<String> check = entry.get("check").flatMap(this::check);
    if (id.isEmpty() || label.isEmpty() || cells.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new CombField(id.get(), label.get(), cells.get(), check));
  }

  private Optional<String> check(YamlValue value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !CombField.CHECKS.contains(name.get())) {
      problems.add(
          value.node(), Mistake.UNKNOWN_CHECK, name.get(), String.join(", ", CombField.CHECKS));
    } else {
      name.ifPresent(rule -> parts.once().claim(value, "check: " + rule));
    }
    return name;
  }

  private Optional<List<RectMm>> cells(YamlMap entry) {
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    Optional<Long> count = entry.require("cells").flatMap(value -> value.integer(FormLimits.CELLS));
    Optional<double[]> cell = entry.require("cell").flatMap(value -> value.size(FormLimits.CELL));
    double width = cell.map(size -> size[0]).orElse(FormLimits.CELL.least());
    Optional<Double> pitch = entry.length("pitch", FormLimits.LENGTH, width);
    if (at.isEmpty() || count.isEmpty() || cell.isEmpty() || pitch.isEmpty()) {
      return Optional.empty();
    }
    if (pitch.get() < width - Layout.TOUCH_MM) {
      problems.add(
          entry.node(), Mistake.CELLS_OVERLAP, Range.plain(pitch.get()), Range.plain(width));
      return Optional.empty();
    }
    RectMm first = new RectMm(at.get().x(), at.get().y(), width, cell.get()[1]);
    List<RectMm> cells =
        IntStream.range(0, count.get().intValue())
            .mapToObj(i -> first.shift(i * pitch.get(), 0))
            .toList();
    double length = cells.get(cells.size() - 1).right() - first.x();
    RectMm whole = new RectMm(first.x(), first.y(), length, first.h());
    parts.layout().toRead(FieldParts.name(entry, "comb"), whole, entry.node());
    cells.forEach(place -> parts.printing().box(place, parts.style().framePt()));
    return Optional.of(cells);
  }
}
