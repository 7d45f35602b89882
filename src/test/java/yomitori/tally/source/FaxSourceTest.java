package yomitori.tally.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.FormLoader;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.Given;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.NotCounted.Reason;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.plan.PlanReader;
import yomitori.tally.plan.TallyPlan;

class FaxSourceTest {

  private static final String FORM = "jma-onshi-2022";
  private static final String TIME = "2022-11-15T06:04:05Z";
  private static final String HEAD =
      "record_id,form,form_version,source,page,received_at,status,"
          + "institution_name,q1.none,q2,q9.unknown\r\n";

  private static TallyPlan plan;

  @TempDir private Path folder;

  @BeforeAll
  static void readThePlan() throws Exception {
    Path form = Path.of("forms", FORM);
    plan = PlanReader.beside(form, FormLoader.load(form.resolve("form.yaml")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void aTableSaysValuesButNotHowSurely(String encoding) throws Exception {
    String bom = encoding.equals("UTF-8") ? "\uFEFF" : "";
    String rows =
        row("a", FORM, "accepted", "\"'=甲\n\"\"医院\"\"\",1,?,x")
            + row("b", FORM, "review", "乙医院,?,by_april,")
            + row("c", FORM, "accepted", "'72会,0,,");
    Path file = write("records.csv", bom + HEAD + rows, encoding);
    SourceAnswers read = FaxSource.read(List.of(file), plan);
    assertThat(read.answers()).extracting(Answer::reference).containsExactly("a", "b", "c");
    Answer first = read.answers().get(0);
    assertThat(first.answeredAt()).contains(Instant.parse(TIME));
    assertThat(first.values()).containsOnlyKeys("institution_name", "q1.none", "q2");
    assertThat(first.given("institution_name")).isEqualTo(Given.untold("=甲\n\"医院\""));
    assertThat(first.given("q1.none")).isEqualTo(Given.untold("1"));
    assertThat(first.given("q2")).as("left so by a person").isEqualTo(Given.certain("?"));
    assertThat(read.answers().get(1).given("q1.none")).isEqualTo(Given.inDoubt("?"));
    assertThat(read.answers().get(2).value("institution_name")).isEqualTo("'72会");
    assertThat(read.files()).extracting(InputFile::role).containsExactly("records");
    assertThat(read.files().get(0).bytes()).isEqualTo(Files.size(file));
  }

  @Test
  void linesSayHowSurelyEachValueWasRead() throws Exception {
    String fields =
        field("institution_name", "甲医院", "0.9", "corrected", "\"unsure_text\"")
            + ","
            + field("q1.none", "1", "1.0000", "accepted", "null")
            + ","
            + field("q2", "by_april", "0.6", "review", "\"faint_mark\"")
            + ","
            + field("q1.quoted", "0", "0.9876", "accepted", "null")
            + ","
            + field("respondent_name", "", "0", "accepted", "\"not_read\"")
            + ","
            + field("q1.other", "", "0", "review", "\"not_read\"")
            + ","
            + field("no_such", "1", "1", "accepted", "null");
    Path file = write("some-name", line("a", FORM, "review", fields), "UTF-8");
    SourceAnswers read = FaxSource.read(List.of(file), plan);
    Answer answer = read.answers().get(0);
    assertThat(answer.values())
        .containsOnlyKeys("institution_name", "q1.none", "q2", "q1.quoted")
        .containsEntry("institution_name", Given.certain("甲医院"))
        .containsEntry("q1.none", Given.read("1", 0.99995))
        .containsEntry("q2", Given.inDoubt("by_april"))
        .containsEntry("q1.quoted", Given.read("0", 0.9876));
    assertThat(read.notCounted()).isEmpty();
  }

  @Test
  void whatIsNoAnswerIsToldWithItsReason() throws Exception {
    String lines =
        line("a", FORM, "accepted", field("q2", "exempt", "1", "accepted", "null"))
            + line("b", "", "not_a_form", "")
            + line("c", FORM, "unreadable", "")
            + line("d", "other-form", "accepted", "")
            + "{\"record_id\": \n"
            + "{\"record_id\":\"e\",\"fields\":{}}\n"
            + line("f", FORM, "accepted", field("q2", "exempt", "7", "accepted", "null"))
            + "\n"
            + line("g", FORM, "accepted", "").replace(TIME, "some day")
            + line("a", FORM, "accepted", field("q2", "operating", "1", "accepted", "null"));
    SourceAnswers read = FaxSource.read(List.of(write("records.jsonl", lines, "UTF-8")), plan);
    assertThat(read.answers()).extracting(Answer::reference).containsExactly("g", "a");
    assertThat(read.answers().get(0).answeredAt()).isEqualTo(Optional.empty());
    assertThat(read.answers().get(1).value("q2")).isEqualTo("operating");
    assertThat(read.notCounted())
        .extracting(NotCounted::reference, NotCounted::reason)
        .containsExactlyInAnyOrder(
            tuple("a", Reason.REPLACED),
            tuple("b", Reason.NOT_A_FORM),
            tuple("c", Reason.UNREADABLE),
            tuple("d", Reason.OTHER_FORM),
            tuple("records.jsonl:5", Reason.BROKEN),
            tuple("records.jsonl:6", Reason.BROKEN),
            tuple("records.jsonl:7", Reason.BROKEN),
            tuple("g", Reason.NO_TIME));
  }

  @Test
  void whatALaterExportTakesBackDoesNotCount() throws Exception {
    Path first = write("1/records.jsonl", line("a", FORM, "accepted", ""), "UTF-8");
    Path second = write("2/records.jsonl", line("b", FORM, "accepted", ""), "UTF-8");
    write("2/manifest.json", "{\n  \"export\" : \"2\",\n  \"withdrawn\" : [ \"a\" ]\n}\n", "UTF-8");
    SourceAnswers read = FaxSource.read(List.of(first, second), plan);
    assertThat(read.answers()).extracting(Answer::reference).containsExactly("b");
    assertThat(read.notCounted())
        .containsExactly(new NotCounted("fax", "a", Reason.WITHDRAWN, "fax.tif p. 1"));
    assertThat(read.files())
        .extracting(InputFile::name)
        .containsExactly("records.jsonl", "manifest.json", "records.jsonl");
  }

  @Test
  void noPagesAreNoAnswers() throws Exception {
    Path none = write("records.jsonl", "", "UTF-8");
    Path header = write("records.csv", HEAD, "UTF-8");
    assertThat(FaxSource.read(List.of(none, header), plan).answers()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a,b\n1,2\n", "{\"a\": 1}\n", "PK\u0003\u0004", "\"open"})
  void whatHoldsNoRecordsIsRefused(String text) throws IOException {
    Path file = write("file.csv", text, "UTF-8");
    assertThatThrownBy(() -> FaxSource.read(List.of(file), plan))
        .isInstanceOfSatisfying(
            TallyException.class,
            e -> {
              assertThat(e.said(Locale.ENGLISH)).contains("file.csv: ").doesNotContain("{0}");
              assertThat(e.said(Locale.JAPANESE)).containsPattern("記録がありません|読めません");
            });
  }

  private static String row(String id, String form, String status, String values) {
    return String.join(",", id, form, "1", "fax.tif", "1", TIME, status, values) + "\r\n";
  }

  private static String line(String id, String form, String status, String fields) {
    return "{\"record_id\":\"%s\",\"form\":\"%s\",\"form_version\":\"1\",\"source\":\"fax.tif\",\"page\":1,"
            .formatted(id, form)
        + "\"received_at\":\"%s\",\"status\":\"%s\",\"fields\":{%s},\"marks\":{\"q2\":[{\"value\":\"x\"}]}}\n"
            .formatted(TIME, status, fields);
  }

  private static String field(
      String id, String value, String confidence, String decision, String reason) {
    return "\"%s\":{\"value\":\"%s\",\"confidence\":%s,\"decision\":\"%s\",\"alternatives\":[\"?\"],\"reason\":%s,\"box\":{\"x\":1}}"
        .formatted(id, value, confidence, decision, reason);
  }

  private Path write(String name, String text, String encoding) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(Charset.forName(encoding)));
  }
}
