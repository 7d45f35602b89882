package yomitori.review.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The document that describes the calls, as one that answers are held against. */
final class OpenApi {

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  private final JsonNode document;
  private final Set<String> seen = new TreeSet<>();

  OpenApi() {
    try (InputStream in = ApiRoutes.class.getResourceAsStream("openapi.json")) {
      document = new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Methods and paths, such as {@code get /api/v1/records}. */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      path.getValue().fieldNames().forEachRemaining(m -> operations.add(m + " " + path.getKey()));
    }
    return operations;
  }

  /** Operations of which an answer that is no problem was checked. */
  Set<String> seen() {
    return seen;
  }

  /** Fails where an answer is not as the document says. */
  void check(String method, String address, int status, String type, JsonNode json) {
    String path = address.replaceFirst("[?].*", "");
    String template =
        document.path("paths").properties().stream()
            .map(Map.Entry::getKey)
            .filter(t -> path.matches(t.replaceAll("[{][^}]*[}]", "[^/]+").replace(".", "\\.")))
            .findFirst()
            .orElseThrow(() -> new AssertionError("not in the document: " + path));
    String name = method.toLowerCase(Locale.ROOT);
    JsonNode response =
        resolved(
            document
                .path("paths")
                .path(template)
                .path(name)
                .path("responses")
                .path(Integer.toString(status)));
    assertThat(response.isMissingNode()).as("%s %s: %s", name, path, status).isFalse();
    if (response.has("content")) {
      JsonNode content = response.path("content").path(type.replaceFirst(";.*", ""));
      assertThat(content.isMissingNode()).as("%s %s: %s", name, path, type).isFalse();
      if (type.startsWith("application/json") || type.startsWith("application/problem")) {
        validate(content.path("schema"), json);
      }
    }
    if (status < 400) {
      seen.add(name + " " + template);
    }
  }

  private JsonNode resolved(JsonNode node) {
    String to = node.path("$ref").asText();
    return to.isEmpty() ? node : document.at(to.substring(1));
  }

  private void validate(JsonNode schema, JsonNode json) {
    if (schema.path("contentMediaType").isMissingNode()) {
      ObjectNode whole = schema.deepCopy();
      whole.set("components", document.path("components"));
      assertThat(SCHEMAS.getSchema(whole).validate(json)).as(json.toString()).isEmpty();
    }
  }
}
