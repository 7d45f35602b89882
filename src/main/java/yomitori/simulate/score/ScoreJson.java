package yomitori.simulate.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import yomitori.simulate.score.Score.FieldScore;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.Mistake;
import yomitori.simulate.score.Score.PageEffect;

/**
 * Scores as JSON, as {@code docs/evaluate.md} describes it: keys always in the same order, so that
 * two scores can be compared line by line.
 */
public final class ScoreJson {

  /** Decimal places of shares: more would be noise even of a million marks. */
  private static final int PLACES = 6;

  private final JsonGenerator json;

  private ScoreJson(JsonGenerator json) {
    this.json = json;
  }

  /** Writes one score into a file. */
  public static void write(Path file, Score score) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      new ScoreJson(json).score(score);
    }
    Files.writeString(file, text + "\n");
  }

  /** Writes several scores into a file, by name. */
  public static void write(Path file, Map<String, Score> scores) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, Score> score : scores.entrySet()) {
        json.writeFieldName(score.getKey());
        new ScoreJson(json).score(score.getValue());
      }
      json.writeEndObject();
    }
    Files.writeString(file, text + "\n");
  }

  private static JsonGenerator generator(StringWriter text) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new JsonFactory()
        .createGenerator(text)
        .setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indenter));
  }

  private void score(Score score) throws IOException {
    json.writeStartObject();
    pages(score.pages());
    marks(score.marks());
    json.writeObjectFieldStart("kinds");
    for (Map.Entry<Kind, Counts> kind : score.kinds().entrySet()) {
      counts(kind.getKey().word(), kind.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("fields");
    for (FieldScore field : score.fields()) {
      json.writeStartObject();
      json.writeStringField("form", field.form());
      json.writeStringField("field", field.field());
      json.writeStringField("kind", field.kind().word());
      numbers(field.counts());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeObjectFieldStart("texts");
    for (Map.Entry<Kind, TextScore> text : score.texts().entrySet()) {
      text(text.getKey().word(), text.getValue());
    }
    json.writeEndObject();
    effects(score);
    json.writeObjectFieldStart("calibration");
    for (Map.Entry<String, Calibration> group : score.calibration().entrySet()) {
      calibration(group.getKey(), group.getValue());
    }
    json.writeEndObject();
    registration(score);
    time(score.time());
    json.writeArrayFieldStart("worst");
    for (Mistake mistake : score.mistakes()) {
      mistake(mistake);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void pages(PageCounts pages) throws IOException {
    json.writeObjectFieldStart("pages");
    json.writeNumberField("forms", pages.forms());
    json.writeNumberField("accepted", pages.accepted());
    json.writeNumberField("review", pages.review());
    json.writeNumberField("unreadable", pages.unreadable());
    json.writeNumberField("not_a_form", pages.notAForm());
    json.writeNumberField("other_form", pages.otherForm());
    json.writeNumberField("failed", pages.failed());
    json.writeNumberField("no_record", pages.noRecord());
    rate("not_read", pages.notRead());
    rate("with_wrong_mark", pages.wrongMarkRate());
    json.writeNumberField("others_left_out", pages.othersLeftOut());
    json.writeNumberField("others_taken", pages.othersTaken());
    json.writeNumberField("unknown_sources", pages.unknownSources());
    json.writeEndObject();
  }

  private void marks(Score.Marks marks) throws IOException {
    json.writeObjectFieldStart("marks");
    numbers(marks.counts());
    json.writeNumberField("false_marks", marks.falseMarks());
    json.writeNumberField("lost_marks", marks.lostMarks());
    json.writeNumberField("review_cut_off", marks.reviewCutOff());
    rate("error_rate", marks.counts().errorRate());
    rate("error_rate_with_no_ink", marks.errorRateWithNoInk());
    rate("review_rate", marks.counts().reviewRate());
    json.writeEndObject();
  }

  private void counts(String name, Counts counts) throws IOException {
    json.writeObjectFieldStart(name);
    numbers(counts);
    json.writeEndObject();
  }

  private void numbers(Counts counts) throws IOException {
    json.writeNumberField("n", counts.all());
    json.writeNumberField("right", counts.right());
    json.writeNumberField("wrong", counts.wrong());
    json.writeNumberField("review", counts.review());
    json.writeNumberField("review_right", counts.reviewRight());
    json.writeNumberField("missed", counts.missed());
    json.writeNumberField("no_ink", counts.noInk());
    json.writeNumberField("no_ink_wrong", counts.noInkWrong());
  }

  private void rate(String name, Rate rate) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("cases", rate.cases());
    json.writeNumberField("of", rate.of());
    decimal("share", rate.share());
    decimal("lower95", rate.lower());
    decimal("upper95", rate.upper());
    json.writeEndObject();
  }

  private void text(String name, TextScore text) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("written", text.written());
    json.writeNumberField("exact", text.exact());
    json.writeNumberField("accepted_written", text.acceptedWritten());
    json.writeNumberField("accepted_exact", text.acceptedExact());
    json.writeNumberField("filled_in", text.filledIn());
    json.writeNumberField("characters", text.all().meant());
    json.writeNumberField("edits", text.all().edits());
    decimal("character_error_rate", text.all().errorRate());
    json.writeNumberField("accepted_characters", text.accepted().meant());
    json.writeNumberField("accepted_edits", text.accepted().edits());
    decimal("accepted_character_error_rate", text.accepted().errorRate());
    json.writeNumberField("digits", text.digits().meant());
    json.writeNumberField("right_digits", text.digits().right());
    json.writeNumberField("accepted_digits", text.acceptedDigits().meant());
    json.writeNumberField("accepted_right_digits", text.acceptedDigits().right());
    json.writeEndObject();
  }

  private void effects(Score score) throws IOException {
    json.writeArrayFieldStart("page_effects");
    for (PageEffect effect : score.pageEffects()) {
      json.writeStartObject();
      json.writeStringField("effect", effect.effect());
      json.writeStringField("level", effect.level().word());
      json.writeNumberField("pages", effect.pages());
      json.writeNumberField("not_read", effect.notRead());
      counts("marks", effect.marks());
      counts("texts", effect.texts());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("hand_effects");
    for (HandEffect effect : score.handEffects()) {
      json.writeStartObject();
      json.writeStringField("effect", effect.effect());
      counts("marks", effect.marks());
      counts("texts", effect.texts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void calibration(String name, Calibration calibration) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("values", calibration.values());
    decimal("expected_calibration_error", calibration.expectedError());
    decimal("brier", calibration.brier());
    json.writeArrayFieldStart("bins");
    for (Calibration.Bin bin : calibration.bins()) {
      json.writeStartObject();
      json.writeNumberField("from", bin.from());
      json.writeNumberField("to", bin.to());
      json.writeNumberField("values", bin.values());
      decimal("confidence", bin.confidence());
      json.writeNumberField("right", bin.right());
      json.writeNumberField("accepted", bin.accepted());
      json.writeNumberField("accepted_wrong", bin.acceptedWrong());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void registration(Score score) throws IOException {
    if (score.misplacement().isEmpty()) {
      json.writeNullField("registration");
      return;
    }
    Misplacement laid = score.misplacement().get();
    json.writeObjectFieldStart("registration");
    json.writeNumberField("pages", laid.pages());
    decimal("median_mm", laid.medianMm());
    decimal("p95_mm", laid.p95Mm());
    decimal("worst_mm", laid.worstMm());
    json.writeNumberField("misplaced", laid.misplaced());
    json.writeNumberField("accepted_aside", laid.acceptedAside());
    json.writeEndObject();
  }

  private void time(OperatorTime time) throws IOException {
    json.writeObjectFieldStart("operator_seconds");
    json.writeNumberField("forms", time.forms());
    decimal("review", time.reviewSeconds());
    decimal("keyed", time.keyedSeconds());
    decimal("wrong", time.wrongSeconds());
    decimal("per_form", time.perForm());
    decimal("by_hand_per_form", time.byHandPerForm());
    json.writeEndObject();
  }

  private void mistake(Mistake mistake) throws IOException {
    Answer answer = mistake.answer();
    json.writeStartObject();
    json.writeStringField("source", mistake.page().source());
    json.writeNumberField("page", mistake.page().page());
    json.writeStringField("place", answer.place());
    json.writeStringField("kind", answer.kind().word());
    json.writeStringField("meant", answer.meant());
    json.writeStringField("given", answer.given());
    if (answer.confidence().isPresent()) {
      decimal("confidence", answer.confidence().getAsDouble());
    } else {
      json.writeNullField("confidence");
    }
    json.writeStringField("hand", String.join(" ", answer.effects()));
    json.writeStringField("line", String.join(", ", mistake.effects()));
    json.writeEndObject();
  }

  private void decimal(String name, double value) throws IOException {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    json.writeNumberField(name, rounded.stripTrailingZeros().add(BigDecimal.ZERO));
  }
}
