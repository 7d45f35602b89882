package yomitori.tally.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import yomitori.record.RecordLines;
import yomitori.tally.answer.Given;

/**
 * Records of {@code records.jsonl}. Of a line of 15 kB a tally needs less than one; the rest, what
 * the values were decided from, is passed over.
 */
final class RecordLineReader {

  private static final JsonFactory JSON = new JsonFactory();

  private static final int SHOWN_BYTES = 1000;

  private final FaxFields fields;
  private final FaxRecords records;

  RecordLineReader(FaxFields fields, FaxRecords records) {
    this.fields = fields;
    this.records = records;
  }

  /**
   * Reads a file line by line.
   *
   * @param name of the file, for what is broken
   * @return false where it has lines and none of them is a record
   */
  boolean read(Path file, String name) throws IOException {
    boolean any = false;
    boolean empty = true;
    try (RecordLines lines = new RecordLines(file)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        empty = false;
        any |= read(line.get(), name + ":" + lines.number());
      }
    }
    return any || empty;
  }

  private boolean read(byte[] line, String where) throws IOException {
    try (JsonParser json = JSON.createParser(line)) {
      JsonToken first = json.nextToken();
      if (first == null) {
        return true;
      }
      Map<String, String> head = new HashMap<>();
      Map<String, Given> values = new HashMap<>();
      if (first != JsonToken.START_OBJECT || !record(json, head, values)) {
        records.broken(where, text(line));
        return false;
      }
      return records.add(head(head), values, where, text(line));
    } catch (JsonProcessingException e) {
      records.broken(where, text(line));
      return false;
    }
  }

  private static String text(byte[] line) {
    int shown = Math.min(line.length, SHOWN_BYTES);
    return new String(line, 0, shown, StandardCharsets.UTF_8);
  }

  private static RecordHead head(Map<String, String> head) {
    return new RecordHead(
        head.getOrDefault("record_id", ""),
        head.getOrDefault("form", ""),
        head.getOrDefault("source", ""),
        head.getOrDefault("page", ""),
        head.getOrDefault("received_at", ""),
        head.getOrDefault("status", ""));
  }

  /** Reads to the end of the line; false where it is no record. */
  private boolean record(JsonParser json, Map<String, String> head, Map<String, Given> values)
      throws IOException {
    boolean whole = true;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken value = json.nextToken();
      if (key.equals("fields")) {
        whole &= value == JsonToken.START_OBJECT && fields(json, values);
      } else if (value.isScalarValue()) {
        head.put(key, json.getText());
      } else {
        json.skipChildren();
      }
    }
    return whole && json.nextToken() == null;
  }

  private boolean fields(JsonParser json, Map<String, Given> values) throws IOException {
    boolean whole = true;
    while (whole && json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (!fields.has(field)) {
        json.skipChildren();
      } else {
        whole = value == JsonToken.START_OBJECT && field(json, fields.id(field), values);
      }
    }
    return whole;
  }

  private boolean field(JsonParser json, String field, Map<String, Given> values)
      throws IOException {
    String value = null;
    String decision = null;
    String reason = "";
    double confidence = Double.NaN;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String key = json.currentName();
      JsonToken token = json.nextToken();
      switch (key) {
        case "value" -> value = token == JsonToken.VALUE_STRING ? json.getText() : null;
        case "decision" -> decision = token == JsonToken.VALUE_STRING ? json.getText() : null;
        case "reason" -> reason = token == JsonToken.VALUE_STRING ? json.getText() : "";
        case "confidence" -> confidence = token.isNumeric() ? json.getDoubleValue() : Double.NaN;
        default -> json.skipChildren();
      }
    }
    if (value == null || decision == null || !(confidence >= 0 && confidence <= 1)) {
      return false;
    }
    Given given = fields.told(field, value, confidence, decision, reason);
    if (given != null) {
      values.put(field, given);
    }
    return true;
  }
}
