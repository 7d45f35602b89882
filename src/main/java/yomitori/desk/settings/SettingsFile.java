package yomitori.desk.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** {@code desk.yaml}: sections, in each of them settings. */
final class SettingsFile {

  private final Path file;
  private final Map<Setting, String> texts = new EnumMap<>(Setting.class);

  private SettingsFile(Path file) {
    this.file = file;
  }

  /**
   * What the file says; nothing where it is not there.
   *
   * @throws SettingsException if it is no such file, or a setting is not known or cannot be so
   * @throws IOException if it cannot be read
   */
  static Map<Setting, String> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(in);
      SettingsFile settings = new SettingsFile(file);
      if (root != null && !root.getTag().equals(Tag.NULL)) {
        settings.take(root, "");
      }
      return settings.texts;
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new SettingsException("wrong.yaml", file, line, e.getProblem());
    } catch (YAMLException e) {
      throw new SettingsException("wrong.yaml", file, 1, e.getMessage());
    }
  }

  private void take(Node node, String prefix) {
    if (!(node instanceof MappingNode section)) {
      throw new SettingsException("no.section", file, line(node), prefix);
    }
    for (NodeTuple entry : section.getValue()) {
      String name = entry.getKeyNode() instanceof ScalarNode s ? s.getValue() : "?";
      String key = prefix.isEmpty() ? name : prefix + "." + name;
      if (prefix.isEmpty()) {
        takeSection(entry, key);
      } else {
        takeSetting(entry, key);
      }
    }
  }

  private void takeSection(NodeTuple entry, String key) {
    for (Setting setting : Setting.values()) {
      if (setting.key().startsWith(key + ".")) {
        if (!entry.getValueNode().getTag().equals(Tag.NULL)) {
          take(entry.getValueNode(), key);
        }
        return;
      }
    }
    throw new SettingsException("unknown.key", file, line(entry.getKeyNode()), key);
  }

  private void takeSetting(NodeTuple entry, String key) {
    int line = line(entry.getKeyNode());
    Setting setting =
        Setting.ofKey(key).orElseThrow(() -> new SettingsException("unknown.key", file, line, key));
    String text = text(entry.getValueNode(), setting, line);
    if (!setting.kind().takes(text)) {
      throw new SettingsException("wrong.value", file, line, key, text);
    }
    if (texts.put(setting, text) != null) {
      throw new SettingsException("twice", file, line, key);
    }
  }

  private String text(Node value, Setting setting, int line) {
    List<String> texts;
    if (value instanceof ScalarNode scalar) {
      texts = setting.kind().isList() ? Kind.split(scalar.getValue()) : List.of(scalar.getValue());
    } else if (value instanceof SequenceNode list && setting.kind().isList()) {
      texts =
          list.getValue().stream()
              .map(item -> item instanceof ScalarNode s ? s.getValue() : "")
              .toList();
    } else {
      throw new SettingsException("wrong.value", file, line, setting.key(), "...");
    }
    return Kind.joined(
        setting.kind().isPath() ? texts.stream().map(this::fromFile).toList() : texts);
  }

  /** The file means the same from wherever the desk is started. */
  private String fromFile(String path) {
    return path.isEmpty() ? path : file.toAbsolutePath().resolveSibling(path).toString();
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
