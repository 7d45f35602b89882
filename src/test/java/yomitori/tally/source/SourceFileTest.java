package yomitori.tally.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.FormLoader;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.NotCounted;
import yomitori.tally.answer.NotCounted.Reason;
import yomitori.tally.answer.PublishedCount;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.plan.PlanReader;
import yomitori.tally.plan.TallyPlan;

class SourceFileTest {

  private static final String TOP = "source: web\nid: web\nfile: web.csv\n";

  private static TallyPlan plan;

  @TempDir private Path folder;

  @BeforeAll
  static void readThePlan() throws Exception {
    Path form = Path.of("forms", "jma-onshi-2022");
    plan = PlanReader.beside(form, FormLoader.load(form.resolve("form.yaml")));
  }

  @Test
  void aCellThatSaysNoneOfManyAnswersIsNoValidAnswer() throws Exception {
    String yaml = TOP + "columns:\n  q3: {column: 障害, separator: \", \"}\n";
    String csv = "障害\nいろいろある\n\"レセプト請求件数が少ない, いろいろある\"\n";
    SourceAnswers read = read(yaml, csv, "UTF-8");
    assertThat(read.answers())
        .extracting(answer -> answer.value("q3.few_claims"), answer -> answer.value("q3.no_fiber"))
        .containsExactly(tuple("?", "?"), tuple("1", "0"));
    assertThat(read.notCounted())
        .extracting(NotCounted::reason)
        .containsExactly(Reason.UNKNOWN_ANSWER, Reason.UNKNOWN_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "windows-31j"})
  void cellsBecomeWhatAFaxWouldSay(String encoding) throws Exception {
    String yaml =
        TOP
            + """
            receivedAt: {column: 時刻}
            columns:
              prefecture: {column: 県}
              institution_code: {column: コード}
              institution_name: {column: 名前}
              q3.initial_cost: {column: 初期}
              q3.no_fiber: {column: 光}
            """;
    String csv =
        """
        時刻,県,コード,名前,初期,光,余り
        2022/11/15 15:04:05,東京,１２３-４５６ ７,"甲""医院""\n分院",３５万円,○,x
        いつか,大阪府,0112745,乙,不明,たぶん,
        ,,,,,,
        2022/11/15 15:04:05,,,,,,
        """;
    SourceAnswers read = read(yaml, csv, encoding);
    assertThat(read.answers()).extracting(Answer::reference).containsExactly("2", "3");
    Answer first = read.answers().get(0);
    assertThat(first.answeredAt()).contains(Instant.parse("2022-11-15T06:04:05Z"));
    assertThat(first.value("prefecture")).isEqualTo("東京都");
    assertThat(first.value("institution_code")).isEqualTo("1234567");
    assertThat(first.value("institution_name")).isEqualTo("甲\"医院\"\n分院");
    assertThat(first.value("q3.initial_cost")).isEqualTo("35");
    assertThat(first.value("q3.no_fiber")).isEqualTo("1");
    assertThat(read.answers().get(1).answeredAt()).isEmpty();
    assertThat(read.unusedColumns()).containsExactly("余り");
    assertThat(read.files()).extracting(InputFile::role).containsExactly("source", "answers");
    assertThat(read.notCounted())
        .extracting(NotCounted::reference, NotCounted::reason)
        .containsExactlyInAnyOrder(
            tuple("3", Reason.NO_TIME),
            tuple("3", Reason.UNKNOWN_ANSWER),
            tuple("3", Reason.UNKNOWN_ANSWER),
            tuple("5", Reason.EMPTY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2022/11/15 午後 3:04:05 GMT+9",
        "2022/11/15 15:04:05",
        "11/15/22 15:04:05",
        "2022-11-15T15:04:05+09:00",
        "2022-11-15T06:04:05Z",
        "2022-11-15T15:04:05.000",
        "2022-11-15 15:04:05",
        "11/15/2022 3:04:05 PM"
      })
  void theTimesOfFormServicesAreRead(String time) throws Exception {
    String yaml = TOP + "receivedAt: {column: t}\ncolumns: {institution_name: {column: n}}\n";
    assertThat(read(yaml, "t,n\n" + time + ",甲\n", "UTF-8").answers().get(0).answeredAt())
        .contains(Instant.parse("2022-11-15T06:04:05Z"));
  }

  @Test
  void aToldFormatAndZoneAreUsed() throws Exception {
    String yaml =
        TOP
            + "receivedAt: {column: t, format: dd.MM.yyyy HH:mm, zone: Europe/Berlin}\n"
            + "columns: {institution_name: {column: n}}\n";
    assertThat(read(yaml, "t,n\n15.11.2022 07:04,甲\n", "UTF-8").answers().get(0).answeredAt())
        .contains(Instant.parse("2022-11-15T06:04:00Z"));
  }

  @Test
  void allAnswersInOneCellAreToldApartThoughTheyHoldTheSeparator() throws Exception {
    String yaml =
        TOP
            + """
            columns:
              q1:
                column: 状況
                separator: ", "
                other: q1.other
                answers: {"未着手, なし": q1.none, 未着手: q1.quoted}
            """;
    String csv = "状況\n\"未着手, なし, 運用 開始している\"\n\"未着手，検討中, 来年\"\n\"紙レセ提出しており義務化の例外である\"\n";
    List<Answer> answers = read(yaml, csv, "UTF-8").answers();
    assertThat(answers.get(0).value("q1.none")).isEqualTo("1");
    assertThat(answers.get(0).value("q1.operating")).isEqualTo("1");
    assertThat(answers.get(0).value("q1.quoted")).isEqualTo("0");
    assertThat(answers.get(0).value("q1.other")).isEmpty();
    assertThat(answers.get(1).value("q1.quoted")).isEqualTo("1");
    assertThat(answers.get(1).value("q1.other")).isEqualTo("検討中, 来年");
    assertThat(answers.get(2).value("q1.paper_claims")).isEqualTo("1");
  }

  @Test
  void aQuestionThatWasLeftEmptyIsUnmarkedAndWhatIsUnknownIsListed() throws Exception {
    String yaml = TOP + "reference: id\ncolumns: {q1: {column: a}, q2: {column: b}}\n";
    String csv = "id,a,b\nA,,既に運用開始している\nB,見当違い,\"既に運用開始している, 義務化の例外である\"\nA,,わからない\n";
    SourceAnswers read = read(yaml, csv, "UTF-8");
    assertThat(read.answers()).extracting(Answer::reference).containsExactly("A", "B", "A#4");
    assertThat(read.answers()).extracting(a -> a.value("q1.none")).containsExactly("0", "?", "0");
    assertThat(read.answers())
        .extracting(a -> a.value("q2"))
        .containsExactly("operating", "既に運用開始している, 義務化の例外である", "わからない");
    assertThat(read.notCounted())
        .containsExactly(
            new NotCounted("web", "B", Reason.UNKNOWN_ANSWER, "a: 見当違い"),
            new NotCounted("web", "A#4", Reason.UNKNOWN_ANSWER, "b: わからない"));
  }

  @Test
  void aWorkbooksDatesAndNumbersAreTaken() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("web.xlsx"));
        Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("first").value(0, 0, "nothing");
      Worksheet sheet = book.newWorksheet("回答");
      List<String> head = List.of("t", "code", "cost");
      for (int i = 0; i < head.size(); i++) {
        sheet.value(0, i, head.get(i));
      }
      sheet.value(2, 0, LocalDateTime.of(2022, 11, 15, 15, 4, 5));
      sheet.style(2, 0).format("yyyy/mm/dd h:mm:ss").set();
      sheet.value(2, 1, 112745);
      sheet.value(2, 2, 35.5);
    }
    String yaml =
        """
        source: regional
        id: osaka
        file: web.xlsx
        sheet: 回答
        receivedAt: {column: t}
        columns: {institution_code: {column: code}, q3.monthly_cost: {column: cost}}
        """;
    Answer answer = read(yaml, "", "UTF-8").answers().get(0);
    assertThat(answer.reference()).isEqualTo("3");
    assertThat(answer.answeredAt()).contains(Instant.parse("2022-11-15T06:04:05Z"));
    assertThat(answer.value("institution_code")).isEqualTo("0112745");
    assertThat(answer.value("q3.monthly_cost")).isEqualTo("35.5");
  }

  @Test
  void publishedCountsAreTaken() throws Exception {
    String yaml =
        """
        source: regional
        id: osaka
        label: 大阪
        counts: [{question: q2, respondents: 812, answers: {operating: 120}}]
        """;
    SourceAnswers read = read(yaml, "", "UTF-8");
    assertThat(read.published())
        .containsExactly(new PublishedCount("q2", 812, Map.of("operating", 120L)));
    assertThat(read.source().isMain()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "columns: {q1: {column: nowhere}}|NO_SUCH_COLUMN",
        "columns: {q1: {column: b}}|COLUMN_TWICE",
        "columns: {q9: {column: a}}|NO_SUCH_FIELD",
        "columns: {q1: {column: a, answers: {x: q2}}}|NO_SUCH_ANSWER",
        "columns: {q1: {column: a, other: q1.none}}|NO_SUCH_FIELD",
        "columns: {q1: {column: a}, q1.none: {column: c}}|WRONG_VALUE",
        "columns: {q1: {colunm: a}}|UNKNOWN_KEY",
        "encoding: latin|WRONG_VALUE",
        "receivedAt: {column: a, zone: Mars}|WRONG_VALUE",
        "receivedAt: {column: a, format: '{'}|WRONG_VALUE",
        "counts: []|WRONG_VALUE"
      })
  void whatIsWrongIsToldWithItsLineInBothLanguages(String line, Fault fault) {
    String columns = line.startsWith("columns") ? "" : "\ncolumns: {institution_name: {column: a}}";
    assertThatThrownBy(() -> read(TOP + line + columns + "\n", "a,b,b,c\n1,2,3,4\n", "UTF-8"))
        .isInstanceOfSatisfying(
            TallyException.class,
            e -> {
              assertThat(e.fault()).isEqualTo(fault);
              assertThat(e.said(Locale.ENGLISH)).contains("web.yaml:4: ");
              assertThat(e.said(Locale.JAPANESE)).contains("web.yaml:4: ").containsPattern("[ぁ-ん]");
            });
  }

  @Test
  void aTableOfItsHeadAloneHasNoAnswersAndAnEmptyOneNoColumns() throws Exception {
    String yaml = TOP + "columns: {institution_name: {column: n}}\n";
    assertThat(read(yaml, "n\n", "UTF-8").answers()).isEmpty();
    assertThatThrownBy(() -> read(yaml, "", "UTF-8"))
        .isInstanceOfSatisfying(
            TallyException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_SUCH_COLUMN));
    assertThatThrownBy(() -> read(yaml, "n\n\"open", "UTF-8"))
        .isInstanceOfSatisfying(
            TallyException.class, e -> assertThat(e.fault()).isEqualTo(Fault.NO_TABLE));
  }

  @Test
  void aWorkbookThatUnpacksWithoutEndIsRefused() throws Exception {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("web.xlsx")))) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      byte[] zeros = new byte[1 << 20];
      for (int mb = 0; mb <= 200; mb++) {
        zip.write(zeros);
      }
    }
    String yaml = "source: web\nid: web\nfile: web.xlsx\ncolumns: {q1: {column: a}}\n";
    assertThatThrownBy(() -> read(yaml, "", "UTF-8"))
        .isInstanceOfSatisfying(
            TallyException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
  }

  private SourceAnswers read(String yaml, String csv, String encoding)
      throws IOException, TallyException {
    Files.write(folder.resolve("web.csv"), csv.getBytes(Charset.forName(encoding)));
    return SourceFile.read(Files.writeString(folder.resolve("web.yaml"), yaml), plan);
  }
}
