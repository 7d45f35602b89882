package yomitori.review.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.audit.Action;
import yomitori.desk.export.Exports;
import yomitori.desk.people.Role;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.SampleForm;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class ExportPageTest {

  private static final Form FORM = SampleForm.form();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2022-11-15T03:00:00Z"), DeskHouse.ZONE);

  @TempDir Path folder;
  private DeskHouse house;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            CLOCK,
            h ->
                List.of(
                    new ExportRoutes(
                        new Exports(
                            h.ledger(),
                            h.data().exports(),
                            List.of(FORM),
                            CsvEncoding.UTF_8,
                            CLOCK),
                        h.audit())));
    house.add("hanako", Role.OPERATOR);
    visitor = house.loggedIn("hanako");
    visitor.get("/exports");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tellsWhatIsNewMakesAnExportAndGivesItsFiles() {
    FilledLedger.addPage(
        house.ledger(), FORM, "a.tif", List.of(Read.accepted("institution_name", "山田医院")));
    FilledLedger.addPage(
        house.ledger(), FORM, "b.tif", List.of(Read.doubt("institution_name", "?", 1)));
    assertThat(visitor.get("/exports").body()).contains("訂正された記録は1件", "まだ書き出していません");
    assertThat(visitor.post("/exports", Map.of("kind", "new")).headers().firstValue("Location"))
        .hasValue("/exports?made=1");
    assertThat(visitor.get("/exports?made=1").body())
        .contains("前回の書き出しの後、新しい記録はありません", "作成しました", "20221115-120000");
    var csv = visitor.get("/exports/1/records.csv");
    assertThat(csv.body()).contains("a.tif", "山田医院").doesNotContain("b.tif");
    assertThat(csv.headers().firstValue("Content-Disposition"))
        .get()
        .asString()
        .contains("20221115-120000-records.csv");
    assertThat(visitor.get("/exports/1/manifest.json").body()).contains("\"records\" : 1");
    assertThat(visitor.get("/audit").statusCode())
        .as("an operator's page is it not")
        .isEqualTo(403);
    int noted =
        house
            .ledger()
            .read(
                h ->
                    h.createQuery("SELECT COUNT(*) FROM audit WHERE action = :action")
                        .bind("action", Action.EXPORTED.word())
                        .mapTo(int.class)
                        .one());
    assertThat(noted).isEqualTo(3);
  }

  @Test
  void whatIsNoFileOfAnExportIsNotGiven() {
    FilledLedger.addPage(
        house.ledger(), FORM, "a.tif", List.of(Read.accepted("institution_name", "山田医院")));
    visitor.post("/exports", Map.of("kind", "whole"));
    assertThat(visitor.get("/exports/1/..%2F..%2Fledger.db").statusCode()).isBetween(400, 404);
    assertThat(visitor.get("/exports/1/failed.csv").statusCode()).isEqualTo(404);
    assertThat(visitor.get("/exports/9/records.csv").statusCode()).isEqualTo(404);
    assertThat(visitor.post("/exports", Map.of("kind", "other")).statusCode()).isEqualTo(400);
  }

  @Test
  void nothingNewIsSaid() {
    assertThat(visitor.post("/exports", Map.of("kind", "new")).headers().firstValue("Location"))
        .hasValue("/exports?made=none");
    assertThat(visitor.get("/exports?made=none").body()).contains("書き出しませんでした");
  }
}
