package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/** Reads the options of a choice that stand evenly spaced in a line, written as one block. */
final class OptionRowReader {

  private static final List<String> KEYS = List.of("from", "step", "ids", "labels");

  private final FieldParts parts;
  private final Problems problems;

  OptionRowReader(FieldParts parts, Problems problems) {
    this.parts = parts;
    this.problems = problems;
  }

  /** The options whose ids are in order; none where their places or labels are not. */
  List<CheckBox> read(YamlMap block, String choice, BoxLook look) {
    block.allow(KEYS);
    Optional<PointMm> from = block.require("from").flatMap(YamlValue::point);
    Optional<PointMm> step = block.require("step").flatMap(YamlValue::point);
    List<YamlValue> ids = block.require("ids").flatMap(YamlValue::list).orElse(List.of());
    if (ids.size() == 1) {
      problems.add(block.node(), Mistake.FEW_OPTIONS, choice);
    }
    Optional<List<String>> labels = labels(block, ids);
    if (from.isEmpty() || step.isEmpty() || labels.isEmpty()) {
      return List.of();
    }
    List<CheckBox> options = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      RectMm box = look.at(from.get()).shift(i * step.get().x(), i * step.get().y());
      Optional<String> id = parts.ids().claim(ids.get(i), Ids.OPTION, choice + ".");
      if (id.isPresent()) {
        parts.layout().toRead(id.get(), box, ids.get(i).node());
        parts.printing().box(box, look.shape(), parts.style().framePt());
        String label = labels.get().get(i);
        options.add(new CheckBox(id.get(), label, box, Optional.empty(), look.shape()));
      }
    }
    return options;
  }

  /** One label for each id, which is the id itself where none are written. */
  private Optional<List<String>> labels(YamlMap block, List<YamlValue> ids) {
    Optional<YamlValue> written = block.get("labels");
    Optional<List<YamlValue>> list =
        written.isEmpty() ? Optional.of(ids) : written.flatMap(YamlValue::list);
    if (list.isPresent() && list.get().size() != ids.size() && !ids.isEmpty()) {
      problems.add(
          written.orElseThrow().node(), Mistake.LABEL_COUNT, list.get().size(), ids.size());
      return Optional.empty();
    }
    List<String> words =
        list.orElse(List.of()).stream().flatMap(value -> value.text().stream()).toList();
    return words.size() == ids.size() ? Optional.of(words) : Optional.empty();
  }
}
