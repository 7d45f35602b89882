package yomitori.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import yomitori.form.PrintItem.Align;
import yomitori.form.PrintItem.Weight;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads the entries under {@code print}. */
final class PrintReader {

  private record Kind(List<String> keys, BiConsumer<PrintReader, YamlMap> reader) {}

  private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("text", new Kind(List.of("at", "size", "bold", "align"), PrintReader::text));
    KINDS.put("rule", new Kind(List.of("width"), PrintReader::rule));
    KINDS.put("frame", new Kind(List.of("width", "shade"), PrintReader::frame));
  }

  private final Style style;
  private final Printing printing;
  private final Problems problems;

  PrintReader(Style style, Printing printing, Problems problems) {
    this.style = style;
    this.printing = printing;
    this.problems = problems;
  }

  void read(YamlMap entry) {
    Kinds.of(entry, KINDS.keySet(), problems)
        .ifPresent(
            name -> {
              Kind kind = KINDS.get(name);
              List<String> known = new ArrayList<>(kind.keys());
              known.add(name);
              entry.allow(known);
              kind.reader().accept(this, entry);
            });
  }

  private void text(YamlMap entry) {
    Optional<String> words = entry.require("text").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.require("at").flatMap(YamlValue::point);
    Optional<Double> size = entry.number("size", FormLimits.TYPE_PT, style.labelPt());
    Optional<Boolean> bold = entry.get("bold").map(YamlValue::bool).orElse(Optional.of(false));
    Optional<Align> align =
        entry.get("align").map(value -> value.word(Align.class)).orElse(Optional.of(Align.LEFT));
    if (words.isPresent()
        && at.isPresent()
        && size.isPresent()
        && bold.isPresent()
        && align.isPresent()) {
      Weight weight = bold.get() ? Weight.BOLD : Weight.REGULAR;
      printing.words(at.get(), words.get(), size.get(), weight, align.get(), entry.node());
    }
  }

  private void rule(YamlMap entry) {
    Optional<double[]> ends = entry.require("rule").flatMap(YamlValue::ends);
    Optional<Double> width = entry.number("width", FormLimits.LINE_PT, style.rulePt());
    if (ends.isPresent() && width.isPresent()) {
      double[] e = ends.get();
      printing.rule(new PointMm(e[0], e[1]), new PointMm(e[2], e[3]), width.get(), entry.node());
    }
  }

  private void frame(YamlMap entry) {
    Optional<RectMm> area = entry.require("frame").flatMap(YamlValue::rect);
    Optional<Double> width = entry.number("width", FormLimits.FRAME_PT, style.framePt());
    Optional<Double> shade = entry.number("shade", FormLimits.SHADE, 0);
    if (area.isPresent() && width.isPresent() && shade.isPresent()) {
      printing.frame(area.get(), width.get(), shade.get(), entry.node());
    }
  }
}
