package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.simulate.JmaForm;
import yomitori.simulate.survey.Survey;
import yomitori.simulate.survey.SurveySize;

/** The tally of a survey of which everything is known. */
class TallyOfSurveyTest {

  @TempDir static Path folder;

  private static Path survey;
  private static Path tally;

  @BeforeAll
  static void count() throws IOException {
    survey = folder.resolve("survey");
    tally = folder.resolve("tally");
    Survey.write(JmaForm.FORM, new SurveySize(600, 400, 60, 300), 11, survey);
    tally("fax.jsonl", tally);
  }

  @Test
  void everyCountIsTheTruth() throws IOException {
    assertThat(counts(tally.resolve("tables.csv"))).isEqualTo(truth());
  }

  @Test
  void aTableOfRecordsGivesTheSameCounts() throws IOException {
    Path other = folder.resolve("from-csv");
    tally("fax.csv", other);
    assertThat(counts(other.resolve("tables.csv"))).isEqualTo(truth());
  }

  @Test
  void exactlyThePlantedDuplicatesAreTakenOut() throws IOException {
    List<String> columns =
        List.of("removed_source", "removed_reference", "kept_source", "kept_reference");
    assertThat(cells(tally.resolve("removed.csv"), columns))
        .hasSize(60)
        .containsExactlyInAnyOrderElementsOf(cells(survey.resolve("truth-removed.csv"), columns));
  }

  @Test
  void aWrongDigitOfACodeOrAWrongPrefectureIsProposed() throws IOException {
    List<List<String>> proposed =
        cells(
            tally.resolve("proposals.csv"),
            List.of("first_source", "first_reference", "second_source", "second_reference"));
    for (CSVRecord pair : rows(survey.resolve("truth-near.csv"))) {
      List<String> one = List.of(pair.get("source"), pair.get("reference"));
      List<String> other = List.of(pair.get("other_source"), pair.get("other_reference"));
      if (List.of("code_digit", "prefecture").contains(pair.get("kind"))) {
        assertThat(proposed)
            .as(pair.get("kind"))
            .anyMatch(
                p ->
                    (p.subList(0, 2).equals(one) && p.subList(2, 4).equals(other))
                        || (p.subList(0, 2).equals(other) && p.subList(2, 4).equals(one)));
      }
    }
  }

  @Test
  void everyContradictionIsFound() throws IOException {
    JsonNode planted =
        new ObjectMapper().readTree(survey.resolve("truth.json").toFile()).path("contradictions");
    List<CSVRecord> found = rows(tally.resolve("contradictions.csv"));
    int all = 0;
    for (Map.Entry<String, JsonNode> kind : planted.properties()) {
      all += kind.getValue().asInt();
      assertThat(found)
          .filteredOn(row -> row.toList().contains(kind.getKey()))
          .hasSize(kind.getValue().asInt());
    }
    assertThat(found).hasSize(all);
  }

  private static Map<String, String> truth() throws IOException {
    return counts(survey.resolve("truth-tables.csv"));
  }

  private static Map<String, String> counts(Path file) throws IOException {
    Map<String, String> counts = new TreeMap<>();
    for (CSVRecord row : rows(file)) {
      String place =
          String.join(
              " ", row.get("question"), row.get("answer"), row.get("group"), row.get("group_id"));
      String former = counts.put(place, row.get("count") + " of " + row.get("base"));
      assertThat(former).as(place).isNull();
    }
    assertThat(counts).hasSizeGreaterThan(1_000);
    return counts;
  }

  private static List<List<String>> cells(Path file, List<String> columns) throws IOException {
    return rows(file).stream().map(row -> columns.stream().map(row::get).toList()).toList();
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    String text = Files.readString(file).replaceFirst("^\ufeff", "");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser csv = format.parse(new StringReader(text))) {
      return csv.getRecords();
    }
  }

  private static void tally(String records, Path out) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of("tally", "--form", JmaForm.ID, "--records", "" + survey.resolve(records)));
    try (Stream<Path> files = Files.list(survey)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        line.addAll(List.of("--source", file.toString()));
      }
    }
    line.addAll(List.of("--out", out.toString()));
    StringWriter said = new StringWriter();
    PrintWriter writer = new PrintWriter(said, true);
    Session session =
        new Session(
            Path.of(""), writer, writer, false, new Messages(Locale.ENGLISH), PaperRooms.rooms());
    int code = Yomitori.commandLine(session).execute(line.toArray(String[]::new));
    assertThat(said.toString()).contains("940");
    assertThat(code).as(said.toString()).isZero();
  }
}
