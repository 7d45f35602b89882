package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;
import static yomitori.record.SampleForm.accepted;
import static yomitori.record.SampleForm.doubtful;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordCsvWriter.Unwritable;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.SenderLine;

class RecordFilesTest {

  private static final String HEADER =
      "record_id,form,form_version,source,page,received_at,status,"
          + "institution_name,institution_code,q1.installed,q2,q3.initial_cost\r\n";

  @TempDir private Path folder;
  private final List<Unwritable> unwritable = new ArrayList<>();

  @Test
  void csvIsRfc4180WithMarkAndColumnsInTheOrderOfTheForm() throws IOException {
    List<FieldValue> doubt = SampleForm.values("山田, \"外科\"\n分院");
    doubt.set(2, doubtful("q1.installed", "?", Reason.FAINT_MARK));
    write(
        CsvEncoding.UTF_8,
        record("a.tif", 1, Status.ACCEPTED, SampleForm.values("山田医院")),
        record("sub/b.tif", 2, Status.REVIEW, doubt),
        record("c.tif", 1, Status.UNREADABLE, List.of()),
        new PageRecord(
            "0".repeat(32), "", "", "d.pdf", 3, Instant.EPOCH, Status.NOT_A_FORM, List.of()));

    assertThat(Files.readString(folder.resolve("records.csv")))
        .isEqualTo(
            "\ufeff"
                + HEADER
                + id("a.tif")
                + ",sample,1,a.tif,1,2022-11-15T01:02:03Z,accepted,山田医院,1234567,1,exempt,35\r\n"
                + id("sub/b.tif")
                + ",sample,1,sub/b.tif,2,2022-11-15T01:02:03Z,review,"
                + "\"山田, \"\"外科\"\"\n分院\",1234567,?,exempt,35\r\n"
                + id("c.tif")
                + ",sample,1,c.tif,1,2022-11-15T01:02:03Z,unreadable,,,,,\r\n"
                + "0".repeat(32)
                + ",,,d.pdf,3,1970-01-01T00:00:00Z,not_a_form,,,,,\r\n");
  }

  @Test
  void formulasOfStrangersAreDisarmedInCsvAndKeptInJson() throws IOException {
    write(CsvEncoding.UTF_8, record("=a.tif", 1, Status.ACCEPTED, SampleForm.values("=1+1")));

    assertThat(Files.readString(folder.resolve("records.csv")))
        .contains(",'=1+1,", ",=a.tif,")
        .doesNotContain(",=1+1,");
    assertThat(json().get(0).at("/fields/institution_name/value").asText()).isEqualTo("=1+1");
  }

  @Test
  void negativeNumbersStayNumbersInCsv() throws IOException {
    List<FieldValue> values = SampleForm.values("");
    values.set(4, accepted("q3.initial_cost", "-5"));
    write(CsvEncoding.UTF_8, record("a.tif", 1, Status.ACCEPTED, values));

    assertThat(Files.readString(folder.resolve("records.csv"))).endsWith(",-5\r\n");
  }

  @Test
  void windows31jKeepsWhatItCanAndNamesWhatItCannot() throws IOException {
    PageRecord record = record("a.tif", 1, Status.ACCEPTED, SampleForm.values("𠮷田〜髙橋"));
    write(CsvEncoding.WINDOWS_31J, record);

    String csv = Files.readString(folder.resolve("records.csv"), Charset.forName("windows-31j"));
    assertThat(csv).startsWith("record_id,").contains(",〓田～髙橋,");
    assertThat(unwritable).containsExactly(new Unwritable(record.recordId(), "institution_name"));
    assertThat(json().get(0).at("/fields/institution_name/value").asText()).isEqualTo("𠮷田〜髙橋");
  }

  @Test
  void jsonLinesAreAsTheirPublishedSchemaSays() throws IOException {
    List<FieldValue> doubt = SampleForm.values("山田");
    for (Reason reason : Reason.values()) {
      doubt.set(0, doubtful("institution_name", "?", reason));
      write(
          CsvEncoding.UTF_8,
          record("a.tif", 1, Status.REVIEW, doubt),
          withEvidence(record("e.tif", 1, Status.REVIEW, doubt)),
          record("b.tif", 1, Status.UNREADABLE, List.of()),
          new PageRecord(
              "0".repeat(32), "", "", "c.tif", 1, Instant.EPOCH, Status.NOT_A_FORM, List.of()));

      assertThat(json())
          .hasSize(4)
          .allSatisfy(line -> assertThat(schema().validate(line)).isEmpty());
    }
  }

  @Test
  void theSchemaRefusesWhatIsNotARecord() throws IOException {
    write(CsvEncoding.UTF_8, record("a.tif", 1, Status.ACCEPTED, SampleForm.values("山田")));
    String line = Files.readString(folder.resolve("records.jsonl"));

    for (String wrong :
        List.of(
            line.replace("\"accepted\",\"fields\"", "\"done\",\"fields\""),
            line.replace("0.995", "1.5"),
            line.replace("\"page\":1,\"received", "\"page\":0,\"received"),
            line.replace("\"reason\":null", "\"reason\":\"because\""))) {
      assertThat(wrong).isNotEqualTo(line);
      assertThat(schema().validate(new ObjectMapper().readTree(wrong))).isNotEmpty();
    }
  }

  @Test
  void jsonShowsTheEvidenceOfEachField() throws IOException {
    write(CsvEncoding.UTF_8, record("a.tif", 2, Status.ACCEPTED, SampleForm.values("山田")));

    assertThat(json().get(0).at("/fields/q1.installed").toString())
        .isEqualTo(
            "{\"value\":\"1\",\"confidence\":0.995,\"decision\":\"accepted\",\"alternatives\":[],"
                + "\"reason\":null,\"box\":{\"page\":2,\"x\":10,\"y\":20,\"w\":30,\"h\":40}}");
  }

  @Test
  void jsonKeepsWhatWasMeasuredOfEveryBoxTextAndPage() throws IOException {
    write(
        CsvEncoding.UTF_8,
        withEvidence(record("a.tif", 2, Status.ACCEPTED, SampleForm.values("山田"))));

    JsonNode line = json().get(0);
    assertThat(line.at("/fit").toString())
        .isEqualTo("{\"matched\":0.975,\"anchors\":40,\"residual_mm\":0.1235}");
    assertThat(line.path("marks").fieldNames())
        .toIterable()
        .containsExactly("q1.installed", "q2.operating", "q2.exempt");
    assertThat(line.at("/marks/q2.exempt").toString())
        .isEqualTo(
            "{\"fill_ratio\":0.3,\"nearby_ink\":0.009,\"frame_excess\":-0.02,"
                + "\"outline_score\":0.8765,\"fit_near\":0.9,\"damaged_share\":0,"
                + "\"mark_log_odds\":7.5,\"shift_mm\":[0.1235,-0.5],"
                + "\"box\":{\"page\":2,\"x\":101,\"y\":602,\"w\":33,\"h\":34}}");
    assertThat(line.at("/texts/institution_name").toString())
        .isEqualTo(
            "{\"ink_share\":0.1,\"damaged_share\":0,\"print_seen\":1,"
                + "\"outside_mm2\":0.25,\"candidates\":[{\"text\":\"山田医院\",\"score\":0.9999,"
                + "\"character_scores\":[1,1,0.9999,1]}]}");
    assertThat(line.path("texts").has("institution_code")).isFalse();
  }

  @Test
  void failuresNameFilePageAndReason() throws IOException {
    try (RecordFiles files = files(CsvEncoding.UTF_8)) {
      files.write(new Failure("空.tif", 0, "ファイルが空です。"));
      files.write(new Failure("b.tif", 7, "damaged, all of it"));
      files.publish();
    }

    assertThat(Files.readString(folder.resolve("failed.csv")))
        .isEqualTo(
            String.join(
                "\r\n",
                "\ufeffsource,page,reason",
                "空.tif,,ファイルが空です。",
                "b.tif,7,\"damaged, all of it\"",
                ""));
  }

  @Test
  void aRunThatBreaksOffLeavesTheResultBeforeItAsItWas() throws IOException {
    write(CsvEncoding.UTF_8, record("a.tif", 1, Status.ACCEPTED, SampleForm.values("山田")));
    String before = Files.readString(folder.resolve("records.csv"));
    try (RecordFiles files = files(CsvEncoding.UTF_8)) {
      files.write(record("b.tif", 1, Status.ACCEPTED, SampleForm.values("鈴木")));
      assertThat(Files.readString(folder.resolve("records.csv.part"))).contains("鈴木");
    }

    assertThat(Files.readString(folder.resolve("records.csv"))).isEqualTo(before);
    assertThat(folder.toFile().list())
        .containsExactlyInAnyOrder("records.csv", "records.jsonl", "failed.csv");
  }

  @Test
  void recordIdsFollowThePageAndTheFormOnly() {
    String page = "ab".repeat(32);
    assertThat(RecordId.of(page, "sample", "1"))
        .isEqualTo("c2971333c5a0c10d95eaf7c3d53579d9")
        .isNotEqualTo(RecordId.of(page, "sample", "2"))
        .isNotEqualTo(RecordId.of(page, "sample1", ""))
        .isNotEqualTo(RecordId.of("cd".repeat(32), "sample", "1"));
  }

  private void write(CsvEncoding encoding, PageRecord... records) throws IOException {
    try (RecordFiles files = files(encoding)) {
      for (PageRecord record : records) {
        files.write(record);
      }
      files.publish();
    }
  }

  private RecordFiles files(CsvEncoding encoding) throws IOException {
    return new RecordFiles(folder, List.of(SampleForm.form()), encoding, unwritable::add);
  }

  private static String id(String source) {
    return RecordId.of(source, "sample", "1");
  }

  private static PageRecord record(
      String source, int page, Status status, List<FieldValue> values) {
    return new PageRecord(
        id(source),
        "sample",
        "1",
        source,
        page,
        Instant.parse("2022-11-15T01:02:03Z"),
        status,
        values);
  }

  private static PageRecord withEvidence(PageRecord record) {
    return new PageRecord(
        record.recordId(),
        record.form(),
        record.formVersion(),
        record.source(),
        record.page(),
        record.receivedAt(),
        record.status(),
        record.values(),
        Optional.of(SampleForm.evidence(Map.of("q2.exempt", 7.5))),
        Optional.of(new SenderLine("FAX 0312345678 P.1", "0312345678", 0.98)));
  }

  private List<JsonNode> json() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("records.jsonl"))) {
      lines.add(mapper.readTree(line));
    }
    return lines;
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(Files.readString(Path.of("docs", "records.schema.json")));
  }
}
