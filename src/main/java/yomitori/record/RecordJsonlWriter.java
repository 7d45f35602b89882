package yomitori.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import yomitori.resolve.FieldValue;

/**
 * Writes {@code records.jsonl}: one JSON object a line, as {@code docs/records.schema.json} says;
 * UTF-8 without a byte order mark, lines ended by a line feed. Not thread-safe.
 */
public final class RecordJsonlWriter implements Closeable {

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
      json.writeStringField("status", FieldJson.lower(record.status()));
      json.writeObjectFieldStart("fields");
      for (FieldValue value : record.values()) {
        json.writeFieldName(value.fieldId());
        FieldJson.write(json, value, record.page());
      }
      json.writeEndObject();
      if (record.evidence().isPresent()) {
        EvidenceJson.write(json, record.evidence().get(), record.page());
      }
      json.writeEndObject();
    }
    write(line.toByteArray());
  }

  /** Appends one line as it is. */
  void write(byte[] line) throws IOException {
    ByteArrayOutputStream ended = new ByteArrayOutputStream(line.length + 1);
    ended.writeBytes(line);
    ended.write('\n');
    file.append(ended.toByteArray());
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
