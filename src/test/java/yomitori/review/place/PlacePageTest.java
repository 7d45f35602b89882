package yomitori.review.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.audit.Actor;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.place.FourPoints;
import yomitori.desk.place.LaidReader;
import yomitori.desk.place.Places;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.resend.Resends;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.values.PageForms;
import yomitori.form.Field;
import yomitori.geometry.GrayImage;
import yomitori.intake.Page;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.register.Blank;
import yomitori.resolve.FieldValue;
import yomitori.resolve.FieldValue.Decision;
import yomitori.review.DemoPages;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;
import yomitori.review.web.Visitor;

@OnEveryDatabase
class PlacePageTest {

  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Parameter private Database database;
  @TempDir private Path folder;

  private List<Routes> routes(DeskHouse desk) {
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    PageLedger pages = new PageLedger(desk.ledger(), List.of(DemoPages.FORM));
    Places places =
        new Places(desk.ledger(), FORMS, pictures, PlacePageTest::read, pages, Clock.systemUTC());
    Blank blank = new Blank(DemoPages.FORM, GrayImage.white(210, 297), 1);
    return List.of(new PlaceRoutes(desk.ledger(), FORMS, List.of(blank), pictures, places));
  }

  /** Fits where the first point lies to the right of column 100. */
  private static LaidReader.Outcome read(
      Page page, Instant receivedAt, String form, FourPoints points) {
    List<FieldValue> values =
        DemoPages.FORM.fields().stream()
            .map(Field::id)
            .map(
                id ->
                    new FieldValue(
                        id,
                        "",
                        0.9,
                        Decision.ACCEPTED,
                        List.of(),
                        Optional.empty(),
                        Optional.empty()))
            .toList();
    PageRecord record =
        new PageRecord(
            "placed",
            form,
            DemoPages.FORM.version(),
            page.source(),
            1,
            receivedAt,
            Status.ACCEPTED,
            values);
    return new LaidReader.Outcome(record, points.onPage().get(0).x() > 100 ? 0.9 : 0);
  }

  private static String await(Visitor visitor, long page, String words) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String body = visitor.get("/place?page=" + page).body();
    while (!body.contains(words)) {
      assertThat(System.nanoTime()).as(words).isLessThan(end);
      LockSupport.parkNanos(20_000_000);
      body = visitor.get("/place?page=" + page).body();
    }
    return body;
  }

  private static Map<String, String> points(long page, int left) {
    Map<String, String> form = new HashMap<>();
    form.put("act", "read");
    form.put("page", Long.toString(page));
    form.put("form", DemoPages.FORM.id());
    form.put("turn", "0");
    for (String point : List.of("a", "b", "c", "d")) {
      form.put(point + "x", Integer.toString(left));
      form.put(point + "y", "20");
    }
    return form;
  }

  @Test
  void aPageThatCouldNotBeLaidIsReadByFourPointsAndMadeWhatItWas() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, database, Clock.systemUTC(), this::routes)) {
      house.add("hanako", Role.OPERATOR);
      long page = DemoPages.add(house.ledger(), folder, DemoPages.FILES.get(0), Map.of());
      house
          .ledger()
          .change(
              handle -> {
                handle.execute("DELETE FROM field_value");
                handle.execute("UPDATE page SET status = 'unreadable'");
              });
      Visitor visitor = house.loggedIn("hanako");
      assertThat(visitor.get("/place?page=" + page).body()).contains("A から D", "点 D");
      assertThat(visitor.get("/place/" + page + "/1.png").body()).contains("PNG");
      assertThat(visitor.get("/place/blank/" + DemoPages.FORM.id() + ".png").body())
          .contains("PNG");

      visitor.post("/place", points(page, 10));
      assertThat(await(visitor, page, "印刷が見つかりません")).contains("この位置で読む");
      assertThat(status(house, page)).isEqualTo("unreadable");

      visitor.post("/place", points(page, 500));
      await(visitor, page, "この位置で読み取りました");
      assertThat(status(house, page)).isEqualTo("accepted");

      Map<String, String> back = Map.of("act", "back", "page", Long.toString(page));
      assertThat(visitor.post("/place", back).body()).contains("読み直す前に戻しました");
      assertThat(status(house, page)).isEqualTo("unreadable");
      assertThat(visitor.post("/place", back).body()).contains("戻せません");
    }
  }

  @Test
  void whatWasPutAsideForAPageThatIsMadeWhatItWasCountsAgain() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, database, Clock.systemUTC(), this::routes)) {
      house.add("hanako", Role.OPERATOR);
      Ledger ledger = house.ledger();
      long page = DemoPages.add(ledger, folder, DemoPages.FILES.get(0), Map.of());
      ledger.change(
          handle -> {
            handle.execute("DELETE FROM field_value");
            handle.execute("UPDATE page SET status = 'unreadable'");
          });
      Visitor visitor = house.loggedIn("hanako");
      visitor.get("/place?page=" + page);
      visitor.post("/place", points(page, 500));
      await(visitor, page, "この位置で読み取りました");

      long resent = DemoPages.add(ledger, folder, DemoPages.FILES.get(1), Map.of());
      long copy = DemoPages.add(ledger, folder, DemoPages.FILES.get(2), Map.of());
      Resends resends =
          new Resends(ledger, new Respondents(ledger, FORMS), FORMS, Clock.systemUTC());
      assertThat(resends.same(Actor.DESK, page, resent)).isTrue();
      // Came when the record was there already: it has no values of its own.
      ledger.change(
          handle -> {
            handle.execute("DELETE FROM field_value WHERE page_id = ?", copy);
            handle.execute(
                "UPDATE page SET same_as = ?, record_id = 'placed' WHERE id = ?", page, copy);
          });
      assertThat(counting(ledger)).containsExactly(page);

      Map<String, String> back = Map.of("act", "back", "page", Long.toString(page));
      assertThat(visitor.post("/place", back).body()).contains("読み直す前に戻しました");

      assertThat(counting(ledger)).containsExactly(resent, copy);
      assertThat(resends.settled(9)).isEmpty();
    }
  }

  /** Pages with values that count. */
  private static List<Long> counting(Ledger ledger) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT id FROM page WHERE same_as IS NULL AND status = 'accepted' AND id IN"
                        + " (SELECT page_id FROM field_value) ORDER BY id")
                .mapTo(Long.class)
                .list());
  }

  private static String status(DeskHouse house, long page) {
    return house
        .ledger()
        .read(
            handle ->
                handle
                    .createQuery("SELECT status FROM page WHERE id = :page")
                    .bind("page", page)
                    .mapTo(String.class)
                    .one());
  }
}
