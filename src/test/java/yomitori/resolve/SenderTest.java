package yomitori.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yomitori.form.CombField;
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

  private static final Form FORM =
      new Form(
          "f",
          "1",
          "F",
          100,
          100,
          List.of(
              new TextField("pref", "", new RectMm(10, 10, 30, 8), 1, List.of("東京都", "大阪府", "青森県")),
              new CombField(
                  "code",
                  "",
                  IntStream.range(0, 7).mapToObj(i -> new RectMm(10 + 6 * i, 30, 6, 8)).toList(),
                  Optional.of(CombField.MEDICAL_INSTITUTION_CODE)),
              new TextField("name", "", new RectMm(10, 50, 60, 8), 1, List.of(), true, List.of())),
          List.of());

  private static final MasterList LIST =
      MasterList.of(
          List.of(
              new MasterEntry(13, CODE, "医療法人社団 工藤クリニック"),
              new MasterEntry(13, "0415067", "近藤クリニック"),
              new MasterEntry(27, "9900249", "大阪中央病院")));

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

  private static Map<String, FieldValue> resolve(String prefecture, String name) {
    List<TextReading> texts = new ArrayList<>();
    texts.add(new TextReading("pref", 0.1, List.of(new Candidate(prefecture, 0.99)), 0));
    texts.add(new TextReading("name", 0.1, List.of(new Candidate(name, 0.999)), 0));
    List<DigitReading> cells = CODE.chars().mapToObj(c -> sure(c - '0')).toList();
    texts.add(new TextReading("code", 0.1, List.of(new Candidate(CODE, 0.999)), 0, cells, 0));
    Map<String, Double> seen = Map.of("pref", 1.0, "name", 1.0, "code", 1.0);
    Evidence evidence =
        new Evidence(new Fit(1, 80, 0.1), List.of(), texts, seen, Map.of(), Map.of());
    return new Resolver(Optional.of(LIST), Phrases.none())
        .resolve(FORM, evidence).stream().collect(Collectors.toMap(FieldValue::fieldId, v -> v));
  }

  private static DigitReading sure(int digit) {
    List<Double> digits = new ArrayList<>(Collections.nCopies(10, 0.00001));
    digits.set(digit, 0.9999);
    return new DigitReading(digits, 0, 0, 0);
  }
}
