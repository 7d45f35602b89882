package yomitori.desk.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.export.Exports.Export;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.reading.PageLedger;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.SampleForm;
import yomitori.resolve.FieldValue;

class ExportsTest {

  private static final Instant NOW = Instant.parse("2022-11-18T09:00:00Z");
  private static final Form FORM = SampleForm.form();

  @TempDir Path folder;

  private Ledger ledger;
  private PageLedger pages;
  private Exports exports;

  @BeforeEach
  void open() {
    ledger = Ledger.sqlite(folder.resolve("ledger.db"));
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
    Export export = exports.make().orElseThrow();
    assertThat(export.records()).isEqualTo(1);
    assertThat(Files.readString(export.folder().resolve("records.csv")))
        .contains("r1,sample,1,fax.tif,1,", "山田医院,1234567,1,exempt,35")
        .doesNotContain("r2");
    try (Stream<Path> files = Files.list(export.folder())) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("records.csv", "records.jsonl", "records.xlsx");
    }
  }

  @Test
  void theNextOneHoldsOnlyWhatIsNew() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    exports.make();
    assertThat(exports.make()).isEmpty();
    page("r2", Status.ACCEPTED, SampleForm.values("鈴木医院"));
    Export second = exports.make().orElseThrow();
    assertThat(Files.readString(second.folder().resolve("records.jsonl")))
        .contains("r2")
        .doesNotContain("r1");
    assertThat(exports.all()).hasSize(2);
  }

  @Test
  void whatAPersonCorrectedLaterComesAgainWithTheNewValue() throws IOException {
    long page = page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    exports.make();
    ledger.change(
        handle -> {
          handle.execute(
              "UPDATE field_value SET value = '山口医院', decision = 'corrected', confidence = 1"
                  + " WHERE page_id = ? AND field = 'institution_name'",
              page);
          handle.execute("UPDATE page SET changed_at = changed_at + 1 WHERE id = ?", page);
        });
    Export again = exports.make().orElseThrow();
    assertThat(Files.readString(again.folder().resolve("records.csv"))).contains("山口医院");
    assertThat(Files.readString(again.folder().resolve("records.jsonl")))
        .contains("\"decision\":\"corrected\"");
  }

  @Test
  void theWorkbookHasTheSameColumnsAndKeepsZerosInFront() throws IOException {
    List<FieldValue> values = SampleForm.values("山田医院");
    values.set(1, SampleForm.accepted("institution_code", "0123456"));
    page("r1", Status.ACCEPTED, values);
    Path workbook = exports.make().orElseThrow().folder().resolve(Exports.WORKBOOK);
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
    assertThatThrownBy(exports::make).isInstanceOf(IOException.class);
    Files.delete(inTheWay);
    assertThat(exports.make()).isPresent();
  }

  @Test
  void aPageThatCameTwiceIsHandedOverOnce() throws IOException {
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    page("r1", Status.ACCEPTED, SampleForm.values("山田医院"));
    assertThat(exports.make().orElseThrow().records()).isEqualTo(1);
  }

  private long page(String id, Status status, List<FieldValue> values) {
    long fax =
        ledger.write(
            handle ->
                handle
                    .createUpdate(
                        "INSERT INTO fax (sha256, name, source, sender, bytes, received_at,"
                            + " taken_at, archived, state) SELECT 'h' || COUNT(*), 'fax.tif',"
                            + " 'fax.tif', '', 1, 0, 0, 'a', 'read' FROM fax")
                    .executeAndReturnGeneratedKeys("id")
                    .mapTo(long.class)
                    .one());
    return pages.add(
        fax, new PageRecord(id, "sample", "1", "fax.tif", 1, NOW, status, values), NOW);
  }
}
