package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.Form;
import yomitori.form.TextField;
import yomitori.geometry.RectMm;
import yomitori.register.Fit;
import yomitori.resolve.FieldValue.Decision;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.text.DigitReading;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** Prefecture, code and name decided together with a list of institutions. */
class SenderTest {

  private static final String CODE = "8814790";

  private static final List<Field> SENDER =
      List.of(
          prefecture("pref", 10),
          code("code", 30),
          new TextField("name", "", new RectMm(10, 50, 60, 8), 1, List.of(), true, List.of()));

  private static final Form FORM = form(SENDER);

  /** One that asks for a prefecture and a code of somebody else, too. */
  private static final Form FORM_WITH_PATIENT =
      form(
          Stream.concat(SENDER.stream(), Stream.of(prefecture("home", 60), code("other", 70)))
              .toList());

  private static final MasterList LIST =
      MasterList.of(
          List.of(
              new MasterEntry(13, CODE, "医療法人社団 工藤クリニック"),
              new MasterEntry(13, "0415067", "近藤クリニック"),
              new MasterEntry(27, "9900249", "大阪中央病院")));

  /** Of the prefectures with most institutions, about how many. */
  private static final Map<Integer, Integer> LARGE =
      Map.of(
          1, 3300, 11, 4300, 12, 3700, 14, 6800, 22, 2500, 23, 5200, 26, 2400, 27, 8800, 28, 5000,
          40, 4600);

  /** A list of the whole country. */
  private static final MasterList WHOLE = country();

  @Test
  void whatAgreesIsAccepted() {
    Map<String, FieldValue> values = resolve("東京都", "工藤クリニック");
    assertThat(values.values()).allMatch(v -> v.decision() == Decision.ACCEPTED);
    assertThat(values.get("name").value()).isEqualTo("工藤クリニック");
  }

  @Test
  void aPrefectureAgainstCodeAndNameIsADoubt() {
    assertThat(resolve("大阪府", "工藤クリニック").get("pref").reason())
        .contains(Reason.PREFECTURE_DISAGREES);
  }

  @Test
  void aSecondPrefectureHoldsItsOwnWordNotTheSenders() {
    Map<String, FieldValue> values =
        resolve(FORM_WITH_PATIENT, with(new TextReading("home", 0.1, written("大阪府", 0.99), 0)));
    assertThat(values.get("pref").value()).isEqualTo("東京都");
    assertThat(values.get("home").value()).isEqualTo("大阪府");
    assertThat(values.values()).allMatch(v -> v.decision() == Decision.ACCEPTED);
  }

  @Test
  void aSecondCodeHoldsItsOwnDigitsNotTheSenders() {
    TextReading other =
        new TextReading("other", 0.1, written("1234567", 0.9), 0, cells("1234567"), 0);
    Map<String, FieldValue> values = resolve(FORM_WITH_PATIENT, with(other));
    assertThat(values.get("code").value()).isEqualTo(CODE);
    assertThat(values.get("other").value()).isEqualTo("1234567");
    assertThat(values.get("other").decision()).isEqualTo(Decision.REVIEW);
  }

  private static List<TextReading> with(TextReading another) {
    List<TextReading> texts = texts("東京都", "工藤クリニック", cells(CODE), CODE);
    texts.add(another);
    return texts;
  }

  @Test
  void anotherWordThanThePrefectureIsADoubt() {
    assertThat(resolve("横浜市", "工藤クリニック").get("pref").reason())
        .contains(Reason.PREFECTURE_DISAGREES);
  }

  @Test
  void aCodeAgainstTheNameOfAnotherInstitutionIsADoubt() {
    Map<String, FieldValue> values = resolve("東京都", "近藤クリニック");
    assertThat(values.get("code").reason()).contains(Reason.NAME_DISAGREES);
    assertThat(values.get("name").value()).isEqualTo("近藤クリニック");
  }

  @ParameterizedTest
  @CsvSource({"工藤クリニック東分院", "木藤クリニック"})
  void aNameThatIsNotQuiteTheInstitutionsIsADoubt(String name) {
    assertThat(resolve("東京都", name).get("name").decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void aListOfOtherPrefecturesDoesNotOverrideThePrefectureThatWasRead() {
    MasterList ibaraki = of(8, 1580, "水戸医院");
    for (String name : List.of("工藤クリニック", "水戸医院5", "")) {
      Map<String, FieldValue> values =
          resolve(Optional.of(ibaraki), "東京都", name, cells(CODE), CODE);
      assertThat(values.get("pref").value()).isEqualTo("東京都");
      assertThat(values.get("pref").decision()).isEqualTo(Decision.ACCEPTED);
      assertThat(values.get("code").value()).isEqualTo(CODE);
      assertThat(values.get("code").decision()).isEqualTo(Decision.ACCEPTED);
    }
  }

  @Test
  void aPartialListStillDecidesInItsOwnPrefecture() {
    MasterList ibaraki = of(8, 1580, "水戸医院");
    MasterEntry one = ibaraki.entries().get(700);
    Map<String, FieldValue> values =
        resolve(Optional.of(ibaraki), "茨城県", one.name(), cells(one.code()), one.code());
    assertThat(values.values()).allMatch(v -> v.decision() == Decision.ACCEPTED);
  }

  @Test
  void aNameOfAListedInstitutionWithAnotherCodeIsADoubtOnlyWhereTheListCovers() {
    MasterList ibaraki = of(8, 1580, "水戸医院");
    String name = ibaraki.entries().get(700).name();
    String unlisted = code(8, 999_000);
    Map<String, FieldValue> covered =
        resolve(Optional.of(ibaraki), "茨城県", name, cells(unlisted), unlisted);
    assertThat(covered.get("code").reason()).contains(Reason.NAME_DISAGREES);
    Map<String, FieldValue> elsewhere =
        resolve(Optional.of(ibaraki), "東京都", name, cells(CODE), CODE);
    assertThat(elsewhere.get("code").decision()).isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aCodeAloneIsADoubtWithoutAList() {
    for (String name : List.of("", "工藤クリニック")) {
      FieldValue code = resolve(Optional.empty(), "", name, cells(CODE), CODE).get("code");
      assertThat(code.value()).isEqualTo(CODE);
      assertThat(code.reason()).contains(Reason.CODE_ALONE);
    }
  }

  @Test
  void whereNobodyAskedToReadAPrefectureTheDigitsAreAccepted() {
    List<TextReading> texts = texts("", "", cells(CODE), CODE);
    texts.removeIf(text -> !text.fieldId().equals("code"));
    assertThat(resolve(Optional.empty(), texts).get("code").decision())
        .isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aCodeAloneIsAcceptedOnlyWhereTheListHasOneInstitutionWithItsDigits() {
    Optional<MasterList> one = Optional.of(LIST);
    assertThat(resolve(one, "", "", cells(CODE), CODE).get("code").reason())
        .as("a list of three says nothing of all others")
        .contains(Reason.CODE_ALONE);
    MasterEntry known = WHOLE.entries().get(12_000);
    FieldValue alone =
        resolve(Optional.of(WHOLE), "", "", cells(known.code()), known.code()).get("code");
    assertThat(alone.decision()).isEqualTo(Decision.ACCEPTED);
    List<MasterEntry> whole = new ArrayList<>(WHOLE.entries());
    whole.add(new MasterEntry(27, known.code(), "大阪中央病院"));
    FieldValue shared =
        resolve(Optional.of(MasterList.of(whole)), "", "", cells(known.code()), known.code())
            .get("code");
    assertThat(shared.reason()).contains(Reason.CODE_ALONE);
  }

  @Test
  void aSurelyReadOtherNameKeepsACodeFromBeingAcceptedAlone() {
    String code = WHOLE.entries().get(12_000).code();
    FieldValue value = resolve(Optional.of(WHOLE), "", "海辺の森", cells(code), code).get("code");
    assertThat(value.decision()).isEqualTo(Decision.REVIEW);
  }

  @Test
  void prefectureAndNameWithoutACodeAreNoWorseWithAListThanWithout() {
    String name = WHOLE.entries().get(400).name();
    Map<String, FieldValue> with = resolve(Optional.of(WHOLE), "東京都", name, List.of(), "");
    Map<String, FieldValue> without = resolve(Optional.empty(), "東京都", name, List.of(), "");
    for (String field : List.of("pref", "name")) {
      assertThat(without.get(field).decision()).as(field).isEqualTo(Decision.ACCEPTED);
      assertThat(with.get(field).decision()).as(field).isEqualTo(Decision.ACCEPTED);
      assertThat(with.get(field).value()).isEqualTo(without.get(field).value());
    }
  }

  @Test
  void namesakesInOnePrefectureDoNotMakeANameUnsure() {
    List<MasterEntry> entries = new ArrayList<>(WHOLE.entries());
    for (int i = 0; i < 5; i++) {
      entries.add(new MasterEntry(13, code(13, 990_000 + i), "佐藤内科"));
    }
    Optional<MasterList> list = Optional.of(MasterList.of(entries));
    assertThat(resolve(list, "東京都", "佐藤内科", List.of(), "").get("name").decision())
        .isEqualTo(Decision.ACCEPTED);
  }

  @Test
  void aMisreadDigitIsMendedWherePrefectureAndNameAgree() {
    FieldValue code = resolve("東京都", "工藤クリニック", doubtful(), "8814791").get("code");
    assertThat(code.value()).isEqualTo(CODE);
    assertThat(code.decision()).isEqualTo(Decision.ACCEPTED);
    assertThat(code.alternatives()).startsWith("8814791");
  }

  @ParameterizedTest
  @CsvSource({"東京都,''", "'',工藤クリニック", "東京都,あ"})
  void aMisreadDigitIsNotMendedSilentlyWhereTheyDoNotBothAgree(String prefecture, String name) {
    FieldValue code = resolve(prefecture, name, doubtful(), "8814791").get("code");
    assertThat(code.value()).isEqualTo(CODE);
    assertThat(code.reason()).contains(Reason.CODE_MENDED);
    assertThat(code.alternatives()).startsWith("8814791");
  }

  @Test
  void aListedNameIsNotCutWhereNothingWasRead() {
    List<TextReading> texts = texts("東京都", "", cells(CODE), CODE);
    texts.removeIf(text -> text.fieldId().equals("name"));
    texts.add(new TextReading("name", 0.1, List.of(new Candidate("", 0)), 0));
    FieldValue name = resolve(Optional.of(LIST), texts).get("name");
    assertThat(name.value()).isEqualTo("医療法人社団工藤クリニック");
    assertThat(name.reason()).contains(Reason.UNSURE_TEXT);
    assertThat(name.confidence()).isLessThan(0.9);
  }

  @ParameterizedTest
  @CsvSource({"工", "医院", "木藤クリニック", "工藤クリニック東分院", "クリニック", "X1"})
  void anUnsureNameIsNeverCertain(String read) {
    FieldValue name = resolve("東京都", read).get("name");
    assertThat(name.decision()).isEqualTo(Decision.REVIEW);
    assertThat(name.confidence()).isLessThan(0.97);
  }

  private static Form form(List<Field> fields) {
    return new Form("f", "1", "F", 100, 100, fields, List.of());
  }

  private static TextField prefecture(String id, double y) {
    return new TextField(id, "", new RectMm(10, y, 30, 8), 1, List.of("東京都", "大阪府", "青森県", "茨城県"));
  }

  private static CombField code(String id, double y) {
    return new CombField(
        id,
        "",
        IntStream.range(0, 7).mapToObj(i -> new RectMm(10 + 6 * i, y, 6, 8)).toList(),
        Optional.of(CombField.MEDICAL_INSTITUTION_CODE));
  }

  /** Made-up institutions of a prefecture, each name once. */
  private static MasterList of(int prefecture, int count, String name) {
    return MasterList.of(
        IntStream.range(0, count)
            .mapToObj(i -> new MasterEntry(prefecture, code(prefecture, 500_000 + i), name + i))
            .toList());
  }

  private static MasterList country() {
    List<MasterEntry> all = new ArrayList<>(of(13, 13_700, "医院").entries());
    for (int prefecture = 1; prefecture <= MasterEntry.PREFECTURES; prefecture++) {
      if (prefecture != 13) {
        int count = LARGE.getOrDefault(prefecture, 1600);
        all.addAll(of(prefecture, count, "診療所" + prefecture + "の").entries());
      }
    }
    return MasterList.of(all);
  }

  private static String code(int prefecture, int number) {
    String six = String.format("%06d", number % 1_000_000);
    return IntStream.range(0, 10)
        .mapToObj(check -> six + check)
        .filter(code -> MedicalInstitutionCode.agrees(prefecture, code))
        .findFirst()
        .orElseThrow();
  }

  private static List<DigitReading> cells(String code) {
    return code.chars().mapToObj(c -> sure(c - '0')).toList();
  }

  /** The code with its last digit read as 1 rather than 0, not surely. */
  private static List<DigitReading> doubtful() {
    List<DigitReading> cells = new ArrayList<>(cells(CODE));
    List<Double> digits = new ArrayList<>(Collections.nCopies(10, 0.0001));
    digits.set(1, 0.85);
    digits.set(0, 0.149);
    cells.set(6, new DigitReading(digits, 0, 0, 0));
    return cells;
  }

  private static Map<String, FieldValue> resolve(String prefecture, String name) {
    return resolve(prefecture, name, cells(CODE), CODE);
  }

  private static Map<String, FieldValue> resolve(
      String prefecture, String name, List<DigitReading> cells, String asRead) {
    return resolve(Optional.of(LIST), prefecture, name, cells, asRead);
  }

  private static Map<String, FieldValue> resolve(
      Optional<MasterList> list,
      String prefecture,
      String name,
      List<DigitReading> cells,
      String asRead) {
    return resolve(list, texts(prefecture, name, cells, asRead));
  }

  private static List<TextReading> texts(
      String prefecture, String name, List<DigitReading> cells, String asRead) {
    List<TextReading> texts = new ArrayList<>();
    texts.add(new TextReading("pref", 0.1, written(prefecture, 0.99), 0));
    texts.add(new TextReading("name", 0.1, written(name, 0.999), 0));
    texts.add(new TextReading("code", 0.1, written(asRead, 0.999), 0, cells, 0));
    return texts;
  }

  private static List<Candidate> written(String text, double score) {
    return text.isEmpty() ? List.of() : List.of(new Candidate(text, score));
  }

  private static Map<String, FieldValue> resolve(
      Optional<MasterList> list, List<TextReading> texts) {
    return resolve(FORM, list, texts);
  }

  private static Map<String, FieldValue> resolve(Form form, List<TextReading> texts) {
    return resolve(form, Optional.of(LIST), texts);
  }

  private static Map<String, FieldValue> resolve(
      Form form, Optional<MasterList> list, List<TextReading> texts) {
    Map<String, Double> seen =
        form.fields().stream().collect(Collectors.toMap(Field::id, field -> 1.0));
    Evidence evidence =
        new Evidence(new Fit(1, 80, 0.1), List.of(), texts, seen, Map.of(), Map.of());
    return new Resolver(list, Phrases.none())
        .resolve(form, evidence).stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
  }

  private static DigitReading sure(int digit) {
    List<Double> digits = new ArrayList<>(Collections.nCopies(10, 0.00001));
    digits.set(digit, 0.9999);
    return new DigitReading(digits, 0, 0, 0);
  }
}
