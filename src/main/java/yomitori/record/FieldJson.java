package yomitori.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.geometry.RectPx;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;

/** A field's value as an object of {@code records.jsonl}, there and back. */
final class FieldJson {

  /** Decimal places of a confidence; more would pretend to know. */
  private static final int CONFIDENCE_PLACES = 4;

  private static final String VALUE = "value";
  private static final String CONFIDENCE = "confidence";
  private static final String DECISION = "decision";
  private static final String ALTERNATIVES = "alternatives";
  private static final String REASON = "reason";
  private static final String BOX = "box";

  private FieldJson() {}

  static void write(JsonGenerator json, FieldValue value, int page) throws IOException {
    json.writeStartObject();
    json.writeStringField(VALUE, value.value());
    json.writeNumberField(CONFIDENCE, shown(value.confidence()));
    json.writeStringField(DECISION, lower(value.decision()));
    json.writeArrayFieldStart(ALTERNATIVES);
    for (String alternative : value.alternatives()) {
      json.writeString(alternative);
    }
    json.writeEndArray();
    json.writeStringField(REASON, value.reason().map(FieldJson::lower).orElse(null));
    json.writeFieldName(BOX);
    writePlace(json, value.box(), page);
    json.writeEndObject();
  }

  private static BigDecimal shown(double confidence) {
    return BigDecimal.valueOf(confidence).setScale(CONFIDENCE_PLACES, RoundingMode.HALF_UP);
  }

  /** A place on the page, or null for one that lies off it. */
  static void writePlace(JsonGenerator json, Optional<RectPx> place, int page) throws IOException {
    if (place.isEmpty()) {
      json.writeNull();
      return;
    }
    RectPx box = place.get();
    json.writeStartObject();
    json.writeNumberField("page", page);
    json.writeNumberField("x", box.x());
    json.writeNumberField("y", box.y());
    json.writeNumberField("w", box.w());
    json.writeNumberField("h", box.h());
    json.writeEndObject();
  }

  /**
   * @throws BrokenRecordException if it is no such object
   */
  static FieldValue read(String id, JsonNode json) throws BrokenRecordException {
    JsonWalk field = new JsonWalk("fields." + id, json);
    List<String> alternatives = new ArrayList<>();
    for (JsonNode alternative : field.array(ALTERNATIVES)) {
      alternatives.add(alternative.asText());
    }
    JsonNode reason = field.any(REASON);
    return new FieldValue(
        id,
        field.text(VALUE),
        field.share(CONFIDENCE),
        field.constant(DECISION, Decision.class),
        alternatives,
        reason.isNull() ? Optional.empty() : Optional.of(field.constant(REASON, Reason.class)),
        readPlace(field, BOX));
  }

  static Optional<RectPx> readPlace(JsonWalk object, String key) throws BrokenRecordException {
    if (object.any(key).isNull()) {
      return Optional.empty();
    }
    JsonWalk box = object.object(key);
    return Optional.of(
        new RectPx(box.whole("x"), box.whole("y"), box.natural("w"), box.natural("h")));
  }

  /** Whether two values look the same in a record. */
  static boolean same(FieldValue a, FieldValue b) {
    return shown(a.confidence()).compareTo(shown(b.confidence())) == 0
        && a.value().equals(b.value())
        && a.decision() == b.decision()
        && a.alternatives().equals(b.alternatives())
        && a.reason().equals(b.reason());
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
