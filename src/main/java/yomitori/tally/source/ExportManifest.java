package yomitori.tally.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The manifest of a desk's export, which names the records that count no more. */
final class ExportManifest {

  /** As a desk names it. */
  static final String FILE_NAME = "manifest.json";

  private static final JsonFactory JSON = new JsonFactory();

  private ExportManifest() {}

  /** Whether a JSON file is a manifest: it tells its export before anything else. */
  static boolean is(Path file) throws IOException {
    try (JsonParser json = JSON.createParser(file.toFile())) {
      return json.nextToken() == JsonToken.START_OBJECT
          && json.nextToken() == JsonToken.FIELD_NAME
          && json.currentName().equals("export");
    } catch (JsonProcessingException e) {
      return false;
    }
  }

  /** Whether a manifest lies beside a file of records. */
  static boolean isBeside(Path records) throws IOException {
    Path manifest = beside(records);
    return Files.isRegularFile(manifest) && is(manifest);
  }

  static Path beside(Path records) {
    return records.resolveSibling(FILE_NAME);
  }

  /**
   * The records that count no more.
   *
   * @throws IOException if it is damaged
   */
  static List<String> withdrawn(Path file) throws IOException {
    List<String> withdrawn = new ArrayList<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean names = json.currentName().equals("withdrawn");
        JsonToken value = json.nextToken();
        if (names && value == JsonToken.START_ARRAY) {
          while (json.nextToken() == JsonToken.VALUE_STRING) {
            withdrawn.add(json.getText());
          }
        } else {
          json.skipChildren();
        }
      }
    }
    return withdrawn;
  }
}
