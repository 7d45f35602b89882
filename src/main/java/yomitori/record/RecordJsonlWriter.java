package yomitori.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Locale;
import yomitori.geometry.RectPx;
import yomitori.resolve.FieldValue;

/**
 * Writes {@code records.jsonl}: one JSON object a line, as {@code docs/records.schema.json} says;
 * UTF-8 without a byte order mark, lines ended by a line feed. Not thread-safe.
 */
public final class RecordJsonlWriter implements Closeable {

  /** Decimal places of a confidence; more would pretend to know. */
  private static final int CONFIDENCE_PLACES = 4;

  private static final JsonFactory JSON = new JsonFactory();

  private final StagedFile file;

  /**
   * @param target the file; it appears when {@link #publish} is called
   */
  public RecordJsonlWriter(Path target) throws IOException {
    this.file = new StagedFile(target);
  }

  /** Appends one line. */
  public void write(PageRecord record) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("record_id", record.recordId());
      json.writeStringField("form", record.form());
      json.writeStringField("form_version", record.formVersion());
      json.writeStringField("source", record.source());
      json.writeNumberField("page", record.page());
      json.writeStringField("received_at", record.receivedAt().toString());
      json.writeStringField("status", lower(record.status()));
      json.writeObjectFieldStart("fields");
      for (FieldValue value : record.values()) {
        json.writeFieldName(value.fieldId());
        write(json, value, record.page());
      }
      json.writeEndObject();
      json.writeEndObject();
    }
    line.write('\n');
    file.append(line.toByteArray());
  }

  private static void write(JsonGenerator json, FieldValue value, int page) throws IOException {
    json.writeStartObject();
    json.writeStringField("value", value.value());
    json.writeNumberField(
        "confidence",
        BigDecimal.valueOf(value.confidence()).setScale(CONFIDENCE_PLACES, RoundingMode.HALF_UP));
    json.writeStringField("decision", lower(value.decision()));
    json.writeArrayFieldStart("alternatives");
    for (String alternative : value.alternatives()) {
      json.writeString(alternative);
    }
    json.writeEndArray();
    json.writeStringField("reason", value.reason().map(RecordJsonlWriter::lower).orElse(null));
    if (value.box().isPresent()) {
      RectPx box = value.box().get();
      json.writeObjectFieldStart("box");
      json.writeNumberField("page", page);
      json.writeNumberField("x", box.x());
      json.writeNumberField("y", box.y());
      json.writeNumberField("w", box.w());
      json.writeNumberField("h", box.h());
      json.writeEndObject();
    } else {
      json.writeNullField("box");
    }
    json.writeEndObject();
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Closes the file and gives it its name. */
  public void publish() throws IOException {
    file.publish();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
