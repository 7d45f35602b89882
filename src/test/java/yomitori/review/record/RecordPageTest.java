package yomitori.review.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.audit.Actor;
import yomitori.desk.audit.AuditFilter;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.place.UnreadOutcomes;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.resolve.FieldValue.Reason;
import yomitori.review.DemoPages;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;
import yomitori.review.web.Visitor;

class RecordPageTest {

  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));

  @TempDir private Path folder;
  private DeskHouse house;
  private long page;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.systemUTC(), this::routes);
    house.add("hanako", Role.OPERATOR);
    Doubt doubt = new Doubt("3202888", 0.61, List.of("3202883"), Reason.CHECK_DIGIT);
    page =
        DemoPages.add(
            house.ledger(), folder, "fax-20221115-0912.tif", Map.of("institution_code", doubt));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Routes> routes(DeskHouse desk) {
    Clock clock = Clock.systemUTC();
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    DoubtQueue queue = queue(desk);
    UnreadOutcomes outcomes =
        new UnreadOutcomes(
            desk.ledger(), new PageLedger(desk.ledger(), List.of(DemoPages.FORM)), clock);
    return List.of(
        new PictureRoutes(pictures),
        new RecordRoutes(desk.ledger(), FORMS, queue, pictures, outcomes, desk.audit()));
  }

  private static DoubtQueue queue(DeskHouse desk) {
    return new DoubtQueue(
        desk.ledger(), FORMS, QueueRules.STANDARD, Clock.systemUTC(), new Random(1));
  }

  private String value(String field) {
    return house
        .ledger()
        .read(handle -> Values.state(handle, new FieldKey(page, field)))
        .orElseThrow()
        .value();
  }

  @Test
  void anyFieldIsCorrectedOnceAndWhatCameBetweenIsNotOverwritten() {
    Visitor visitor = house.loggedIn("hanako");
    String path = "/pages/" + page;
    assertThat(visitor.get(path).body()).contains("検査数字が合いません", "3202883", "<svg class=\"whole\"");
    Map<String, String> form = Map.of("field", "prefecture", "version", "0", "value", "東京");

    assertThat(visitor.post(path, form).body()).contains("記録しました", "石川県 → 東京都");
    assertThat(value("prefecture")).isEqualTo("東京都");
    assertThat(visitor.post(path, form).body()).contains("先に変更した");
    Map<String, String> none = Map.of("field", "institution_code", "version", "0", "value", "12");
    assertThat(visitor.post(path, none).body()).contains("桁数が合いません");
    assertThat(value("institution_code")).isEqualTo("3202888");
  }

  @Test
  void aPageThatCouldNotBeReadIsTypedByHand() {
    house
        .ledger()
        .change(
            handle -> {
              handle.execute("DELETE FROM field_value");
              handle.execute("UPDATE page SET status = 'unreadable'");
            });
    Visitor visitor = house.loggedIn("hanako");
    String path = "/pages/" + page;
    assertThat(visitor.get(path).body()).contains("手で入力する");

    Map<String, String> typed = Map.of("outcome", "typed", "form", DemoPages.FORM.id());
    assertThat(visitor.post(path + "/settle", typed).body()).contains("記録しました");
    assertThat(value("q1.none")).isEqualTo("?");
    assertThat(visitor.post(path + "/settle", typed).body()).contains("処理済み");
  }

  private String pageState() {
    return house
        .ledger()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT record_id || ' ' || form || ' ' || status || ' ' || (SELECT"
                            + " COUNT(*) FROM field_value) || ' ' || (SELECT COUNT(*) FROM settled)"
                            + " FROM page")
                    .mapTo(String.class)
                    .one());
  }

  @Test
  void whatBecameOfAPageThatCouldNotBeReadIsTakenBack() {
    Visitor visitor = house.loggedIn("hanako");
    String path = "/pages/" + page;
    house
        .ledger()
        .change(
            handle -> {
              handle.execute("DELETE FROM field_value");
              handle.execute("DELETE FROM reading");
              handle.execute(
                  "UPDATE page SET status = 'failed', record_id = '', form = '', form_version ="
                      + " ''");
            });
    String before = pageState();
    assertThat(visitor.get(path).body()).doesNotContain("この扱いを取り消す");

    visitor.post(path + "/settle", Map.of("outcome", "not_a_form"));
    assertThat(visitor.get(path).body()).contains("この扱いを取り消す").doesNotContain("手で入力する");
    assertThat(visitor.post(path + "/settle", Map.of("outcome", "back")).body())
        .contains("元に戻しました", "手で入力する");
    assertThat(pageState()).isEqualTo(before);

    visitor.post(path + "/settle", Map.of("outcome", "typed", "form", DemoPages.FORM.id()));
    visitor.post(path, Map.of("field", "prefecture", "version", "0", "value", "東京"));
    assertThat(visitor.post(path + "/settle", Map.of("outcome", "back")).body())
        .contains("元に戻せません");
    assertThat(value("prefecture")).isEqualTo("東京都");
    Actor hanako = house.people().accounts().all().get(1).actor();
    assertThat(hanako.name()).isEqualTo("hanako");
    queue(house).undo(hanako);
    assertThat(visitor.post(path + "/settle", Map.of("outcome", "back")).body())
        .contains("元に戻しました");
    assertThat(pageState()).isEqualTo(before);
    assertThat(house.audit().newest(AuditFilter.ALL, Optional.empty(), 99))
        .extracting(row -> row.deed().action() + " " + row.deed().oldValue())
        .contains("UNDONE not_a_form", "UNDONE typed");
  }

  @Test
  void aFileOfWhichNoPageIsKnownHasNoPageNumber() {
    Visitor visitor = house.loggedIn("hanako");
    assertThat(visitor.get("/pages/" + page).body()).contains("1ページ目");
    house
        .ledger()
        .change(handle -> handle.execute("UPDATE page SET number = 0, status = 'failed'"));
    assertThat(visitor.get("/pages/" + page).body()).contains("処理失敗").doesNotContain("ページ目");
  }

  @Test
  void picturesArePngsAndOnlyForThoseWhoLoggedIn() {
    Visitor visitor = house.loggedIn("hanako");
    assertThat(visitor.get("/pages/" + page + ".png").body()).contains("PNG");
    assertThat(visitor.get("/pages/" + page + "/fields/q2.png").body()).contains("PNG");
    assertThat(visitor.get("/pages/" + page + "/fields/none.png").statusCode()).isEqualTo(404);
    Visitor stranger = new Visitor(house.address());
    assertThat(stranger.get("/pages/" + page + ".png").statusCode()).isEqualTo(303);
  }
}
