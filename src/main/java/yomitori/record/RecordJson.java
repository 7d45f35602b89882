package yomitori.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import yomitori.resolve.FieldValue;
import yomitori.text.SenderLine;

/** A record as a JSON object, as {@code docs/records.schema.json} says. */
public final class RecordJson {

  private static final JsonFactory JSON = new JsonFactory();

  private RecordJson() {}

  /** The object in UTF-8, on one line without its end. */
  public static byte[] line(PageRecord record) throws IOException {
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
      if (record.sender().isPresent()) {
        write(json, record.sender().get());
      }
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
    return line.toByteArray();
  }

  private static void write(JsonGenerator json, SenderLine sender) throws IOException {
    json.writeObjectFieldStart("sender");
    json.writeStringField("number", sender.number());
    json.writeFieldName("score");
    json.writeNumber(EvidenceJson.plain(sender.score()));
    json.writeStringField("line", sender.text());
    json.writeEndObject();
  }
}
