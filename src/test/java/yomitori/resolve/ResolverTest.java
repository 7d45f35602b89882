package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.AmountField;
import yomitori.form.CheckBox;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.DoubtCosts;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.RectMm;
import yomitori.geometry.RectPx;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;
import yomitori.mark.MarkReading;
import yomitori.register.Blank;
import yomitori.register.Fit;
import yomitori.register.RegisteredPage;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.text.DigitReading;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

class ResolverTest {

  private static final double EMPTY = -9;
  private static final double MARKED = 9;
  private static final double SURE = 0.999;

  private static final List<CheckBox> OPTIONS =
      List.of(box("q.a", 20), box("q.b", 30), box("q.c", 40));

  private static final List<String> PHRASES =
      List.of("回線業者の連絡待ち", "光回線の工事待ち", "工事日が未定", "工事日が決定", "4月に閉院");

  private static final Form FORM =
      new Form(
          "f",
          "1",
          "F",
          100,
          100,
          List.of(
              new TextField(
                  "pref",
                  "",
                  new RectMm(10, 60, 30, 8),
                  1,
                  List.of("東京都", "京都府", "大阪府", "徳島県", "福島県", "北海道")),
              new CombField(
                  "code",
                  "",
                  IntStream.range(0, 7).mapToObj(i -> new RectMm(10 + 6 * i, 70, 6, 8)).toList(),
                  Optional.of(CombField.MEDICAL_INSTITUTION_CODE)),
              new TextField("name", "", new RectMm(10, 80, 60, 8), 1, List.of(), false, PHRASES),
              new AmountField("cost", "", new RectMm(10, 90, 30, 8), "万円", 9999),
              new CheckboxField(box("c", 10)),
              new ChoiceField("q", "", OPTIONS)),
          List.of());

  private final List<TextReading> texts = new ArrayList<>();
  private final List<MarkReading> marks = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({"-9, 0", "9, 1"})
  void aClearBoxIsAcceptedAsItIs(double logOdds, String expected) {
    mark(box("c", 10), logOdds);
    FieldValue value = resolve().get(4);
    assertThat(value.value()).isEqualTo(expected);
    assertThat(value.decision()).isEqualTo(Decision.ACCEPTED);
    assertThat(value.reason()).isEmpty();
    assertThat(value.confidence()).isGreaterThan(0.95);
  }

  @Test
  void whatWasNotToBeReadIsNoDoubt() {
    mark(box("c", 10), EMPTY);
    FieldValue value = resolve().get(2);
    assertThat(value.value()).isEmpty();
    assertThat(value.decision()).isEqualTo(Decision.ACCEPTED);
    assertThat(value.reason()).contains(Reason.NOT_READ);
    assertThat(value.inDoubt()).isFalse();
    assertThat(value.confidence()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "0.06,  0,  1,   1,   0,   FAINT_MARK",
    "0.005, 0,  1,   1,   0,   NOT_SURE",
    "1,    -9,  0.4, 0.9, 0,   PERHAPS_STRUCK_OUT",
    "0,    -9,  0.2, 0.9, 0,   BOX_NOT_FOUND",
    "0.3,   0,  1,   1,   0,   PERHAPS_STRUCK_OUT",
    "0.3,   9,  0.1, 0.3, 0,   BOX_NOT_FOUND",
    "0.3,  -9,  0.1, 0.3, 0,   BOX_NOT_FOUND",
    "0,    -9,  0,   0.5, 0,   BOX_NOT_FOUND",
    "0.3,   9,  1,   1,   0.6, DAMAGED"
  })
  void aBoxThatCannotBeTrustedIsInDoubt(
      double fill, double logOdds, double outline, double fit, double damage, Reason reason) {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), fill, 0, 0, outline, fit, damage, logOdds));
    FieldValue value = resolve().get(4);
    assertThat(value.value()).isEqualTo("?");
    assertThat(value.decision()).isEqualTo(Decision.REVIEW);
    assertThat(value.reason()).contains(reason);
    assertThat(value.alternatives()).containsExactlyInAnyOrder("0", "1");
  }

  @Test
  void writingBesideAnEmptyBoxIsToldAsTheReason() {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), 0, 0.05, 0, 1, 1, 0, 0));
    assertThat(resolve().get(4).reason()).contains(Reason.INK_BESIDE_BOX);
  }

  @ParameterizedTest
  @CsvSource({"0, ?", "1, 0"})
  void inkBesideBoxesIsStrayOnlyWhereTheWriterMarksInsideThem(int marked, String expected) {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), 0, 0.03, 0, 1, 1, 0, -20));
    if (marked == 1) {
      mark(OPTIONS.get(0), MARKED);
    }
    assertThat(resolve().get(4).value()).isEqualTo(expected);
  }

  @Test
  void manyMarkedOptionsOfOneQuestionAreStillProbabilities() {
    double[] nearlySure = new double[200];
    Arrays.fill(nearlySure, 1 - 5e-5);
    for (double together : SingleChoice.STANDARD.marked(nearlySure)) {
      assertThat(together).isBetween(0.999, 1.0);
    }
  }

  @Test
  void aBoxWhoseOutlineIsHiddenIsJudgedWhereItsPlaceIsSure() {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), 0.9, 0, 0, 0.1, 0.9, 0, MARKED));
    assertThat(resolve().get(4).value()).isEqualTo("1");
  }

  @Test
  void higherOddsAreNeverLessLikelyAMark() {
    assertThat(MarkCalibration.STANDARD.marked(-40)).isLessThan(0.001);
    assertThat(MarkCalibration.STANDARD.marked(40)).isGreaterThan(0.999);
    double before = 0;
    for (double logOdds = -40; logOdds < 40; logOdds += 0.5) {
      double marked = MarkCalibration.STANDARD.marked(logOdds);
      assertThat(marked).isBetween(before, 1.0);
      before = marked;
    }
  }

  @ParameterizedTest
  @CsvSource({"0.05, -8, 0", "0.2, -8, ?", "0.5, -11, ?", "0.5, -13, 0", "0.5, 7, 1"})
  void inkIsDeletedOnlyWithMoreCertaintyThanOtherAnswersNeed(
      double fill, double logOdds, String expected) {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), fill, 0, 0, 1, 1, 0, logOdds));
    assertThat(resolve().get(4).value()).isEqualTo(expected);
  }

  /** What a look costs decides how likely an error must be before a person is asked. */
  @ParameterizedTest
  @CsvSource({"2, 1, ACCEPTED", "300, 1, REVIEW", "300, 290, ACCEPTED"})
  void theFormsCostsDecideHowMuchDoubtIsTooMuch(double error, double review, Decision expected) {
    mark(box("c", 10), 1);
    Form form = FORM.withDoubt(new DoubtCosts(error, review));
    assertThat(resolve(form).get(4).decision()).isEqualTo(expected);
  }

  @Test
  void theSurerTheOtherOptionTheLessIsADoubtfulOneTakenForAnAnswer() {
    mark(OPTIONS.get(0), MARKED);
    mark(OPTIONS.get(1), -4);
    assertThat(resolve().get(5).value()).isEqualTo("a");
    marks.clear();
    mark(box("c", 10), -4);
    assertThat(resolve().get(4).value()).isEqualTo("?");
  }

  @Test
  void aBoxOfWhichTooMuchIsLostIsLessSure() {
    CheckBox box = box("c", 10);
    marks.add(new MarkReading(box, box.box(), 0.3, 0, 0, 1, 1, 0.4, MARKED));
    FieldValue damaged = resolve().get(4);
    marks.clear();
    mark(box, MARKED);
    assertThat(damaged.confidence()).isLessThan(resolve().get(4).confidence());
    assertThat(damaged.reason()).contains(Reason.DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({
    "-9, 9,  -9, b, ,",
    "-9, -9, -9, '', ,",
    "9,  9,  -9, ?, SEVERAL_MARKED, a b",
    "2,  9,  -9, ?, PERHAPS_STRUCK_OUT, b a",
    "1,  -9, -9, ?, PERHAPS_STRUCK_OUT, a"
  })
  void aChoiceIsTakenOnlyWhereEveryBoxIsClear(
      double a, double b, double c, String expected, Reason reason, String alternatives) {
    double[] logOdds = {a, b, c};
    for (int i = 0; i < logOdds.length; i++) {
      mark(OPTIONS.get(i), logOdds[i]);
    }
    FieldValue value = resolve().get(5);
    assertThat(value.value()).isEqualTo(expected);
    assertThat(value.reason()).isEqualTo(Optional.ofNullable(reason));
    assertThat(value.decision()).isEqualTo(reason == null ? Decision.ACCEPTED : Decision.REVIEW);
    assertThat(String.join(" ", value.alternatives()))
        .isEqualTo(alternatives == null ? "" : alternatives);
  }

  @ParameterizedTest
  @CsvSource({"東京都, 東京都", "東京, 東京都", "京都, 京都府", "東京者, 東京都", "北海道, 北海道", "大阪府, 大阪府"})
  void aPrefectureIsTakenWithOrWithoutItsSuffix(String written, String expected) {
    text("pref", written, SURE);
    FieldValue value = resolve().get(0);
    assertThat(value.value()).isEqualTo(expected);
    assertThat(value.decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aWordCloseToOnePrefectureStandsForItInReview() {
    text("pref", "北海逆", SURE);
    FieldValue value = resolve().get(0);
    assertThat(value.value()).isEqualTo("北海道");
    assertThat(value.reason()).contains(Reason.UNSURE_TEXT);
    assertThat(value.alternatives()).contains("北海逆");
  }

  @ParameterizedTest
  @ValueSource(strings = {"内科医院", "島県", "重島県"})
  void aWordThatIsNoPrefectureIsKeptAmongTheAlternativesOnly(String written) {
    text("pref", written, SURE);
    FieldValue value = resolve().get(0);
    assertThat(value.value()).isEmpty();
    assertThat(value.decision()).isEqualTo(Decision.REVIEW);
    assertThat(value.reason()).contains(Reason.NOT_IN_LEXICON);
    assertThat(value.confidence()).as("that nothing is meant").isZero();
    assertThat(value.alternatives()).contains(written);
  }

  @Test
  void otherValuesAreNamedLikeliestFirst() {
    List<Candidate> read =
        List.of(new Candidate("犬反付", 0.02), new Candidate("大阪府", 0.9), new Candidate("東京都", 0.08));
    texts.add(new TextReading("pref", 0.1, read, 0));
    FieldValue value = resolve().get(0);
    assertThat(value.value()).isEqualTo("大阪府");
    assertThat(value.alternatives()).containsExactly("東京都", "犬反付");
  }

  @Test
  void aCodeWhoseCheckDigitAgreesIsSurer() {
    code("8814790", 0.99);
    double alone = resolve().get(1).confidence();
    text("pref", "東京都", SURE);
    FieldValue checked = resolve().get(1);
    assertThat(checked.confidence()).isGreaterThan(alone);
    assertThat(checked.value()).isEqualTo("8814790");
  }

  @Test
  void aSureCodeThatAgreesIsAccepted() {
    text("pref", "東京都", SURE);
    code("8814790", 0.9999);
    assertThat(resolve().get(1).decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aCellThatMayHoldEitherOfTwoDigitsIsReadAsTheOneThatAgrees() {
    text("pref", "東京都", SURE);
    code("8814790", 0.9999, 3, '1', 0.6);
    FieldValue value = resolve().get(1);
    assertThat(value.value()).isEqualTo("8814790");
    assertThat(value.alternatives()).contains("8811790");
  }

  @Test
  void aCodeWhoseCheckDigitFailsIsForReview() {
    text("pref", "大阪府", SURE);
    code("8814790", 0.9999);
    FieldValue value = resolve().get(1);
    assertThat(value.decision()).isEqualTo(Decision.REVIEW);
    assertThat(value.value()).isEqualTo("8814790");
    assertThat(value.reason()).contains(Reason.CHECK_DIGIT);
  }

  @Test
  void aPrefectureInDoubtNeitherRefutesACodeNorConfirmsIt() {
    text("pref", "大阪府", 0.2);
    code("8814790", 0.9999);
    assertThat(resolve().get(1).reason()).contains(Reason.CODE_ALONE);
  }

  @Test
  void aCodeTellsBetweenTwoPrefecturesThatLookAlike() {
    List<Candidate> alike =
        List.of(new Candidate("系都", 0.4), new Candidate("京都府", 0.55), new Candidate("東京都", 0.4));
    texts.add(new TextReading("pref", 0.1, alike, 0));
    assertThat(resolve().get(0).value()).isEqualTo("京都府");
    assertThat(resolve().get(0).decision()).isEqualTo(Decision.REVIEW);
    code("8814790", 0.9999);
    assertThat(resolve().get(0).value()).isEqualTo("東京都");
    assertThat(resolve().get(0).confidence()).isGreaterThan(0.8);
  }

  @Test
  void aCodeWithAnEmptyCellIsForReview() {
    code("881479", 0.9999);
    assertThat(resolve().get(1).reason()).contains(Reason.WRONG_LENGTH);
  }

  @ParameterizedTest
  @CsvSource({
    "120, 120, ",
    "'1,200', 1200, ",
    "'1,234 .', 1234, ",
    "120., 120, ",
    "1.200, 1.200, NOT_AN_AMOUNT",
    "１２０, 120, ",
    "007, 007, NOT_AN_AMOUNT",
    "0, 0, ",
    "12.5, 12.5, ",
    "10000, 10000, NOT_AN_AMOUNT",
    "1.2.3, 1.2.3, NOT_AN_AMOUNT",
    "'1,5', '1,5', NOT_AN_AMOUNT",
    "'12,5', '12,5', NOT_AN_AMOUNT",
    "'1,2000', '1,2000', NOT_AN_AMOUNT",
    "'1、200', '1、200', NOT_AN_AMOUNT",
    ".5, .5, NOT_AN_AMOUNT",
    "約30, 30, ",
    "30程度, 30, ",
    "35万, 35, ",
    "35万円, 35, ",
    "3万5千, 3.5, ",
    "3万5千円, 3.5, ",
    "3万5000円, 3.5, ",
    "'350,000円', 35, ",
    "二十五, 25, ",
    "百二十, 120, ",
    "二〇, 20, ",
    "1億, 1億, NOT_AN_AMOUNT",
    "5千, 5千, NOT_AN_AMOUNT",
    "3万5, 3万5, NOT_AN_AMOUNT",
    "120~150, 120~150, NOT_AN_AMOUNT",
    "30以上, 30以上, NOT_AN_AMOUNT",
    "不明, 不明, NOT_AN_AMOUNT",
    "35円, 35円, NOT_AN_AMOUNT"
  })
  void anAmountIsAPlainNumber(String written, String expected, Reason reason) {
    text("cost", written, SURE);
    FieldValue value = resolve().get(3);
    assertThat(value.value()).isEqualTo(expected);
    assertThat(value.reason()).isEqualTo(Optional.ofNullable(reason));
  }

  @Test
  void aDoubtfulCharacterIsMendedByAPhrase() {
    phrase("回線業者の連絡侍ち", 0.5, 7);
    assertThat(resolve().get(2).value()).isEqualTo("回線業者の連絡待ち");
    assertThat(resolve().get(2).alternatives()).contains("回線業者の連絡侍ち");
    assertThat(resolve().get(2).decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aPhraseThatWasReadWithDoubtIsRight() {
    phrase("光回線の工事待ち", 0.6, 3);
    assertThat(resolve().get(2).decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void textThatIsNoPhraseStaysAsItIs() {
    phrase("院長が入院中", 0.6, 3);
    assertThat(resolve().get(2).value()).isEqualTo("院長が入院中");
    assertThat(resolve().get(2).reason()).contains(Reason.UNSURE_TEXT);
  }

  @Test
  void twoPhrasesThatTheDoubtfulCharacterTellsApartAreNotGuessed() {
    phrase("工事日が木定", 0.5, 4);
    assertThat(resolve().get(2).decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void aPhraseNeverChangesACharacterThatWasReadSurely() {
    phrase("光回線の工事終了待ち", 0.5, 0);
    assertThat(resolve().get(2).value()).isEqualTo("光回線の工事終了待ち");
  }

  @Test
  void aPhraseNeverChangesADigit() {
    phrase("3月に閉院", 0.5, 0);
    assertThat(resolve().get(2).value()).isEqualTo("3月に閉院");
    assertThat(resolve().get(2).decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void phrasesGrowWithWhatOperatorsType() {
    phrase("院長が入陥中", 0.5, 4);
    Phrases typed = Phrases.of(List.of("# typed", "name\t院長が入院中", "other\t院長が入浴中", ""));
    assertThat(resolve(new Resolver(Optional.empty(), typed)).get(2).value()).isEqualTo("院長が入院中");
  }

  /** A text of which one character is doubtful. */
  private void phrase(String text, double doubtful, int at) {
    List<Double> scores = new ArrayList<>(Collections.nCopies(text.length(), SURE));
    scores.set(at, doubtful);
    texts.add(new TextReading("name", 0.1, List.of(new Candidate(text, doubtful, scores)), 0));
  }

  @Test
  void writingAroundAFieldIsADoubt() {
    texts.add(new TextReading("name", 0.1, List.of(new Candidate("明", SURE)), 0, List.of(), 3));
    texts.add(new TextReading("cost", 0, List.of(), 0, List.of(), 3));
    assertThat(resolve().get(2).reason()).contains(Reason.WRITING_OUTSIDE);
    assertThat(resolve().get(3).reason()).contains(Reason.WRITING_OUTSIDE);
  }

  @Test
  void aBlankFieldIsAnAcceptedEmptyValue() {
    texts.add(new TextReading("name", 0, List.of(), 0));
    FieldValue value = resolve().get(2);
    assertThat(value.value()).isEmpty();
    assertThat(value.decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aBlankFieldOnRowsThatNeverArrivedIsForReview() {
    texts.add(new TextReading("name", 0, List.of(), 0.8));
    assertThat(resolve().get(2).reason()).contains(Reason.DAMAGED);
  }

  @ParameterizedTest
  @CsvSource({"0, pref", "1, code", "2, name", "3, cost"})
  void aWrittenFieldOfWhichNothingCouldBeReadIsForReview(int field, String id) {
    text(id, "", 0);
    FieldValue value = resolve().get(field);
    assertThat(value.value()).isEmpty();
    assertThat(value.decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void aTextReadWithALowScoreIsGivenForReview() {
    text("name", "桜井医院", 0.5);
    FieldValue value = resolve().get(2);
    assertThat(value.value()).isEqualTo("桜井医院");
    assertThat(value.reason()).contains(Reason.UNSURE_TEXT);
  }

  @Test
  void theBoxIsWhereTheFieldLiesOnThePageAndEmptyWhereItLiesOffIt() {
    List<FieldValue> values = resolve();
    assertThat(values.get(4).box()).contains(new RectPx(40, 40, 16, 16));
    assertThat(values.get(3).box()).isEmpty();
  }

  @Test
  void aCheckboxWithoutAReadingIsAMistakeOfTheCaller() {
    assertThatThrownBy(
            () -> new Resolver().resolve(FORM, Evidence.of(page(), List.of(), List.of())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("c");
  }

  @Test
  void noMeasureOfABoxIsLeftOutOfTheEvidence() {
    long measures =
        Stream.of(MarkReading.class.getRecordComponents())
            .filter(component -> component.getType() == double.class)
            .count();
    MarkReading reading =
        new MarkReading(box("c", 10), box("c", 10).box(), 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);

    assertThat(MarkMeasure.values()).hasSize((int) measures);
    assertThat(MarkMeasure.reading(reading.checkBox(), reading.found(), m -> m.of(reading)))
        .isEqualTo(reading);
  }

  private List<FieldValue> resolve() {
    return resolve(FORM);
  }

  private List<FieldValue> resolve(Resolver resolver) {
    return resolve(FORM, resolver);
  }

  private List<FieldValue> resolve(Form form) {
    return resolve(form, new Resolver());
  }

  private List<FieldValue> resolve(Form form, Resolver resolver) {
    List<MarkReading> all = new ArrayList<>(marks);
    for (CheckBox box : FORM.checkBoxes()) {
      if (marks.stream().noneMatch(m -> m.checkBox().equals(box))) {
        all.add(new MarkReading(box, box.box(), 0, 0, 0, 1, 1, 0, EMPTY));
      }
    }
    return resolver.resolve(form, Evidence.of(page(), all, texts));
  }

  private void mark(CheckBox box, double logOdds) {
    marks.add(new MarkReading(box, box.box(), logOdds > 0 ? 0.2 : 0.02, 0, 0, 1, 1, 0, logOdds));
  }

  private void text(String id, String text, double score) {
    texts.add(new TextReading(id, 0.1, List.of(new Candidate(text, score)), 0));
  }

  /** Writes a code, each digit as likely as said; the cells after its end are empty. */
  private void code(String digits, double likely) {
    code(digits, likely, -1, '0', 0);
  }

  /** The same with one cell that holds another digit more likely than not. */
  private void code(String digits, double likely, int at, char other, double otherLikely) {
    List<DigitReading> cells = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      double[] kinds = new double[DigitReading.KINDS];
      if (i >= digits.length()) {
        kinds[DigitReading.DIGITS] = 1;
      } else {
        Arrays.fill(kinds, (1 - likely) / (DigitReading.KINDS - 1));
        kinds[digits.charAt(i) - '0'] = likely;
      }
      if (i == at) {
        kinds[digits.charAt(i) - '0'] -= otherLikely;
        kinds[other - '0'] += otherLikely;
      }
      cells.add(DigitReading.of(Arrays.stream(kinds).boxed().toList()));
    }
    double score = Math.pow(likely, digits.length());
    texts.add(new TextReading("code", 0.1, List.of(new Candidate(digits, score)), 0, cells, 0));
  }

  private static CheckBox box(String id, double y) {
    RectMm area = new RectMm(10, y, 4, 4);
    return new CheckBox(id, id, area, area.shift(6, 0));
  }

  /** A page of which only the upper 85 mm arrived. */
  private static RegisteredPage page() {
    GrayImage image = GrayImage.white(400, 340);
    Page page = new Page("p", 1, "", image, new Resolution(101.6, 101.6), Page.RowDamage.none(340));
    return new RegisteredPage(
        page,
        new Blank(FORM, GrayImage.white(100, 100), 1),
        PageTransform.of(Affine.scale(4, 4)),
        new Fit(1, 1, 0));
  }
}
