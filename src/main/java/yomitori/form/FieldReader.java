package yomitori.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads the entries under {@code fields}. */
final class FieldReader {

  private record Kind(List<String> keys, Function<YamlMap, Optional<Field>> reader) {}

  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final Problems problems;

  FieldReader(FieldParts parts, Problems problems) {
    this.problems = problems;
    WritingReader writing = new WritingReader(parts);
    CombReader combs = new CombReader(parts, problems);
    BoxReader boxes = new BoxReader(parts, problems);
    kinds.put("text", new Kind(WritingReader.TEXT_KEYS, writing::text));
    kinds.put("amount", new Kind(WritingReader.AMOUNT_KEYS, writing::amount));
    kinds.put("comb", new Kind(CombReader.KEYS, combs::comb));
    kinds.put("checkbox", new Kind(BoxReader.CHECKBOX_KEYS, boxes::checkbox));
    kinds.put("choice", new Kind(BoxReader.CHOICE_KEYS, boxes::choice));
  }

  /** The field, if nothing that it is made of is wrong. */
  Optional<Field> read(YamlMap entry) {
    return Kinds.of(entry, kinds.keySet(), problems)
        .flatMap(
            name -> {
              Kind kind = kinds.get(name);
              List<String> known = new ArrayList<>(kind.keys());
              known.add(name);
              entry.allow(known);
              return kind.reader().apply(entry);
            });
  }
}
