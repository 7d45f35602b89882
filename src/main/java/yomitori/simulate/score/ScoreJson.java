package yomitori.simulate.score;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.score.Score.FieldScore;
import yomitori.simulate.score.Score.HandEffect;
import yomitori.simulate.score.Score.Mistake;
import yomitori.simulate.score.Score.PageEffect;

/**
 * Scores as JSON, as {@code docs/evaluate.md} describes it: keys always in the same order, so that
 * two scores can be compared line by line.
 */
public final class ScoreJson {

  private final JsonGenerator json;
  private final JsonFigures figures;

  private ScoreJson(JsonGenerator json) {
    this.json = json;
    this.figures = new JsonFigures(json);
  }

  /** Writes one score into a file. */
  public static void write(Path file, Score score) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      new ScoreJson(json).score(score);
    }
    Files.writeString(file, text + "\n");
  }

  /**
   * Writes the scores of profiles into a file, by profile and by whether a list of institutions was
   * used: {@code with_list} where there was one, and {@code without_list}.
   */
  public static void write(Path file, Map<LineProfile, ProfileScores> scores) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = generator(text)) {
      json.writeStartObject();
      for (Map.Entry<LineProfile, ProfileScores> profile : scores.entrySet()) {
        json.writeObjectFieldStart(Shown.profile(profile.getKey()));
        Optional<Score> withList = profile.getValue().withList();
        if (withList.isPresent()) {
          json.writeFieldName("with_list");
          new ScoreJson(json).score(withList.get());
        }
        json.writeFieldName("without_list");
        new ScoreJson(json).score(profile.getValue().withoutList());
        json.writeEndObject();
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
      figures.counts(kind.getKey().word(), kind.getValue());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("fields");
    for (FieldScore field : score.fields()) {
      json.writeStartObject();
      json.writeStringField("form", field.form());
      json.writeStringField("field", field.field());
      json.writeStringField("kind", field.kind().word());
      figures.numbers(field.counts());
      json.writeEndObject();
    }
    json.writeEndArray();
    new WritingJson(json).write(score);
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
    figures.rate("not_read", pages.notRead());
    figures.rate("with_wrong_mark", pages.wrongMarkRate());
    json.writeNumberField("others_left_out", pages.othersLeftOut());
    json.writeNumberField("others_taken", pages.othersTaken());
    json.writeNumberField("unknown_sources", pages.unknownSources());
    json.writeEndObject();
  }

  private void marks(Score.Marks marks) throws IOException {
    json.writeObjectFieldStart("marks");
    figures.numbers(marks.counts());
    json.writeNumberField("false_marks", marks.falseMarks());
    json.writeNumberField("lost_marks", marks.lostMarks());
    json.writeNumberField("review_cut_off", marks.reviewCutOff());
    figures.rate("error_rate", marks.counts().errorRate());
    figures.rate("error_rate_with_no_ink", marks.errorRateWithNoInk());
    figures.rate("review_rate", marks.counts().reviewRate());
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
      figures.counts("marks", effect.marks());
      figures.counts("texts", effect.texts());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("hand_effects");
    for (HandEffect effect : score.handEffects()) {
      json.writeStartObject();
      json.writeStringField("effect", effect.effect());
      figures.counts("marks", effect.marks());
      figures.counts("texts", effect.texts());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void calibration(String name, Calibration calibration) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("values", calibration.values());
    figures.decimal("expected_calibration_error", calibration.expectedError());
    figures.decimal("brier", calibration.brier());
    json.writeArrayFieldStart("bins");
    for (Calibration.Bin bin : calibration.bins()) {
      json.writeStartObject();
      json.writeNumberField("from", bin.from());
      json.writeNumberField("to", bin.to());
      json.writeNumberField("values", bin.values());
      figures.decimal("confidence", bin.confidence());
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
    figures.decimal("median_mm", laid.medianMm());
    figures.decimal("p95_mm", laid.p95Mm());
    figures.decimal("worst_mm", laid.worstMm());
    json.writeNumberField("misplaced", laid.misplaced());
    json.writeNumberField("accepted_aside", laid.acceptedAside());
    json.writeEndObject();
  }

  private void time(OperatorTime time) throws IOException {
    json.writeObjectFieldStart("operator_seconds");
    json.writeNumberField("forms", time.forms());
    figures.decimal("review", time.reviewSeconds());
    figures.decimal("keyed", time.keyedSeconds());
    figures.decimal("wrong", time.wrongSeconds());
    figures.decimal("per_form", time.perForm());
    figures.decimal("by_hand_per_form", time.byHandPerForm());
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
      figures.decimal("confidence", answer.confidence().getAsDouble());
    } else {
      json.writeNullField("confidence");
    }
    json.writeStringField("hand", String.join(" ", answer.effects()));
    json.writeStringField("line", String.join(", ", mistake.effects()));
    json.writeEndObject();
  }
}
