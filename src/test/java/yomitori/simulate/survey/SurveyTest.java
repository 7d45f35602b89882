package yomitori.simulate.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.record.BrokenRecordException;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordLine;
import yomitori.resolve.FieldValue;
import yomitori.resolve.master.InstitutionName;
import yomitori.simulate.JmaForm;

class SurveyTest {

  private static final SurveySize SIZE = new SurveySize(600, 400, 60, 300);

  @TempDir static Path folder;

  private static Path survey;

  /** Who an answer says it is from. */
  private record Sender(String prefecture, String name, String code) {

    boolean isSameByCode(Sender other) {
      return !code.isEmpty() && code.equals(other.code) && prefecture.equals(other.prefecture);
    }

    boolean isSameByName(Sender other) {
      return (code.isEmpty() || other.code.isEmpty())
          && !name.isEmpty()
          && prefecture.equals(other.prefecture)
          && InstitutionName.comparable(name).equals(InstitutionName.comparable(other.name));
    }

    boolean isSame(Sender other) {
      return isSameByCode(other) || isSameByName(other);
    }
  }

  @BeforeAll
  static void draw() throws IOException {
    survey = folder.resolve("survey");
    Survey.write(JmaForm.FORM, SIZE, 3, survey);
  }

  @Test
  void hasAsManyAnswersAsAskedFor() throws IOException, BrokenRecordException {
    List<PageRecord> records = faxes();
    assertThat(records).filteredOn(r -> r.status() == Status.ACCEPTED).hasSize(SIZE.fax());
    assertThat(records).filteredOn(r -> r.status() == Status.NOT_A_FORM).isNotEmpty();
    assertThat(records).extracting(PageRecord::recordId).doesNotHaveDuplicates();
    assertThat(rows("fax.csv")).hasSameSizeAs(records);
    assertThat(rows("web.csv")).hasSize(SIZE.web());
    assertThat(rows("truth-removed.csv")).hasSize(SIZE.duplicates());
    assertThat(truth().path("counted").asInt()).isEqualTo(940);
    assertThat(truth().path("total").asInt()).isEqualTo(1000);
    assertThat(regionalAnswers()).isEqualTo(SIZE.regional());
  }

  @Test
  void theSurveyOf2022HasItsOwnSizes() throws IOException {
    Path whole = folder.resolve("2022");
    Survey.write(JmaForm.FORM, SurveySize.OF_2022, 1, whole);
    JsonNode truth = new ObjectMapper().readTree(whole.resolve("truth.json").toFile());
    assertThat(truth.path("web").asInt()).isEqualTo(7_473);
    assertThat(truth.path("fax").asInt()).isEqualTo(11_749);
    assertThat(truth.path("duplicates").asInt()).isEqualTo(310);
    assertThat(truth.path("counted").asInt()).isEqualTo(18_912);
    assertThat(truth.path("waiting_for_line_or_vendor").asInt()).isBetween(240, 340);
    assertThat(truth.path("hospital").asInt()).isBetween(1_300, 1_700);
    assertThat(rows(whole.resolve("truth-removed.csv"), StandardCharsets.UTF_8)).hasSize(310);
  }

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    Path again = folder.resolve("again");
    Path other = folder.resolve("other");
    Survey.write(JmaForm.FORM, SIZE, 3, again);
    Survey.write(JmaForm.FORM, SIZE, 4, other);
    try (Stream<Path> files = Files.list(survey)) {
      for (Path file : files.toList()) {
        assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
    assertThat(Files.readString(other.resolve("fax.jsonl")))
        .isNotEqualTo(Files.readString(survey.resolve("fax.jsonl")));
  }

  @Test
  void reviewedRecordsHoldEveryFieldAndNoDoubt() throws IOException, BrokenRecordException {
    List<String> fields = JmaForm.FORM.fields().stream().map(f -> f.id()).toList();
    List<FieldValue> corrected = new ArrayList<>();
    for (PageRecord record : faxes()) {
      if (record.status() == Status.ACCEPTED) {
        assertThat(record.values()).extracting(FieldValue::fieldId).isEqualTo(fields);
        assertThat(record.values()).noneMatch(FieldValue::inDoubt);
        record.values().stream()
            .filter(v -> v.decision() == FieldValue.Decision.CORRECTED)
            .forEach(corrected::add);
      } else {
        assertThat(record.values()).isEmpty();
      }
    }
    assertThat(corrected).isNotEmpty().allMatch(value -> value.confidence() == 1);
  }

  @Test
  void plantedDuplicatesAreOneInstitutionsAndTheNewestIsKept() throws Exception {
    Map<String, Sender> senders = senders();
    Map<String, String> times = times();
    Set<String> ways = new HashSet<>();
    Set<String> linked = new HashSet<>();
    for (CSVRecord row : rows("truth-removed.csv")) {
      String removed = row.get("removed_reference");
      String kept = row.get("kept_reference");
      assertThat(times.get(removed)).isLessThan(times.get(kept));
      ways.add(row.get("removed_source") + "+" + row.get("kept_source"));
      Sender one = senders.get(removed);
      Sender other = senders.get(kept);
      assertThat(one.prefecture()).isEqualTo(other.prefecture());
      linked.add(one.isSameByCode(other) ? "code" : one.isSameByName(other) ? "name" : "neither");
    }
    assertThat(ways).contains("fax+fax", "fax+web", "web+fax", "web+web");
    assertThat(linked).contains("code", "name").doesNotContain("neither");
  }

  @Test
  void noOtherTwoAnswersAreOneInstitutions() throws Exception {
    Map<String, Sender> senders = senders();
    rows("truth-removed.csv").forEach(row -> senders.remove(row.get("removed_reference")));
    List<Sender> counted = List.copyOf(senders.values());
    assertThat(counted).hasSize(SIZE.counted());
    for (int i = 0; i < counted.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(counted.get(i).isSame(counted.get(j)))
            .as(counted.get(i) + " and " + counted.get(j))
            .isFalse();
      }
    }
  }

  @Test
  void nearPairsAreAlikeAndBothCount() throws Exception {
    Map<String, Sender> senders = senders();
    Set<String> removed = new HashSet<>();
    rows("truth-removed.csv").forEach(row -> removed.add(row.get("removed_reference")));
    List<CSVRecord> pairs = rows("truth-near.csv");
    assertThat(pairs).hasSize(6);
    for (CSVRecord pair : pairs) {
      assertThat(removed).doesNotContain(pair.get("reference"), pair.get("other_reference"));
      Sender one = senders.get(pair.get("reference"));
      Sender other = senders.get(pair.get("other_reference"));
      assertThat(one.isSame(other)).isFalse();
      switch (pair.get("kind")) {
        case "code_digit" -> assertThat(differences(one.code(), other.code())).isEqualTo(1);
        case "prefecture" -> assertThat(one.code()).isEqualTo(other.code());
        default ->
            assertThat(
                    differences(
                        InstitutionName.comparable(one.name()),
                        InstitutionName.comparable(other.name())))
                .isEqualTo(1);
      }
    }
  }

  @Test
  void theTruthAgreesWithItself() throws IOException {
    Map<String, Integer> counts = new HashMap<>();
    for (CSVRecord row : rows("truth-tables.csv")) {
      String place = row.get("question") + " " + row.get("group") + " " + row.get("group_id");
      int count = Integer.parseInt(row.get("count"));
      counts.put(place + " " + row.get("answer"), count);
      String sum = row.get("question") + " sum of " + row.get("group") + " " + row.get("answer");
      counts.merge(sum, count, Integer::sum);
      assertThat(count).isBetween(0, Integer.parseInt(row.get("base")));
    }
    for (String question : List.of("q1", "q2", "q3")) {
      assertThat(counts.get(question + " all all *respondents")).isEqualTo(SIZE.counted());
      for (String answer : List.of("*respondents", "*answered", "*unanswered", "*invalid")) {
        int all = counts.get(question + " all all " + answer);
        for (String group : List.of("class", "source", "prefecture")) {
          assertThat(counts.get(question + " sum of " + group + " " + answer))
              .as(question + " " + group + " " + answer)
              .isEqualTo(all);
        }
      }
      assertThat(
              counts.get(question + " all all *answered")
                  + counts.get(question + " all all *unanswered")
                  + counts.get(question + " all all *invalid"))
          .isEqualTo(SIZE.counted());
    }
    assertThat(counts.get("q2 all all *invalid")).isPositive();
    assertThat(
            Stream.of("operating", "by_april", "not_by_april", "exempt", "q2.other")
                .mapToInt(answer -> counts.get("q2 all all " + answer))
                .sum())
        .isEqualTo(counts.get("q2 all all *answered"));
  }

  @Test
  void everyContradictionIsPlanted() throws IOException {
    JsonNode planted = truth().path("contradictions");
    assertThat(planted.properties())
        .extracting(Map.Entry::getKey)
        .containsExactly(
            "operating-not-q2", "q2-not-operating", "none-and-more", "paper-not-exempt");
    planted.forEach(count -> assertThat(count.asInt()).isPositive());
  }

  @Test
  void aSizeThatCannotBeIsRefused() {
    assertThatThrownBy(() -> new SurveySize(100, 100, 26, 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SurveySize(100, 100, 0, 99))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SurveySize(-1, 0, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void thereMayBeNoWebNoDuplicatesAndNoRegionalAnswers() throws IOException {
    Path small = folder.resolve("small");
    Survey.write(JmaForm.FORM, new SurveySize(20, 0, 0, 0), 1, small);
    assertThat(rows(small.resolve("web.csv"), StandardCharsets.UTF_8)).isEmpty();
    assertThat(small.resolve("prefecture-1.yaml")).doesNotExist();
    assertThat(small.resolve("truth.json")).isNotEmptyFile();
  }

  private static int differences(String one, String other) {
    assertThat(one).hasSameSizeAs(other);
    int differences = 0;
    for (int i = 0; i < one.length(); i++) {
      differences += one.charAt(i) == other.charAt(i) ? 0 : 1;
    }
    return differences;
  }

  private static List<PageRecord> faxes() throws IOException, BrokenRecordException {
    List<PageRecord> records = new ArrayList<>();
    for (String line : Files.readAllLines(survey.resolve("fax.jsonl"))) {
      records.add(RecordLine.parse(line.getBytes(StandardCharsets.UTF_8)).record());
    }
    return records;
  }

  private static Map<String, Sender> senders() throws IOException {
    Map<String, Sender> senders = new HashMap<>();
    for (CSVRecord row : rows("fax.csv")) {
      if (row.get("status").equals("accepted")) {
        senders.put(
            row.get("record_id"),
            new Sender(
                row.get("prefecture"), row.get("institution_name"), row.get("institution_code")));
      }
    }
    for (CSVRecord row : rows("web.csv")) {
      String code = Normalizer.normalize(row.get("保険医療機関コード"), Normalizer.Form.NFKC);
      senders.put(row.get("回答ID"), new Sender(row.get("所属都道府県"), row.get("医療機関名"), code));
    }
    return senders;
  }

  /** To the second, in Tokyo, so that texts are in the order of time. */
  private static Map<String, String> times() throws IOException {
    Map<String, String> times = new HashMap<>();
    for (CSVRecord row : rows("fax.csv")) {
      times.put(
          row.get("record_id"),
          Instant.parse(row.get("received_at"))
              .atZone(ZoneId.of("Asia/Tokyo"))
              .toLocalDateTime()
              .toString());
    }
    DateTimeFormatter format = DateTimeFormatter.ofPattern("yyyy/MM/dd H:mm:ss", Locale.ROOT);
    for (CSVRecord row : rows("web.csv")) {
      times.put(row.get("回答ID"), LocalDateTime.parse(row.get("タイムスタンプ"), format).toString());
    }
    return times;
  }

  private static int regionalAnswers() throws IOException {
    int answers = 0;
    int surveys = 0;
    try (Stream<Path> files = Files.list(survey)) {
      for (Path file :
          files.filter(f -> f.toString().matches(".*(prefecture|district)-\\d+.yaml")).toList()) {
        JsonNode yaml = new YAMLMapper().readTree(file.toFile());
        surveys++;
        answers +=
            yaml.has("counts")
                ? yaml.path("counts").path(0).path("respondents").asInt()
                : rows(
                        survey.resolve(yaml.path("file").asText()),
                        Charset.forName(yaml.path("encoding").asText()))
                    .size();
      }
    }
    assertThat(surveys).isEqualTo(16);
    return answers;
  }

  private static JsonNode truth() throws IOException {
    return new ObjectMapper().readTree(survey.resolve("truth.json").toFile());
  }

  private static List<CSVRecord> rows(String name) throws IOException {
    return rows(survey.resolve(name), StandardCharsets.UTF_8);
  }

  private static List<CSVRecord> rows(Path file, Charset charset) throws IOException {
    String text = Files.readString(file, charset).replaceFirst("^\ufeff", "");
    try (CSVParser csv =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(text))) {
      return csv.getRecords();
    }
  }
}
