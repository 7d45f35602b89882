package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.Field;
import yomitori.simulate.JmaForm;

/** The main job from end to end: the demo's faxes in, records out, held against their truth. */
class DemoTest {

  private static final Path FAXES = Path.of("testdata", "demo");

  /** Pages whose writing is printed type, and whose code therefore stands clear. */
  private static final Set<String> PRINTED =
      Set.of("fax-20221115-0912.tif#1", "fax-20221118-1055.pdf#1", "fax-20221121-0840.tif#1");

  @TempDir static Path out;

  private static int exitCode;
  private static final StringWriter ERR = new StringWriter();
  private static final Map<String, JsonNode> RECORDS = new TreeMap<>();
  private static final Map<String, Map<String, String>> TRUTH = new HashMap<>();

  @BeforeAll
  static void readTheDemo() throws IOException {
    Session session =
        new Session(
            Path.of(""),
            new PrintWriter(new StringWriter()),
            new PrintWriter(ERR),
            false,
            new Messages(Locale.ENGLISH),
            Wiring.rooms());
    exitCode =
        Yomitori.commandLine(session)
            .execute("read", FAXES.toString(), "--out", out.toString(), "--overlay");
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(out.resolve("records.jsonl"))) {
      JsonNode record = json.readTree(line);
      RECORDS.put(record.get("source").asText() + "#" + record.get("page").asInt(), record);
    }
    try (Reader reader = Files.newBufferedReader(FAXES.resolve("truth.csv"))) {
      CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
      for (CSVRecord row : format.parse(reader)) {
        TRUTH.put(row.get("source") + "#" + row.get("page"), row.toMap());
      }
    }
  }

  @Test
  void everyFaxIsInTheRecords() {
    assertThat(exitCode).as(ERR.toString()).isZero();
    assertThat(RECORDS).hasSize(15).containsKeys(TRUTH.keySet().toArray(String[]::new));
    assertThat(ERR.toString()).doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void onlyTheCoverSheetIsNotAForm() {
    RECORDS.forEach(
        (page, record) ->
            assertThat(record.get("status").asText())
                .as(page)
                .isIn(
                    TRUTH.containsKey(page)
                        ? List.of("accepted", "review")
                        : List.of("not_a_form")));
  }

  @Test
  void everyTickIsRightOrInDoubtAndFewAreInDoubt() {
    int all = 0;
    int doubts = 0;
    List<String> wrong = new ArrayList<>();
    for (String page : TRUTH.keySet()) {
      for (Field field : JmaForm.FORM.fields()) {
        if (!(field instanceof CheckboxField || field instanceof ChoiceField)) {
          continue;
        }
        String truth = TRUTH.get(page).get(field.id());
        String read = value(page, field.id()).get("value").asText();
        all++;
        if (read.equals("?") && !truth.equals("?")) {
          doubts++;
        } else if (!read.equals(truth)) {
          wrong.add(page + " " + field.id() + ": " + read + " for " + truth);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(all).isEqualTo(14 * 20);
    assertThat(doubts).isLessThanOrEqualTo(all / 50);
  }

  @Test
  void printedTypeIsReadRight() {
    for (String page : PRINTED) {
      for (Field field : JmaForm.FORM.fields()) {
        assertThat(value(page, field.id()).get("value").asText())
            .as(page + " " + field.id())
            .isEqualTo(TRUTH.get(page).get(field.id()));
      }
    }
  }

  @Test
  void noWrongTextIsAccepted() {
    for (String page : TRUTH.keySet()) {
      for (Field field : JmaForm.FORM.fields()) {
        JsonNode value = value(page, field.id());
        if (value.get("decision").asText().equals("accepted")) {
          assertThat(value.get("value").asText())
              .as(page + " " + field.id())
              .isEqualTo(TRUTH.get(page).get(field.id()));
        }
      }
    }
  }

  @Test
  void everyPageHasAnOverlay() throws IOException {
    try (var pictures = Files.list(out.resolve("overlay"))) {
      assertThat(pictures).hasSize(RECORDS.size()).allMatch(p -> p.toString().endsWith(".png"));
    }
  }

  private static JsonNode value(String page, String field) {
    return RECORDS.get(page).get("fields").get(field);
  }
}
