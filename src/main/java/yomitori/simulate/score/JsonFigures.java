package yomitori.simulate.score;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes counts, rates and shares as members of a JSON object. */
final class JsonFigures {

  /** Decimal places of shares: more would be noise even of a million marks. */
  private static final int PLACES = 6;

  private final JsonGenerator json;

  JsonFigures(JsonGenerator json) {
    this.json = json;
  }

  void counts(String name, Counts counts) throws IOException {
    json.writeObjectFieldStart(name);
    numbers(counts);
    json.writeEndObject();
  }

  void numbers(Counts counts) throws IOException {
    json.writeNumberField("n", counts.all());
    json.writeNumberField("right", counts.right());
    json.writeNumberField("wrong", counts.wrong());
    json.writeNumberField("review", counts.review());
    json.writeNumberField("review_right", counts.reviewRight());
    json.writeNumberField("missed", counts.missed());
    json.writeNumberField("no_ink", counts.noInk());
    json.writeNumberField("no_ink_wrong", counts.noInkWrong());
  }

  void rate(String name, Rate rate) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("cases", rate.cases());
    json.writeNumberField("of", rate.of());
    decimal("share", rate.share());
    decimal("lower95", rate.lower());
    decimal("upper95", rate.upper());
    json.writeEndObject();
  }

  void decimal(String name, double value) throws IOException {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(PLACES, RoundingMode.HALF_UP);
    json.writeNumberField(name, rounded.stripTrailingZeros().add(BigDecimal.ZERO));
  }
}
