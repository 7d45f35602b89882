package yomitori.simulate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluationTest {

  private static final int BOXES = 23;

  @TempDir private Path folder;
  private Tables tables;
  private Locale before;

  @BeforeEach
  void speakEnglish() {
    before = Locale.getDefault();
    Locale.setDefault(Locale.ENGLISH);
    tables = new Tables(folder);
  }

  @AfterEach
  void speakAsBefore() {
    Locale.setDefault(before);
  }

  @Test
  void boxesAreRightWrongOrInDoubt() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1", "q1.quoted", "1", "q1.installed", "1"))
            .record(
                "a.tif",
                1,
                "review",
                Map.of("q1.none", "1", "q1.installed", "?", "q1.operating", "1"))
            .score();

    assertThat(score.marks().counts()).isEqualTo(new Counts(BOXES - 3, 2, 1, 0, 0, 0, 0, 0));
    assertThat(score.marks().lostMarks()).isEqualTo(1);
    assertThat(score.marks().falseMarks()).isEqualTo(1);
    assertThat(score.pages().withWrongMark()).isEqualTo(1);
  }

  @Test
  void aWrongChoiceIsOneWrongAnswerAndTwoWrongBoxes() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q2", "operating"))
            .record("a.tif", 1, "accepted", Map.of("q2", "exempt"))
            .score();

    assertThat(score.kinds().get(Kind.CHOICE).wrong()).isEqualTo(1);
    assertThat(score.marks().counts()).isEqualTo(new Counts(BOXES - 2, 2, 0, 0, 0, 0, 0, 0));
  }

  @Test
  void aChoiceInDoubtLeavesAllItsBoxesToAPerson() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q2", "operating"))
            .record("a.tif", 1, "review", Map.of("q2", "?"))
            .score();

    assertThat(score.marks().counts().review()).isEqualTo(4);
    assertThat(score.kinds().get(Kind.CHOICE).review()).isEqualTo(1);
  }

  @Test
  void severalTicksThatAreToldAsSuchAreLeftToAPersonWithTheRightValue() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q2", "?"))
            .record("a.tif", 1, "review", Map.of("q2", "?"))
            .score();

    Counts choice = score.kinds().get(Kind.CHOICE);
    assertThat(new long[] {choice.review(), choice.reviewRight()}).containsExactly(1, 1);
    assertThat(score.marks().counts().all()).as("boxes whose truth is known").isEqualTo(19);
  }

  @ParameterizedTest
  @CsvSource({
    "q2.nosuch, 0, q2.nosuch",
    "q1.none, yes, q1.none",
    "q1.none, 1, q1.none",
    "q2.operating, 0, q2.operating"
  })
  void placesThatTheFormLacksOrThatContradictTheTruthAreNamedWithTheirLine(
      String place, String meant, String named) {
    tables
        .truth("a.tif", 1, Map.of("q2", "operating"))
        .record("a.tif", 1, "accepted", Map.of("q2", "operating"))
        .beside(
            "fields.csv",
            "source,page,field,place,kind,meant,visible,on_page,effects",
            "a.tif,1,x," + place + ",checkbox," + meant + ",,1,");

    assertThatThrownBy(tables::score)
        .isInstanceOf(ScoreInputException.class)
        .hasMessageContaining("fields.csv")
        .hasMessageContaining("2")
        .hasMessageContaining(named);
  }

  @Test
  void aDigitTooManyLeavesTheOthersRight() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("institution_code", "1234567"))
            .record("a.tif", 1, "review", Map.of("institution_code", "12345678"))
            .score();

    assertThat(score.texts().get(Kind.COMB).digits()).isEqualTo(new TextScore.Digits(7, 7));
  }

  @ParameterizedTest
  @CsvSource({"review, REVIEW", "accepted, WRONG"})
  void withoutDetailsWritingIsAcceptedWhereItsRecordIs(String status, Outcome outcome) {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("respondent_name", "太田茂"))
            .record("a.tif", 1, status, Map.of("respondent_name", "大田茂"))
            .score();

    Counts text = score.kinds().get(Kind.TEXT);
    assertThat(outcome == Outcome.WRONG ? text.wrong() : text.review() - 4).isEqualTo(1);
    assertThat(score.texts().get(Kind.TEXT).all()).isEqualTo(new TextScore.Characters(3, 1));
  }

  @Test
  void pagesThatGaveNoRecordAreMissedAndToldApart() {
    for (String source : new String[] {"u.tif", "n.tif", "f.tif", "g.tif", "none.tif"}) {
      tables.truth(source, 1, Map.of());
    }
    Score score =
        tables
            .record("u.tif", 1, "unreadable", Map.of())
            .record("n.tif", 1, "not_a_form", Map.of())
            .beside("failed.csv", "source,page,reason", "f.tif,1,broken", "g.tif,,empty")
            .score();

    PageCounts pages = score.pages();
    assertThat(pages.forms()).isEqualTo(5);
    assertThat(pages.read()).isZero();
    assertThat(new long[] {pages.unreadable(), pages.notAForm(), pages.failed(), pages.noRecord()})
        .containsExactly(1, 1, 2, 1);
    assertThat(score.marks().counts().missed()).isEqualTo(5L * BOXES);
    assertThat(score.time().perForm()).isEqualTo(score.time().byHandPerForm());
  }

  @Test
  void otherPagesAreCountedAsLeftOutOrTakenForTheForm() {
    Score score =
        tables
            .truth("a.tif", 2, Map.of())
            .record("a.tif", 1, "not_a_form", Map.of())
            .record("a.tif", 2, "accepted", Map.of())
            .record("a.tif", 3, "accepted", Map.of())
            .record("b.tif", 1, "review", Map.of())
            .score();

    assertThat(score.pages().othersLeftOut()).isEqualTo(1);
    assertThat(score.pages().othersTaken()).isEqualTo(2);
    assertThat(score.pages().unknownSources()).isEqualTo(1);
    assertThat(score.pages().forms()).isEqualTo(1);
  }

  @Test
  void marksThatLeftNoInkStandApart() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1", "q1.quoted", "1", "q1.installed", "1"))
            .record("a.tif", 1, "accepted", Map.of())
            .beside(
                "fields.csv",
                "source,page,field,place,kind,meant,visible,on_page,effects",
                "a.tif,1,q1.none,q1.none,checkbox,1,0.04,1,light check",
                "a.tif,1,q1.quoted,q1.quoted,checkbox,1,0.05,1,light check",
                "a.tif,1,q1.installed,q1.installed,checkbox,1,0.00,0,check")
            .score();

    Counts marks = score.marks().counts();
    assertThat(marks.noInk()).isEqualTo(1);
    assertThat(marks.noInkWrong()).isEqualTo(1);
    assertThat(marks.wrong()).as("faint, and cut off the page").isEqualTo(2);
    assertThat(score.marks().errorRateWithNoInk().cases()).isEqualTo(3);
    assertThat(score.marks().errorRateWithNoInk().of()).isEqualTo(BOXES);
    assertThat(score.handEffects())
        .filteredOn(e -> e.effect().equals("light"))
        .singleElement()
        .satisfies(e -> assertThat(e.marks().wrong()).isEqualTo(1));
  }

  @Test
  void effectsOfTheLineAreCountedByLevel() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1"))
            .truth("b.tif", 1, Map.of())
            .record("a.tif", 1, "accepted", Map.of())
            .record("b.tif", 1, "accepted", Map.of())
            .beside(
                "effects.csv", "source,page,effect,level,parameters", "a.tif,1,skew,strong,deg=5")
            .score();

    assertThat(score.pageEffects())
        .extracting(e -> e.effect() + " " + e.level() + " " + e.pages() + " " + e.marks().wrong())
        .containsExactly("skew NONE 1 0", "skew STRONG 1 1");
    assertThat(score.mistakes().get(0).effects()).containsExactly("skew strong");
  }

  @Test
  void detailsBesideTheTableTellWhatWasAcceptedAndHowSurely() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1", "q1.quoted", "1"))
            .record("a.tif", 1, "review", Map.of("q1.quoted", "?", "prefecture", "東京都"))
            .json(
                "a.tif",
                "review",
                Map.of(
                    "q1.none", Tables.field("0", 0.97, "accepted", "null"),
                    "q1.quoted", Tables.field("?", 0.6, "review", "\"faint_mark\""),
                    "prefecture", Tables.field("東京都", 0.85, "accepted", "null"),
                    "q3.other", Tables.field("", 0, "review", "\"not_read\"")))
            .score();

    assertThat(score.kinds().get(Kind.LEXICON).wrong()).isEqualTo(1);
    assertThat(score.kinds().get(Kind.TEXT).all()).as("one was not asked for").isEqualTo(4);
    assertThat(score.marks().counts().reviewRight()).as("the likelier answer").isEqualTo(1);
    assertThat(score.mistakes().get(0).answer().confidence()).hasValue(0.97);
    Calibration marks = score.calibration().get(Score.MARKS);
    assertThat(marks.values()).isEqualTo(20);
    double distance = (0.97 + (1 - 0.6) + 18 * (1 - 0.999)) / 20;
    assertThat(marks.expectedError()).isCloseTo(distance, within(1e-9));
    double squares = (0.97 * 0.97 + 0.4 * 0.4 + 18 * 0.001 * 0.001) / 20;
    assertThat(marks.brier()).isCloseTo(squares, within(1e-9));
  }

  @Test
  void theTableAndTheLinesGiveTheSameFigures() throws IOException {
    Score fromTable =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1"))
            .truth("b.tif", 1, Map.of())
            .record("b.tif", 1, "accepted", Map.of())
            .record("a.tif", 1, "accepted", Map.of())
            .json("a.tif", "accepted", Map.of())
            .json("b.tif", "accepted", Map.of())
            .score();
    Score fromLines =
        Evaluation.of(
            tables.truthCsv(),
            tables.recordsJsonl(),
            StandardCharsets.UTF_8,
            Tables.FORMS,
            Optional.of("jma-onshi-2022"));

    ScoreJson.write(folder.resolve("table.json"), fromTable);
    ScoreJson.write(folder.resolve("lines.json"), fromLines);
    assertThat(folder.resolve("lines.json")).hasSameTextualContentAs(folder.resolve("table.json"));
    assertThat(folder.resolve("lines.json")).content().contains("\"lost_marks\" : 1");
  }

  @Test
  void aValueThatTheLinesTellOtherwiseIsTakenFromTheTable() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1"))
            .record("a.tif", 1, "accepted", Map.of("q1.none", "1"))
            .json("a.tif", "accepted", Map.of())
            .score();

    assertThat(score.marks().counts().wrong()).isZero();
  }

  @Test
  void spreadsheetsApostrophesEncodingsAndSpellingsOfPathsDoNotMatter() {
    Charset windows = Charset.forName("windows-31j");
    Score score =
        tables
            .in(windows)
            .truth("sub/a.tif", 1, Map.of("q1.other", "+費用 の 件", "q3.monthly_cost", "30"))
            .record(
                "./sub/x/../a.tif",
                1,
                "accepted",
                Map.of("q1.other", "'+費用の件", "q3.monthly_cost", "30.0"))
            .score();

    assertThat(score.kinds().get(Kind.TEXT).right()).isEqualTo(5);
    assertThat(score.kinds().get(Kind.AMOUNT).right()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1234567, 7", "1234560, 6", "123456, 6", "7654321, 1", "'', 0"})
  void digitsAreCountedInTheirPlaces(String read, int right) {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("institution_code", "1234567"))
            .record("a.tif", 1, "accepted", Map.of("institution_code", read))
            .score();

    assertThat(score.texts().get(Kind.COMB).digits()).isEqualTo(new TextScore.Digits(7, right));
  }

  @Test
  void fieldsLookedForElsewhereThanTheyLieMakeAPageMisplaced() {
    String[] geometry = new String[5];
    geometry[0] = "source,page,x_mm,y_mm,x_px,y_px";
    geometry[1] = "a.tif,1,0,0,0,0";
    geometry[2] = "a.tif,1,200,0,1600,0";
    geometry[3] = "a.tif,1,0,280,0,2240";
    geometry[4] = "a.tif,1,200,280,1600,2240";
    Score score =
        tables
            .truth("a.tif", 1, Map.of())
            .record("a.tif", 1, "accepted", Map.of())
            .json("a.tif", "accepted", Map.of())
            .beside("geometry.csv", geometry)
            .score();

    Misplacement laid = score.misplacement().orElseThrow();
    assertThat(laid.pages()).isEqualTo(1);
    assertThat(laid.misplaced()).as("every box stands in the same corner").isEqualTo(1);
    assertThat(laid.acceptedAside()).isGreaterThan(20);
    assertThat(laid.medianMm()).isBetween(50.0, 280.0);
  }

  @Test
  void timeFollowsFromTheStatedSeconds() {
    Score score =
        tables
            .truth("a.tif", 1, Map.of("q1.none", "1", "respondent_name", "太田茂"))
            .record("a.tif", 1, "accepted", Map.of("respondent_name", "太田茂", "q1.quoted", "?"))
            .score();

    OperatorTime time = score.time();
    assertThat(time.reviewSeconds())
        .isEqualTo(OperatorTime.SECONDS_TO_OPEN + OperatorTime.SECONDS_FOR_MARK);
    assertThat(time.wrongSeconds()).isEqualTo(OperatorTime.SECONDS_FOR_WRONG);
    assertThat(time.byHandSeconds())
        .isCloseTo(
            OperatorTime.SECONDS_FOR_PAGE
                + BOXES * OperatorTime.SECONDS_FOR_BOX
                + 3 * OperatorTime.SECONDS_FOR_CHARACTER,
            within(1e-9));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "truth.csv | source,page,form | source,page,from | truth.csv:1: the column form is missing",
        "truth.csv | a.tif,1,jma-onshi-2022 | a.tif,0,jma-onshi-2022 | truth.csv:2: the page must",
        "truth.csv | a.tif,1,jma-onshi-2022 | a.tif,1,other | truth.csv:2: there is no form \"other\"",
        "truth.csv | b.tif,1 | a.tif,1 | truth.csv:3: a.tif, page 1 stands here a second time",
        "records.csv | status | state | records.csv:1: the column status is missing",
        "records.csv | ,q2, | ,q9, | records.csv:2: the form has a field q2",
        "records.csv | review | done | records.csv:3: the status must be",
        "records.csv | b.tif,1 | b.tif,x | records.csv:3: the page must",
        "records.csv | b.tif,1 | a.tif,1 | records.csv:3: a.tif, page 1 stands here a second time",
        "records.csv | review, | review,,,,,,,, | records.csv:3: 43 cells in this row, but 36 columns",
        "records.csv | review,,,,,0 | review,,,,,7 | records.csv:3: q1.none: \"7\" is no value of a box",
        "records.csv | review,,,,,0 | review,\"x\"y,,,,0 | records.csv:3: not CSV",
      })
  void whatIsWrongInATableIsNamedWithItsLine(String name, String good, String bad, String message)
      throws IOException {
    tables
        .truth("a.tif", 1, Map.of())
        .truth("b.tif", 1, Map.of())
        .record("a.tif", 1, "accepted", Map.of())
        .record("b.tif", 1, "review", Map.of())
        .write();
    Path file = folder.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(good);
    Files.writeString(file, text.replace(good, bad));

    assertThatThrownBy(this::scoreWhatIsThere)
        .isInstanceOf(ScoreInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aTableInAnotherEncodingIsNamed() throws IOException {
    tables.truth("a.tif", 1, Map.of()).write();
    Files.write(tables.recordsCsv(), new byte[] {(byte) 0x93, (byte) 0x8c, ','});

    assertThatThrownBy(this::scoreWhatIsThere)
        .isInstanceOf(ScoreInputException.class)
        .hasMessageContaining("--encoding");
  }

  @Test
  void aMissingTableIsNamed() throws IOException {
    tables.truth("a.tif", 1, Map.of()).write();
    Files.delete(tables.recordsCsv());

    assertThatThrownBy(this::scoreWhatIsThere)
        .isInstanceOf(ScoreInputException.class)
        .hasMessage(tables.recordsCsv() + ": there is no such file");
  }

  private Score scoreWhatIsThere() {
    return Evaluation.of(
        tables.truthCsv(),
        tables.recordsCsv(),
        StandardCharsets.UTF_8,
        Tables.FORMS,
        Optional.empty());
  }
}
