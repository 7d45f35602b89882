package yomitori.desk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.export.Export.Kind;
import yomitori.desk.failure.Failure;
import yomitori.desk.failure.Failure.Cause;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.place.UnreadOutcomes;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.resend.Resends;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.FieldState;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.resolve.FieldValue;

@OnEveryDatabase
class ExportsTest {

  private static final Instant NOW = Instant.parse("2022-11-18T09:00:00Z");
  private static final Form FORM = SampleForm.form();

  @Parameter private Database database;
  @TempDir Path folder;

  private Ledger ledger;
  private PageLedger pages;
  private Exports exports;

  @BeforeEach
  void open() {
    ledger = database.open(folder.resolve("ledger.db"));
    pages = new PageLedger(ledger, List.of(FORM));
    exports =
        new Exports(
            ledger,
            folder.resolve("exports"),
            List.of(FORM),
            CsvEncoding.UTF_8,
            Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void close() {
    ledger.close();
  }

  @Test
  void holdsWhatIsReviewedAndNothingThatIsInDoubt() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    page("r2", Status.REVIEW, SampleForm.values("鈴木医院"));
    Export export = make().orElseThrow();
    assertThat(export.records()).isEqualTo(1);
    assertThat(Files.readString(export.folder().resolve("records.csv")))
        .contains("r1,sample,1,fax.tif,1,", "山田医院,1234567,1,exempt,35")
        .doesNotContain("r2");
    try (Stream<Path> files = Files.list(export.folder())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "records.csv", "records.jsonl", "records.xlsx", "manifest.json");
    }
  }

  @Test
  void whatCountsNowIsWrittenAsAnExportOfAllWithoutHandingItOver() throws IOException {
    CountedRecords counted = new CountedRecords(ledger);
    counted.write(folder.resolve("none.jsonl"));
    assertThat(folder.resolve("none.jsonl")).isEmptyFile();
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    page("r2", Status.REVIEW, SampleForm.values("鈴木医院"));
    assertThat(counted.numbers()).isEqualTo(new CountedRecords.Numbers(1, 1));
    assertThat(counted.pages(List.of("r1", "r2"))).containsExactly(Map.entry("r1", page));
    counted.write(folder.resolve("now.jsonl"));
    assertThat(exports.waiting().fresh()).as("still to be handed over").isEqualTo(1);
    Export export = exports.make(Actor.DESK, Kind.WHOLE).orElseThrow();
    assertThat(folder.resolve("now.jsonl"))
        .hasSameBinaryContentAs(export.folder().resolve("records.jsonl"));
  }

  @Test
  void theNextOneHoldsOnlyWhatIsNew() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    assertThat(make()).isEmpty();
    page("r2", Status.ACCEPTED, SampleForm.values("鈴木医院"));
    Export second = make().orElseThrow();
    assertThat(Files.readString(second.folder().resolve("records.jsonl")))
        .contains("r2")
        .doesNotContain("r1");
    assertThat(exports.newest(Optional.empty(), 9)).hasSize(2);
  }

  @Test
  void whatAPersonCorrectedLaterComesAgainWithTheNewValue() throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    ledger.change(
        handle -> {
          handle.execute(
              "UPDATE field_value SET value = '山口医院', decision = 'corrected', confidence = 1"
                  + " WHERE page_id = ? AND field = 'institution_name'",
              page);
          handle.execute("UPDATE page SET changed_at = changed_at + 1 WHERE id = ?", page);
        });
    Export again = make().orElseThrow();
    assertThat(Files.readString(again.folder().resolve("records.csv"))).contains("山口医院");
    assertThat(Files.readString(again.folder().resolve("records.jsonl")))
        .contains("\"decision\":\"corrected\"");
  }

  @Test
  void theWorkbookHasTheSameColumnsAndKeepsZerosInFront() throws IOException {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(1, SampleForm.accepted("institution_code", "0123456"));
    page("r1", Status.ACCEPTED, values);
    Path workbook = make().orElseThrow().folder().resolve("records.xlsx");
    try (InputStream in = Files.newInputStream(workbook);
        ReadableWorkbook book = new ReadableWorkbook(in)) {
      List<Row> rows = book.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).getCellText(0)).isEqualTo("record_id");
      assertThat(rows.get(0).getCellText(8)).isEqualTo("institution_code");
      assertThat(rows.get(1).getCellText(8)).isEqualTo("0123456");
    }
  }

  @Test
  void whatCouldNotBeWrittenIsNotTakenAsHandedOver() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    Path inTheWay = Files.writeString(folder.resolve("exports"), "a file");
    assertThatThrownBy(this::make).isInstanceOf(IOException.class);
    Files.delete(inTheWay);
    assertThat(make()).isPresent();
  }

  @Test
  void aPageThatCameTwiceIsHandedOverOnce() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    assertThat(make().orElseThrow().records()).isEqualTo(1);
  }

  @Test
  void aPageThatCouldNotBeReadAndWasTypedHasARecordOfTheSameNameEachTime() throws IOException {
    long page = failedPage("typed");
    type(page);
    Path csv = make().orElseThrow().folder().resolve("records.csv");
    String row = Files.readString(csv).lines().skip(1).findFirst().orElseThrow();
    assertThat(row).matches("[0-9a-f]{32},sample,1,typed\\.tif,1,.*,accepted,山田医院,1234567,1,.*");
    String again = Files.readString(make(Kind.WHOLE).orElseThrow().folder().resolve("records.csv"));
    assertThat(again).contains(row);
  }

  @Test
  void theWholeTallyHoldsWhatWasHandedOverBefore() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    page("r2", Status.ACCEPTED, SampleForm.values("鈴木医院"));
    Export whole = make(Kind.WHOLE).orElseThrow();
    assertThat(whole.records()).isEqualTo(2);
    assertThat(make()).as("it was handed over by the whole one").isEmpty();
  }

  @Test
  void whatCountsNoMoreIsNamedOnceAndComesAgainWhenItCountsAgain() throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    set(page, "review");
    assertThat(exports.waiting()).isEqualTo(new Exports.Waiting(0, 1, 0));
    Export second = make().orElseThrow();
    assertThat(second.withdrawn()).isEqualTo(1);
    assertThat(second.folder().resolve("manifest.json")).content().contains("\"r1\"");
    assertThat(make()).isEmpty();
    set(page, "accepted");
    assertThat(make().orElseThrow().records()).isEqualTo(1);
  }

  @Test
  void aPageThatWasSentAgainIsTakenBackWhenItIsPutAsideAndComesAgainWhenThatIsUndone()
      throws IOException {
    long kept = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    long aside = page("r2", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    PageForms forms = new PageForms(List.of(FORM));
    Resends resends =
        new Resends(
            ledger, new Respondents(ledger, forms), forms, Clock.fixed(NOW, ZoneOffset.UTC));
    assertThat(resends.same(Actor.DESK, kept, aside)).isTrue();
    Export export = make().orElseThrow();
    assertThat(export.withdrawn()).isEqualTo(1);
    assertThat(manifest(export)).contains("\"r2\"").doesNotContain("\"r1\"");
    assertThat(exports.waiting().whole()).isEqualTo(1);
    assertThat(resends.undo(Actor.DESK, kept, aside)).isTrue();
    assertThat(exports.waiting()).isEqualTo(new Exports.Waiting(1, 0, 2));
  }

  @Test
  void whatCountsNoMoreIsNamedAsItWasHandedOver() throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    rename(page, "r2", "unreadable");
    Export gone = make().orElseThrow();
    assertThat(gone.withdrawn()).isEqualTo(1);
    assertThat(manifest(gone)).contains("\"r1\"").doesNotContain("\"r2\"");
  }

  @Test
  void aPageThatIsReadAnewIsHandedOverUnderItsNewNameAndTakenBackUnderTheOldOne()
      throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    rename(page, "r2", "accepted");
    Export anew = make().orElseThrow();
    assertThat(manifest(anew)).contains("\"r1\"").doesNotContain("\"r2\"");
    assertThat(anew.records()).isEqualTo(1);
    assertThat(make()).isEmpty();
    set(page, "review");
    assertThat(manifest(make().orElseThrow())).contains("\"r2\"").doesNotContain("\"r1\"");
  }

  @Test
  void aNameUnderWhichAnotherPageCountsIsNotTakenBack() throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    make();
    rename(page, "r0", "unreadable");
    long copy = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    Export second = make().orElseThrow();
    assertThat(second.records()).isEqualTo(1);
    assertThat(second.withdrawn()).isZero();
    set(copy, "review");
    assertThat(make().orElseThrow().withdrawn()).isEqualTo(1);
    assertThat(make()).isEmpty();
  }

  private void rename(long page, String record, String status) {
    ledger.change(
        handle -> handle.execute("UPDATE page SET record_id = ? WHERE id = ?", record, page));
    set(page, status);
  }

  @Test
  void theManifestHasTheDigestOfEveryFile() throws Exception {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    Export export = make().orElseThrow();
    for (JsonNode file : new ObjectMapper().readTree(manifest(export)).path("files")) {
      byte[] bytes = Files.readAllBytes(export.folder().resolve(file.path("name").asText()));
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      assertThat(file.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
      assertThat(file.path("bytes").asLong()).isEqualTo(bytes.length);
    }
  }

  @Test
  void cutOffBeforeTheLedgerKnewItAnExportNeverWas() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    Path part = Files.createDirectories(folder.resolve("exports/.20221118-090000.part"));
    Files.writeString(part.resolve("records.csv.part"), "half");
    assertThat(make().orElseThrow().records()).isEqualTo(1);
    assertThat(part).doesNotExist();
  }

  @Test
  void cutOffAfterTheLedgerKnewItAnExportGetsItsNameAndIsNotMadeTwice() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    Export export = make().orElseThrow();
    Files.move(export.folder(), folder.resolve("exports/.20221118-090000.part"));
    exports.finish();
    assertThat(export.folder().resolve("records.csv")).content().contains("r1");
    assertThat(make()).isEmpty();
  }

  private static String manifest(Export export) throws IOException {
    return Files.readString(export.folder().resolve("manifest.json"));
  }

  private Optional<Export> make() throws IOException {
    return make(Kind.NEW);
  }

  private Optional<Export> make(Kind kind) throws IOException {
    return exports.make(Actor.DESK, kind);
  }

  private void set(long page, String status) {
    ledger.change(
        handle ->
            handle.execute(
                "UPDATE page SET status = ?, changed_at = changed_at + 1 WHERE id = ?",
                status,
                page));
  }

  private long failedPage(String name) {
    long fax = fax(name);
    pages.add(fax, 0, Failure.of(Cause.MEMORY, ""), NOW);
    return ledger.read(h -> h.createQuery("SELECT MAX(id) FROM page").mapTo(long.class).one());
  }

  private void type(long page) {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    new UnreadOutcomes(ledger, pages, clock).type(Actor.DESK, page, FORM);
    ledger.change(
        handle ->
            SampleForm.values("山田医院")
                .forEach(
                    value ->
                        Values.decide(
                            handle,
                            NOW,
                            Actor.DESK,
                            yomitori.desk.values.Kind.TYPED,
                            "step",
                            new FieldKey(page, value.fieldId()),
                            value.value(),
                            FieldState.corrected(value.value()))));
  }

  private long page(String id, Status status, List<FieldValue> values) {
    long fax = fax("fax");
    return pages.add(
        fax, new PageRecord(id, "sample", "1", "fax.tif", 1, NOW, status, values), NOW);
  }

  private long fax(String name) {
    return ledger.write(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO fax (sha256, name, source, sender, bytes, received_at,"
                        + " taken_at, archived, state) SELECT 'h' || COUNT(*), :name,"
                        + " :name, '', 1, 0, 0, 'a', 'read' FROM fax")
                .bind("name", name + ".tif")
                .executeAndReturnGeneratedKeys("id")
                .mapTo(long.class)
                .one());
  }
}
