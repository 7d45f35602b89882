package yomitori.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** A block of keys of the definition. */
final class YamlMap {

  private final MappingNode node;
  private final Problems problems;
  private final Scale scale;
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Map<String, Node> values = new LinkedHashMap<>();

  private YamlMap(MappingNode node, Problems problems, Scale scale) {
    this.node = node;
    this.problems = problems;
    this.scale = scale;
  }

  /** Takes a block apart; a key that is written twice is noted, and its first value stands. */
  static YamlMap of(MappingNode node, Problems problems, Scale scale) {
    YamlMap map = new YamlMap(node, problems, scale);
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        problems.add(tuple.getKeyNode(), Mistake.NOT_WORDS, "?");
      } else if (map.keys.putIfAbsent(key.getValue(), key) != null) {
        problems.add(key, Mistake.DUPLICATE_KEY, key.getValue());
      } else {
        map.values.put(key.getValue(), tuple.getValueNode());
      }
    }
    return map;
  }

  /** Notes a mistake of the block as a whole. */
  void mistake(Mistake mistake, Object... details) {
    problems.add(node, mistake, details);
  }

  /** The block itself, for its place. */
  Node node() {
    return node;
  }

  /** The keys as written. */
  Collection<String> keys() {
    return keys.keySet();
  }

  /** Notes every key that is none of {@code known}, and the nearest that is. */
  void allow(Collection<String> known) {
    keys.forEach(
        (key, keyNode) -> {
          if (!known.contains(key)) {
            Spelling.nearest(key, known)
                .ifPresentOrElse(
                    near -> problems.add(keyNode, Mistake.UNKNOWN_KEY, key, near),
                    () ->
                        problems.add(keyNode, Mistake.STRANGE_KEY, key, String.join(", ", known)));
          }
        });
  }

  /** The value of a key that may be left out. */
  Optional<YamlValue> get(String key) {
    return Optional.ofNullable(values.get(key))
        .map(value -> new YamlValue(key, value, problems, scale));
  }

  /** The value of a key that must be there. */
  Optional<YamlValue> require(String key) {
    Optional<YamlValue> value = get(key);
    if (value.isEmpty()) {
      problems.add(node, Mistake.MISSING_KEY, key);
    }
    return value;
  }

  /** A number, {@code otherwise} where the key is left out, empty only where it is wrong. */
  Optional<Double> number(String key, Range range, double otherwise) {
    return get(key).map(value -> value.number(range)).orElse(Optional.of(otherwise));
  }

  /** A length across in mm, likewise. */
  Optional<Double> length(String key, Range rangeMm, double otherwiseMm) {
    return get(key).map(value -> value.length(rangeMm)).orElse(Optional.of(otherwiseMm));
  }

  /** A whole number, likewise. */
  Optional<Long> integer(String key, Range range, long otherwise) {
    return get(key).map(value -> value.integer(range)).orElse(Optional.of(otherwise));
  }
}
