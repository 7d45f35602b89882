package yomitori.form;

import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.ScalarNode;
import yomitori.form.PrintItem.Align;
import yomitori.form.PrintItem.Weight;
import yomitori.geometry.PointMm;

/**
 * What the readers of all kinds of field share.
 *
 * @param style the form's sizes
 * @param ids the ids taken so far
 * @param once what the form asks for so far and may not ask for again
 * @param layout where everything lies
 * @param printing what the blank shows
 * @param phrases what people often write where words are free
 */
record FieldParts(
    Style style, Ids ids, Once once, Layout layout, Printing printing, List<String> phrases) {

  /** The id that stands under the name of the entry's kind. */
  Optional<String> id(YamlMap entry, String kind) {
    return entry.require(kind).flatMap(value -> ids.claim(value, Ids.FIELD, ""));
  }

  /** The label, printed where {@code labelAt} says, if it does. */
  Optional<String> label(YamlMap entry) {
    Optional<String> label = entry.require("label").flatMap(YamlValue::text);
    Optional<PointMm> at = entry.get("labelAt").flatMap(YamlValue::point);
    if (label.isPresent() && at.isPresent()) {
      print(at.get(), label.get(), Align.LEFT, entry);
    }
    return label;
  }

  /** Prints words of the form's label size. */
  void print(PointMm at, String words, Align align, YamlMap entry) {
    printing.words(at, words, style.labelPt(), Weight.REGULAR, align, entry.node());
  }

  /** The id as written, right or wrong, to name the entry in a mistake. */
  static String name(YamlMap entry, String kind) {
    return entry
        .get(kind)
        .map(YamlValue::node)
        .filter(ScalarNode.class::isInstance)
        .map(node -> ((ScalarNode) node).getValue())
        .orElse(kind);
  }
}
