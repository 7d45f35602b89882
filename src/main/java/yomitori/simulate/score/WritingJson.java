package yomitori.simulate.score;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;

/** Writes how written fields were read, as members of a score's JSON object. */
final class WritingJson {

  private final JsonGenerator json;
  private final JsonFigures figures;

  WritingJson(JsonGenerator json) {
    this.json = json;
    this.figures = new JsonFigures(json);
  }

  void write(Score score) throws IOException {
    json.writeObjectFieldStart("texts");
    for (Map.Entry<Kind, TextScore> text : score.texts().entrySet()) {
      json.writeObjectFieldStart(text.getKey().word());
      numbers(text.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeObjectFieldStart("subjects");
    for (Map.Entry<Subject, SubjectScore> subject : score.subjects().entrySet()) {
      json.writeObjectFieldStart(subject.getKey().word());
      numbers(subject.getValue());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayFieldStart("scripts");
    for (ScriptScore script : score.scripts()) {
      json.writeStartObject();
      json.writeStringField("script", script.script());
      json.writeStringField("group", script.group().word());
      numbers(script.lines());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void numbers(SubjectScore subject) throws IOException {
    json.writeNumberField("written", subject.written());
    json.writeNumberField("accepted_written", subject.acceptedWritten());
    json.writeNumberField("filled_in", subject.filledIn());
    json.writeNumberField("wrong", subject.wrong());
    figures.rate("accepted_rate", subject.accepted());
    figures.rate("error_rate", subject.wrongOfAccepted());
  }

  private void numbers(TextScore text) throws IOException {
    json.writeNumberField("written", text.written());
    json.writeNumberField("exact", text.exact());
    json.writeNumberField("accepted_written", text.acceptedWritten());
    json.writeNumberField("accepted_exact", text.acceptedExact());
    json.writeNumberField("filled_in", text.filledIn());
    json.writeNumberField("characters", text.all().meant());
    json.writeNumberField("edits", text.all().edits());
    figures.decimal("character_error_rate", text.all().errorRate());
    json.writeNumberField("accepted_characters", text.accepted().meant());
    json.writeNumberField("accepted_edits", text.accepted().edits());
    figures.decimal("accepted_character_error_rate", text.accepted().errorRate());
    json.writeNumberField("digits", text.digits().meant());
    json.writeNumberField("right_digits", text.digits().right());
    json.writeNumberField("accepted_digits", text.acceptedDigits().meant());
    json.writeNumberField("accepted_right_digits", text.acceptedDigits().right());
  }
}
