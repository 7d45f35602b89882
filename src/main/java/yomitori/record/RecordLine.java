package yomitori.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.Form;
import yomitori.record.PageRecord.Status;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;

/**
 * A line of {@code records.jsonl} that was read back. Keys of which this version knows nothing are
 * kept. Immutable.
 */
public final class RecordLine {

  private static final String FIELDS = "fields";
  private static final String STATUS = "status";

  /** Numbers keep every digit, zeros at the end too. */
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private final byte[] bytes;
  private final ObjectNode json;
  private final PageRecord record;

  private RecordLine(byte[] bytes, ObjectNode json, PageRecord record) {
    this.bytes = bytes;
    this.json = json;
    this.record = record;
  }

  /**
   * Takes a line, with or without its end.
   *
   * @throws BrokenRecordException if it is not a record
   */
  public static RecordLine parse(byte[] bytes) throws BrokenRecordException {
    JsonNode node;
    try {
      node = JSON.readTree(bytes);
    } catch (IOException e) {
      BrokenRecordException broken = new BrokenRecordException("");
      broken.initCause(e);
      throw broken;
    }
    PageRecord record = record(new JsonWalk("", node));
    return new RecordLine(bytes.clone(), (ObjectNode) node, record);
  }

  private static PageRecord record(JsonWalk json) throws BrokenRecordException {
    int page = json.whole("page");
    if (page < 1) {
      throw json.wrong("page");
    }
    List<FieldValue> values = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : json.object(FIELDS).node().properties()) {
      values.add(FieldJson.read(field.getKey(), field.getValue()));
    }
    Instant receivedAt;
    try {
      receivedAt = Instant.parse(json.text("received_at"));
    } catch (DateTimeException e) {
      BrokenRecordException broken = json.wrong("received_at");
      broken.initCause(e);
      throw broken;
    }
    return new PageRecord(
        json.text("record_id"),
        json.text("form"),
        json.text("form_version"),
        json.text("source"),
        page,
        receivedAt,
        json.constant(STATUS, Status.class),
        values);
  }

  /** What it says, without the evidence. */
  public PageRecord record() {
    return record;
  }

  /**
   * What its values were decided from; empty where the line does not hold every measure of every
   * checkbox of the form.
   *
   * @throws BrokenRecordException if what is there cannot be evidence
   */
  public Optional<Evidence> evidence(Form form) throws BrokenRecordException {
    return EvidenceJson.read(new JsonWalk("", json), form, record.values());
  }

  /** The line as it was read or changed, without its end. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** This line with other values in place of those of the same fields, and another status. */
  public RecordLine with(List<FieldValue> values, Status status) {
    ObjectNode changed = json.deepCopy();
    ObjectNode fields = (ObjectNode) changed.path(FIELDS);
    values.forEach(value -> fields.set(value.fieldId(), tree(value, record.page())));
    changed.put(STATUS, FieldJson.lower(status));
    try {
      return new RecordLine(JSON.writeValueAsBytes(changed), changed, record.with(values, status));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(FieldValue value, int page) {
    try {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      try (JsonGenerator generator = JSON.createGenerator(written)) {
        FieldJson.write(generator, value, page);
      }
      return JSON.readTree(written.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
