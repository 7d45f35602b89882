package yomitori.record;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.CheckBox;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.geometry.RectPx;
import yomitori.mark.MarkReading;
import yomitori.register.Fit;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.MarkMeasure;
import yomitori.text.DigitReading;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** What a page's values were decided from, as keys of {@code records.jsonl}, there and back. */
final class EvidenceJson {

  private static final String FIT = "fit";
  private static final String MATCHED = "matched";
  private static final String ANCHORS = "anchors";
  private static final String RESIDUAL_MM = "residual_mm";
  private static final String MARKS = "marks";
  private static final String SHIFT_MM = "shift_mm";
  private static final String BOX = "box";
  private static final String TEXTS = "texts";
  private static final String INK_SHARE = "ink_share";
  private static final String DAMAGED_SHARE = "damaged_share";
  private static final String OUTSIDE_MM2 = "outside_mm2";
  private static final String PRINT_SEEN = "print_seen";
  private static final String CANDIDATES = "candidates";
  private static final String CELLS = "cells";
  private static final String TEXT = "text";
  private static final String SCORE = "score";
  private static final String CHARACTER_SCORES = "character_scores";

  private EvidenceJson() {}

  static void write(JsonGenerator json, Evidence evidence, int page) throws IOException {
    json.writeObjectFieldStart(FIT);
    number(json, MATCHED, evidence.fit().matched());
    json.writeNumberField(ANCHORS, evidence.fit().anchors());
    number(json, RESIDUAL_MM, evidence.fit().residualMm());
    json.writeEndObject();
    json.writeObjectFieldStart(MARKS);
    for (MarkReading mark : evidence.marks()) {
      write(json, mark, evidence, page);
    }
    json.writeEndObject();
    json.writeObjectFieldStart(TEXTS);
    for (TextReading text : evidence.texts()) {
      write(json, text, evidence);
    }
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, MarkReading mark, Evidence evidence, int page)
      throws IOException {
    CheckBox box = mark.checkBox();
    json.writeObjectFieldStart(box.id());
    for (MarkMeasure measure : MarkMeasure.values()) {
      number(json, measure.key(), measure.of(mark));
    }
    json.writeArrayFieldStart(SHIFT_MM);
    json.writeNumber(plain(mark.found().x() - box.box().x()));
    json.writeNumber(plain(mark.found().y() - box.box().y()));
    json.writeEndArray();
    json.writeFieldName(BOX);
    FieldJson.writePlace(json, Optional.ofNullable(evidence.boxPlaces().get(box.id())), page);
    json.writeEndObject();
  }

  private static void write(JsonGenerator json, TextReading text, Evidence evidence)
      throws IOException {
    json.writeObjectFieldStart(text.fieldId());
    number(json, INK_SHARE, text.inkShare());
    number(json, DAMAGED_SHARE, text.damagedShare());
    number(json, PRINT_SEEN, evidence.printSeen().getOrDefault(text.fieldId(), 0.0));
    number(json, OUTSIDE_MM2, text.outsideMm2());
    json.writeArrayFieldStart(CANDIDATES);
    for (Candidate candidate : text.candidates()) {
      json.writeStartObject();
      json.writeStringField(TEXT, candidate.text());
      number(json, SCORE, candidate.score());
      if (!candidate.characterScores().isEmpty()) {
        json.writeArrayFieldStart(CHARACTER_SCORES);
        for (double score : candidate.characterScores()) {
          json.writeNumber(plain(score));
        }
        json.writeEndArray();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    if (!text.cells().isEmpty()) {
      write(json, text.cells());
    }
    json.writeEndObject();
  }

  /** For each cell the probabilities of 0 to 9, empty, crossed out and something else. */
  private static void write(JsonGenerator json, List<DigitReading> cells) throws IOException {
    json.writeArrayFieldStart(CELLS);
    for (DigitReading cell : cells) {
      json.writeStartArray();
      for (double probability : cell.probabilities()) {
        json.writeNumber(plain(probability, Evidence.CELL_PLACES));
      }
      json.writeEndArray();
    }
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String key, double value) throws IOException {
    json.writeFieldName(key);
    json.writeNumber(plain(value));
  }

  static String plain(double value) {
    return plain(value, Evidence.PLACES);
  }

  private static String plain(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }

  /**
   * The evidence of a record; empty where it does not hold every measure of every checkbox of the
   * form, as those of earlier versions do not.
   *
   * @param values the record's, which know where the fields lie
   * @throws BrokenRecordException if what is there is not evidence
   */
  static Optional<Evidence> read(JsonWalk record, Form form, List<FieldValue> values)
      throws BrokenRecordException {
    if (!record.node().has(MARKS)) {
      return Optional.empty();
    }
    JsonWalk marks = record.object(MARKS);
    List<MarkReading> readings = new ArrayList<>();
    Map<String, RectPx> boxPlaces = new HashMap<>();
    for (CheckBox box : form.checkBoxes()) {
      if (!complete(marks.node().path(box.id()))) {
        return Optional.empty();
      }
      JsonWalk mark = marks.object(box.id());
      readings.add(mark(box, mark));
      FieldJson.readPlace(mark, BOX).ifPresent(place -> boxPlaces.put(box.id(), place));
    }
    JsonWalk texts = record.object(TEXTS);
    List<TextReading> written = new ArrayList<>();
    Map<String, Double> printSeen = new HashMap<>();
    for (Field field : form.fields()) {
      if (texts.node().has(field.id())) {
        JsonWalk text = texts.object(field.id());
        written.add(text(field.id(), text));
        printSeen.put(field.id(), text.number(PRINT_SEEN));
      }
    }
    Map<String, RectPx> fieldPlaces = new HashMap<>();
    values.forEach(v -> v.box().ifPresent(place -> fieldPlaces.put(v.fieldId(), place)));
    return Optional.of(
        new Evidence(
            fit(record.object(FIT)), readings, written, printSeen, boxPlaces, fieldPlaces));
  }

  private static boolean complete(JsonNode mark) {
    for (MarkMeasure measure : MarkMeasure.values()) {
      if (!mark.has(measure.key())) {
        return false;
      }
    }
    return true;
  }

  private static Fit fit(JsonWalk fit) throws BrokenRecordException {
    return new Fit(fit.number(MATCHED), fit.natural(ANCHORS), fit.number(RESIDUAL_MM));
  }

  private static MarkReading mark(CheckBox box, JsonWalk mark) throws BrokenRecordException {
    Map<MarkMeasure, Double> measures = new EnumMap<>(MarkMeasure.class);
    for (MarkMeasure measure : MarkMeasure.values()) {
      measures.put(measure, mark.number(measure.key()));
    }
    JsonNode shift = mark.array(SHIFT_MM);
    double dx = shift.path(0).asDouble(Double.NaN);
    double dy = shift.path(1).asDouble(Double.NaN);
    if (!Double.isFinite(dx + dy)) {
      throw mark.wrong(SHIFT_MM);
    }
    return MarkMeasure.reading(box, box.box().shift(dx, dy), measures::get);
  }

  private static TextReading text(String id, JsonWalk text) throws BrokenRecordException {
    List<Candidate> candidates = new ArrayList<>();
    for (JsonNode node : text.array(CANDIDATES)) {
      JsonWalk candidate = new JsonWalk("texts." + id + "." + CANDIDATES, node);
      candidates.add(candidate(candidate));
    }
    List<DigitReading> cells = new ArrayList<>();
    if (text.node().has(CELLS)) {
      for (JsonNode cell : text.array(CELLS)) {
        cells.add(cell(cell, text));
      }
    }
    return new TextReading(
        id,
        text.number(INK_SHARE),
        candidates,
        text.number(DAMAGED_SHARE),
        cells,
        text.node().has(OUTSIDE_MM2) ? text.number(OUTSIDE_MM2) : 0);
  }

  private static Candidate candidate(JsonWalk candidate) throws BrokenRecordException {
    List<Double> scores = new ArrayList<>();
    if (candidate.node().has(CHARACTER_SCORES)) {
      for (JsonNode score : candidate.array(CHARACTER_SCORES)) {
        scores.add(score.asDouble(Double.NaN));
      }
    }
    try {
      return new Candidate(candidate.text(TEXT), candidate.number(SCORE), scores);
    } catch (IllegalArgumentException e) {
      throw candidate.wrong(CHARACTER_SCORES);
    }
  }

  private static DigitReading cell(JsonNode cell, JsonWalk text) throws BrokenRecordException {
    List<Double> probabilities = new ArrayList<>();
    for (JsonNode probability : cell) {
      probabilities.add(probability.asDouble(Double.NaN));
    }
    try {
      return DigitReading.of(probabilities);
    } catch (IllegalArgumentException e) {
      throw text.wrong(CELLS);
    }
  }
}
