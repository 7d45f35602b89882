package yomitori.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import yomitori.form.DoubtCosts;
import yomitori.form.Form;
import yomitori.record.PageRecord.Status;
import yomitori.record.Redecision.Kind;
import yomitori.record.Redecision.Outcome;
import yomitori.resolve.Evidence;
import yomitori.resolve.FieldValue;
import yomitori.resolve.Resolver;

class RedecisionTest {

  private static final Form FORM = SampleForm.form();
  private static final Map<String, Form> FORMS = Map.of(FORM.id(), FORM);

  /** A wrong mark is very dear: every mark is looked at. */
  private static final Map<String, Form> STRICT = costs(1_000_000);

  /** A look is almost as dear as a wrong mark: none is worth it. */
  private static final Map<String, Form> EASY = costs(2);

  @TempDir private Path folder;

  /** Log odds on both sides of the doubt, with digits below the rounding. */
  @ParameterizedTest
  @ValueSource(doubles = {-9, -5.4940449, -5.49395, -3.33333333, 0, 1e-5, 5.99394, 5.99396, 9})
  void withoutNewCostsALineIsGivenBackAsItIs(double logOdds) throws Exception {
    RecordLine line = line(Map.of("q1.installed", logOdds, "q2.exempt", logOdds));

    Redecision again = Redecision.of(line, FORMS, new Resolver()::resolve);

    assertThat(again.outcome()).isEqualTo(Outcome.DECIDED);
    assertThat(again.changes()).isEmpty();
    assertThat(again.line()).isSameAs(line);
  }

  @Test
  void otherCostsDecideOtherwise() throws Exception {
    RecordLine line = line(Map.of("q1.installed", 9.0));

    Redecision strict = Redecision.of(line, STRICT, new Resolver()::resolve);

    assertThat(strict.changes())
        .extracting(Redecision.Change::kind)
        .contains(Kind.ACCEPTED_TO_REVIEW);
    assertThat(value(strict, "q1.installed").value()).isEqualTo("?");
    assertThat(strict.line().record().status()).isEqualTo(Status.REVIEW);
    assertThat(text(strict.line())).contains("\"marks\":", "\"fill_ratio\":0.3,");

    Redecision back = Redecision.of(strict.line(), FORMS, new Resolver()::resolve);
    assertThat(text(back.line())).isEqualTo(text(line));
  }

  @Test
  void aDoubtThatIsNoneAnyMoreIsAccepted() throws Exception {
    RecordLine line = line(Map.of("q1.installed", 0.5));

    Redecision easy = Redecision.of(line, EASY, new Resolver()::resolve);

    assertThat(easy.changes())
        .filteredOn(change -> change.kind() == Kind.REVIEW_TO_ACCEPTED)
        .extracting(change -> change.before().value() + change.after().value())
        .containsExactly("?1");
  }

  @Test
  void anAcceptedAnswerThatBecomesAnotherIsToldApart() throws Exception {
    RecordLine line = line(Map.of("q1.installed", 9.0));
    Evidence empty = SampleForm.evidence(Map.of());
    Redecision turned =
        Redecision.of(line, FORMS, (form, same) -> new Resolver().resolve(form, empty));

    assertThat(turned.changes())
        .filteredOn(change -> change.kind() == Kind.VALUE)
        .extracting(change -> change.before().value() + change.after().value())
        .containsExactly("10");
  }

  @Test
  void whatAPersonCorrectedStaysWhateverTheEvidence() throws Exception {
    RecordLine line =
        changed(
            line(Map.of("q1.installed", -0.5)),
            "\"value\":\"?\",\"confidence\":",
            "\"value\":\"0\",\"corrected_by\":\"a person\",\"confidence\":",
            "\"decision\":\"review\",\"alternatives\":[\"0\",\"1\"]",
            "\"decision\":\"corrected\",\"alternatives\":[\"0\",\"1\"]");
    assertThat(text(line)).contains("corrected_by", "\"decision\":\"corrected\"");

    for (Map<String, Form> forms : List.of(FORMS, STRICT, EASY)) {
      Redecision again = Redecision.of(line, forms, new Resolver()::resolve);
      assertThat(again.changes())
          .extracting(change -> change.before().fieldId())
          .doesNotContain("q1.installed");
      assertThat(value(again, "q1.installed").value()).isEqualTo("0");
      assertThat(text(again.line())).contains("\"corrected_by\":\"a person\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'\"form\":\"sample\"', '\"form\":\"other\"', OTHER_FORM",
    "'\"form_version\":\"1\"', '\"form_version\":\"2\"', OTHER_FORM",
    "'\"marks\":', '\"some\":', NO_EVIDENCE",
    "'\"nearby_ink\":', '\"inkling\":', NO_EVIDENCE",
    "'\"q2.exempt\":', '\"q2.expelled\":', NO_EVIDENCE"
  })
  void aRecordThatCannotBeDecidedIsKeptAsItIs(String part, String other, Outcome outcome)
      throws Exception {
    RecordLine line = changed(line(Map.of("q1.installed", 9.0)), part, other);

    Redecision kept = Redecision.of(line, STRICT, new Resolver()::resolve);

    assertThat(kept.outcome()).isEqualTo(outcome);
    assertThat(kept.line()).isSameAs(line);
  }

  @Test
  void aPageThatWasNotReadHasNothingToDecide() throws Exception {
    PageRecord cover =
        new PageRecord("0".repeat(32), "", "", "a", 1, Instant.EPOCH, Status.NOT_A_FORM, List.of());

    assertThat(Redecision.of(written(cover), FORMS, new Resolver()::resolve).outcome())
        .isEqualTo(Outcome.NOT_READ);
  }

  @ParameterizedTest
  @CsvSource({
    "'\"record_id\":', '\"record\":', record_id",
    "'\"page\":1,\"received', '\"page\":0,\"received', page",
    "'\"received_at\":\"1970', '\"received_at\":\"last', received_at",
    "'\"status\":\"', '\"status\":\"half', status",
    "'\"confidence\":0', '\"confidence\":7', fields.institution_name.confidence",
    "'\"reason\":null', '\"reason\":\"because\"', fields.institution_name.reason",
    "'\"fill_ratio\":0.3', '\"fill_ratio\":\"much\"', q1.installed.fill_ratio",
    "'\"shift_mm\":[0.1235,', '\"shift_mm\":[', shift_mm",
    "'\"anchors\":40', '\"anchors\":-1', anchors",
    "'{', '{{', ''",
    "'{', '[{', ''"
  })
  void whatIsBrokenIsNamedByItsKey(String part, String broken, String key) throws Exception {
    String line = text(line(Map.of("q1.installed", 9.0)));
    String wrong = line.replaceFirst(java.util.regex.Pattern.quote(part), broken);
    assertThat(wrong).isNotEqualTo(line);

    assertThatThrownBy(
            () -> Redecision.of(RecordLine.parse(bytes(wrong)), FORMS, new Resolver()::resolve))
        .isInstanceOfSatisfying(
            BrokenRecordException.class, e -> assertThat(e.place()).endsWith(key));
  }

  private RecordLine line(Map<String, Double> logOdds) throws Exception {
    Evidence evidence = SampleForm.evidence(logOdds);
    List<FieldValue> values = new Resolver().resolve(FORM, evidence);
    return written(
        new PageRecord(
            "0".repeat(32),
            FORM.id(),
            FORM.version(),
            "a.tif",
            1,
            Instant.EPOCH,
            Status.of(values),
            values,
            Optional.of(evidence)));
  }

  private RecordLine written(PageRecord record) throws Exception {
    Path file = folder.resolve("records.jsonl");
    try (RecordJsonlWriter writer = new RecordJsonlWriter(file)) {
      writer.write(record);
      writer.publish();
    }
    return RecordLine.parse(bytes(Files.readString(file).stripTrailing()));
  }

  private static RecordLine changed(RecordLine line, String... pairs) throws Exception {
    String text = text(line);
    for (int i = 0; i < pairs.length; i += 2) {
      text = text.replace(pairs[i], pairs[i + 1]);
    }
    assertThat(text).isNotEqualTo(text(line));
    return RecordLine.parse(bytes(text));
  }

  private static Map<String, Form> costs(double error) {
    return Map.of(FORM.id(), FORM.withDoubt(new DoubtCosts(error, 0.999)));
  }

  private static FieldValue value(Redecision redecision, String field) {
    return redecision.line().record().values().stream()
        .filter(value -> value.fieldId().equals(field))
        .findFirst()
        .orElseThrow();
  }

  private static String text(RecordLine line) {
    return new String(line.bytes(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
