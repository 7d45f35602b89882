package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/**
 * A value of the definition and where it stands. Each reading of it is empty where the value is
 * wrong, and the mistake is then already noted.
 *
 * @param key the name it stands under
 * @param node the value
 * @param problems where mistakes are noted
 * @param scale the unit of places and lengths; all are given out in mm
 */
record YamlValue(String key, Node node, Problems problems, Scale scale) {

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,15}");

  /** Words, not empty. */
  Optional<String> text() {
    Optional<String> text = scalar(Mistake.NOT_WORDS);
    if (text.isPresent() && text.get().isBlank()) {
      problems.add(node, Mistake.EMPTY, key);
      return Optional.empty();
    }
    return text;
  }

  Optional<Double> number(Range range) {
    return number(NUMBER, Mistake.NOT_A_NUMBER, range);
  }

  Optional<Long> integer(Range range) {
    return number(INTEGER, Mistake.NOT_WHOLE, range).map(Double::longValue);
  }

  Optional<Boolean> bool() {
    Optional<String> word = scalar(Mistake.NOT_TRUE_OR_FALSE);
    if (word.isPresent() && !node.getTag().equals(Tag.BOOL)) {
      return wrongType(Mistake.NOT_TRUE_OR_FALSE);
    }
    return word.map(Boolean::parseBoolean);
  }

  <T extends Enum<T>> Optional<T> word(Class<T> words) {
    Optional<String> word = text();
    if (word.isEmpty()) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    for (T constant : words.getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT);
      if (name.equals(word.get())) {
        return Optional.of(constant);
      }
      names.add(name);
    }
    problems.add(node, Mistake.UNKNOWN_WORD, word.get(), String.join(", ", names));
    return Optional.empty();
  }

  Optional<YamlMap> map() {
    if (node instanceof MappingNode mapping) {
      return Optional.of(YamlMap.of(mapping, problems, scale));
    }
    return wrongType(Mistake.NOT_A_BLOCK);
  }

  /** A list with at least one entry. */
  Optional<List<YamlValue>> list() {
    if (!(node instanceof SequenceNode sequence)) {
      return wrongType(Mistake.NOT_A_LIST);
    }
    if (sequence.getValue().isEmpty()) {
      problems.add(node, Mistake.EMPTY_LIST, key);
      return Optional.empty();
    }
    return Optional.of(
        sequence.getValue().stream()
            .map(entry -> new YamlValue(key, entry, problems, scale))
            .toList());
  }

  /** The same value, its places and lengths in another unit. */
  YamlValue in(Scale unit) {
    return new YamlValue(key, node, problems, unit);
  }

  /** A length across, in mm. */
  Optional<Double> length(Range rangeMm) {
    return number(rangeMm, scale.mmPerX());
  }

  /** {@code [x, y]}, in mm. */
  Optional<PointMm> point() {
    return numbers(Mistake.NOT_A_POINT, FormLimits.COORDINATE, FormLimits.COORDINATE)
        .map(n -> new PointMm(n[0], n[1]));
  }

  /** {@code [width, height]}, in mm. */
  Optional<double[]> size(Range rangeMm) {
    return numbers(Mistake.NOT_A_SIZE, rangeMm, rangeMm);
  }

  /** {@code [width, height]}, or one number for both, in mm. */
  Optional<double[]> sides(Range rangeMm) {
    return node instanceof ScalarNode
        ? length(rangeMm).map(mm -> new double[] {mm, mm * scale.mmPerY() / scale.mmPerX()})
        : size(rangeMm);
  }

  /** {@code [x, y, width, height]}, in mm. */
  Optional<RectMm> rect() {
    return numbers(
            Mistake.NOT_A_RECTANGLE,
            FormLimits.COORDINATE,
            FormLimits.COORDINATE,
            FormLimits.LENGTH,
            FormLimits.LENGTH)
        .map(n -> new RectMm(n[0], n[1], n[2], n[3]));
  }

  /** {@code [x1, y1, x2, y2]}, in mm. */
  Optional<double[]> ends() {
    return numbers(
        Mistake.NOT_A_LINE,
        FormLimits.COORDINATE,
        FormLimits.COORDINATE,
        FormLimits.COORDINATE,
        FormLimits.COORDINATE);
  }

  /** Lengths across and down by turns. */
  private Optional<double[]> numbers(Mistake shape, Range... ranges) {
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().size() != ranges.length) {
      return wrongType(shape);
    }
    double[] numbers = new double[ranges.length];
    boolean fine = true;
    for (int i = 0; i < ranges.length; i++) {
      YamlValue entry = new YamlValue(key, sequence.getValue().get(i), problems, scale);
      Optional<Double> number =
          entry.number(ranges[i], i % 2 == 0 ? scale.mmPerX() : scale.mmPerY());
      fine &= number.isPresent();
      numbers[i] = number.orElse(0.0);
    }
    return fine ? Optional.of(numbers) : Optional.empty();
  }

  private Optional<Double> number(Range rangeMm, double mmPerUnit) {
    return number(NUMBER, Mistake.NOT_A_NUMBER, rangeMm.dividedBy(mmPerUnit))
        .map(number -> number * mmPerUnit);
  }

  private Optional<Double> number(Pattern pattern, Mistake expected, Range range) {
    Optional<String> digits = scalar(expected);
    if (digits.isEmpty()) {
      return Optional.empty();
    }
    if (!pattern.matcher(digits.get()).matches()) {
      return wrongType(expected);
    }
    double number = Double.parseDouble(digits.get());
    if (!range.contains(number)) {
      problems.add(
          node,
          Mistake.OUT_OF_RANGE,
          Range.plain(number),
          Range.plain(range.least()),
          Range.plain(range.most()));
      return Optional.empty();
    }
    return Optional.of(number);
  }

  private Optional<String> scalar(Mistake expected) {
    if (!(node instanceof ScalarNode scalar)) {
      return wrongType(expected);
    }
    return Optional.of(scalar.getValue());
  }

  private <T> Optional<T> wrongType(Mistake expected) {
    problems.add(node, expected, key);
    return Optional.empty();
  }
}
