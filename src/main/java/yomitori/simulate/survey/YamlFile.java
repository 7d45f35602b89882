package yomitori.simulate.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Writes the description of a source. */
final class YamlFile {

  private static final ObjectMapper YAML =
      new ObjectMapper(
          YAMLFactory.builder()
              .disable(Feature.WRITE_DOC_START_MARKER)
              .disable(Feature.SPLIT_LINES)
              .build());

  private YamlFile() {}

  /**
   * @param content keys in the order in which they are written
   */
  static void write(Path file, Map<String, Object> content) throws IOException {
    Files.write(file, YAML.writeValueAsBytes(content));
  }
}
