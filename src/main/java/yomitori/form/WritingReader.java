package yomitori.form;

import java.util.List;
import java.util.Optional;
import yomitori.form.PrintItem.Align;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads fields that are written on lines: {@code text} and {@code amount}. */
final class WritingReader {

  /** Says that a text is the name of the institution that answers. */
  private static final String NAME = "institutionName";

  static final List<String> TEXT_KEYS =
      List.of("label", "labelAt", "before", "after", "area", "lines", "lexicon", NAME, "phrases");

  static final List<String> AMOUNT_KEYS =
      List.of("label", "labelAt", "before", "after", "area", "unit", "max");

  /** From the words beside an area to write in to that area, mm. */
  private static final double WORDS_GAP_MM = 1.5;

  /** From the line to write on up to the baseline of the words beside it, mm. */
  private static final double BASELINE_ABOVE_RULE_MM = 1.2;

  private final FieldParts parts;

  WritingReader(FieldParts parts) {
    this.parts = parts;
  }

  Optional<Field> text(YamlMap entry) {
    Optional<String> id = parts.id(entry, "text");
    Optional<String> label = parts.label(entry);
    Optional<Long> lines = entry.integer("lines", FormLimits.LINES, 1);
    Optional<RectMm> area = area(entry, "text", lines.orElse(1L).intValue());
    Optional<List<String>> lexicon =
        entry.get("lexicon").map(Lexicons::read).orElse(Optional.of(List.of()));
    Optional<Boolean> name = entry.get(NAME).map(YamlValue::bool).orElse(Optional.of(false));
    name.filter(is -> is)
        .ifPresent(is -> parts.once().claim(entry.get(NAME).orElseThrow(), NAME + ": true"));
    Optional<Boolean> phrases =
        entry.get("phrases").map(YamlValue::bool).orElse(Optional.of(false));
    if (id.isEmpty()
        || label.isEmpty()
        || lines.isEmpty()
        || area.isEmpty()
        || lexicon.isEmpty()
        || name.isEmpty()
        || phrases.isEmpty()) {
      return Optional.empty();
    }
    int count = lines.get().intValue();
    return Optional.of(
        new TextField(
            id.get(),
            label.get(),
            area.get(),
            count,
            lexicon.get(),
            name.get(),
            phrases.get() ? parts.phrases() : List.of()));
  }

  Optional<Field> amount(YamlMap entry) {
    Optional<String> id = parts.id(entry, "amount");
    Optional<String> label = parts.label(entry);
    Optional<RectMm> area = area(entry, "amount", 1);
    Optional<String> unit = entry.require("unit").flatMap(YamlValue::text);
    Optional<Long> max = entry.require("max").flatMap(value -> value.integer(FormLimits.AMOUNT));
    if (id.isEmpty() || label.isEmpty() || area.isEmpty() || unit.isEmpty() || max.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new AmountField(id.get(), label.get(), area.get(), unit.get(), max.get()));
  }

  private Optional<RectMm> area(YamlMap entry, String kind, int lines) {
    Optional<String> before = entry.get("before").flatMap(YamlValue::text);
    Optional<String> after = entry.get("after").flatMap(YamlValue::text);
    Optional<RectMm> area = entry.require("area").flatMap(YamlValue::rect);
    area.ifPresent(
        place -> {
          parts.layout().toRead(FieldParts.name(entry, kind), place, entry.node());
          printLines(place, lines);
          double first = place.y() + place.h() / lines - BASELINE_ABOVE_RULE_MM;
          double last = place.bottom() - BASELINE_ABOVE_RULE_MM;
          PointMm left = new PointMm(place.x() - WORDS_GAP_MM, first);
          PointMm right = new PointMm(place.right() + WORDS_GAP_MM, last);
          before.ifPresent(words -> parts.print(left, words, Align.RIGHT, entry));
          after.ifPresent(words -> parts.print(right, words, Align.LEFT, entry));
        });
    return area;
  }

  private void printLines(RectMm area, int lines) {
    double spacing = area.h() / lines;
    for (int i = 1; i <= lines; i++) {
      double y = area.y() + i * spacing;
      parts.printing().line(area.x(), area.right(), y, parts.style().rulePt());
    }
  }
}
