package yomitori.tally.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.nio.file.Path;
import java.util.Optional;
import yomitori.desk.FileName;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.source.FaxSource;

/**
 * What a source's mapping says of its files. It may have been written by anybody: its id and the
 * name of its table are names of files, and lead nowhere else.
 *
 * @param id of the source
 * @param table the name of its table; empty where it names none
 * @param text of the mapping
 */
record Mapping(String id, Optional<String> table, String text) {

  /** As a person knows the mapping before it has a name. */
  private static final Path NAME = Path.of("mapping.yaml");

  private static final String END = ".yaml";

  /** A key that stands there twice would be read by one as the first, by another as the last. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY).build();

  /**
   * Takes a mapping.
   *
   * @throws TallyException if it names no source that can be kept
   */
  static Mapping of(String text) throws TallyException {
    YamlFile yaml = new YamlFile(NAME, text);
    JsonNode tree = tree(yaml);
    JsonNode id = tree.path("id");
    if (id.isMissingNode() || id.isNull()) {
      throw yaml.fault(Fault.MISSING, "id");
    }
    if (!isName(id) || id.asText().equals(FaxSource.ID)) {
      throw yaml.fault(Fault.WRONG_VALUE, "id");
    }
    JsonNode file = tree.path("file");
    if (file.isMissingNode() || file.isNull()) {
      return new Mapping(id.asText(), Optional.empty(), text);
    }
    if (!isName(file) || file.asText().equalsIgnoreCase(id.asText() + END)) {
      throw yaml.fault(Fault.WRONG_VALUE, "file");
    }
    return new Mapping(id.asText(), Optional.of(file.asText()), text);
  }

  private static JsonNode tree(YamlFile yaml) throws TallyException {
    try {
      JsonNode tree = YAML.readTree(yaml.text());
      if (tree == null || !tree.isObject()) {
        throw new TallyException(NAME, 1, Fault.NO_YAML, "");
      }
      return tree;
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      TallyException broken = new TallyException(NAME, line, Fault.NO_YAML, e.getOriginalMessage());
      broken.initCause(e);
      throw broken;
    }
  }

  private static boolean isName(JsonNode node) {
    return node.isValueNode()
        && FileName.harmless(node.asText()).filter(node.asText()::equals).isPresent();
  }

  /** The name of the file that holds it. */
  String fileName() {
    return id + END;
  }
}
