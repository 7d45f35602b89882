package yomitori.form;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The word lists of text fields, shipped by name or written out in the form. */
final class Lexicons {

  private static final List<String> SHIPPED = List.of("prefectures");

  private Lexicons() {}

  static Optional<List<String>> read(YamlValue value) {
    if (value.node() instanceof ScalarNode) {
      return value.text().flatMap(name -> named(name, value));
    }
    return words(value);
  }

  /** Words that are written out in the form. */
  static Optional<List<String>> words(YamlValue value) {
    return value.list().map(words -> words.stream().flatMap(w -> w.text().stream()).toList());
  }

  private static Optional<List<String>> named(String name, YamlValue value) {
    if (!SHIPPED.contains(name)) {
      value.problems().add(value.node(), Mistake.UNKNOWN_LEXICON, name, String.join(", ", SHIPPED));
      return Optional.empty();
    }
    return Optional.of(shipped(name));
  }

  private static List<String> shipped(String name) {
    try (InputStream bytes = Lexicons.class.getResourceAsStream("lexicon/" + name + ".txt");
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
      return lines.lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
