package yomitori.simulate.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.geometry.RectPx;
import yomitori.record.PageRecord.Status;

/** {@code records.jsonl}, read line by line. Not thread-safe. */
final class JsonRecords implements AutoCloseable {

  private static final ObjectReader JSON = new ObjectMapper().reader();
  private static final String NOT_READ = "not_read";

  private final Path file;
  private final BufferedReader lines;
  private final Set<PageKey> seen = new HashSet<>();
  private final Map<PageKey, ReadPage> passedOver = new HashMap<>();
  private long line;

  private JsonRecords(Path file, BufferedReader lines) {
    this.file = file;
    this.lines = lines;
  }

  static JsonRecords open(Path file) {
    try {
      return new JsonRecords(file, Files.newBufferedReader(file));
    } catch (NoSuchFileException e) {
      throw ScoreInputException.in(file, "missing");
    } catch (IOException e) {
      throw ScoreInputException.unreadable(file, e);
    }
  }

  /** The next record; empty at the end. */
  Optional<ReadPage> next() {
    try {
      String text;
      do {
        line++;
        text = lines.readLine();
      } while (text != null && text.isBlank());
      return text == null ? Optional.empty() : Optional.of(page(text));
    } catch (CharacterCodingException e) {
      throw ScoreInputException.at(file, line, "encoding", "UTF-8");
    } catch (JsonProcessingException e) {
      throw wrong("json", e.getOriginalMessage());
    } catch (IOException e) {
      throw ScoreInputException.unreadable(file, e);
    }
  }

  /**
   * The record of a page. Asked for in the order of the file, only one record at a time is in
   * memory; those that are passed over on the way to another are kept until they are asked for.
   */
  Optional<ReadPage> of(PageKey key) {
    ReadPage kept = passedOver.remove(key);
    if (kept != null) {
      return Optional.of(kept);
    }
    for (Optional<ReadPage> page = next(); page.isPresent(); page = next()) {
      if (page.get().key().equals(key)) {
        return page;
      }
      passedOver.put(page.get().key(), page.get());
    }
    return Optional.empty();
  }

  private ReadPage page(String text) throws JsonProcessingException {
    JsonNode json = JSON.readTree(text);
    String source = json.path("source").asText("");
    int page = json.path("page").asInt(0);
    if (source.isEmpty()) {
      throw wrong("source");
    }
    if (page < 1) {
      throw wrong("page", json.path("page").asText());
    }
    PageKey key = PageKey.of(source, page);
    if (!seen.add(key)) {
      throw wrong("twice", source, page);
    }
    Map<String, ReadField> fields = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
      fields.put(field.getKey(), field(field.getKey(), field.getValue()));
    }
    return new ReadPage(key, json.path("form").asText(""), status(json), fields);
  }

  private Status status(JsonNode json) {
    String word = json.path("status").asText("");
    return Statuses.of(word).orElseThrow(() -> wrong("status", word));
  }

  private ReadField field(String id, JsonNode json) {
    JsonNode confidence = json.path("confidence");
    if (!confidence.isNumber() || confidence.asDouble() < 0 || confidence.asDouble() > 1) {
      throw wrong("number", id + ".confidence", confidence.asText());
    }
    String decision = json.path("decision").asText("");
    if (!List.of("accepted", "review", "corrected").contains(decision)) {
      throw wrong("decision", id, decision);
    }
    List<String> alternatives = new ArrayList<>();
    json.path("alternatives").forEach(a -> alternatives.add(a.asText()));
    ReadField.Detail detail =
        new ReadField.Detail(
            confidence.asDouble(),
            !decision.equals("review"),
            json.path("reason").asText("").toLowerCase(Locale.ROOT).equals(NOT_READ),
            alternatives,
            box(json.path("box")));
    return new ReadField(json.path("value").asText(""), Optional.of(detail));
  }

  private static Optional<RectPx> box(JsonNode json) {
    if (!json.isObject()) {
      return Optional.empty();
    }
    return Optional.of(
        new RectPx(
            json.path("x").asInt(),
            json.path("y").asInt(),
            Math.max(0, json.path("w").asInt()),
            Math.max(0, json.path("h").asInt())));
  }

  private ScoreInputException wrong(String key, Object... details) {
    return ScoreInputException.at(file, line, key, details);
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw ScoreInputException.unreadable(file, e);
    }
  }
}
