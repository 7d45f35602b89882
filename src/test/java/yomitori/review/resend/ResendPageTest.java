package yomitori.review.resend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import yomitori.desk.SentPage;
import yomitori.desk.ledger.Database;
import yomitori.desk.ledger.OnEveryDatabase;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.resend.Resends;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.sender.PageTrace;
import yomitori.desk.values.PageForms;
import yomitori.geometry.Resolution;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

@OnEveryDatabase
class ResendPageTest {

  private static final PageForms FORMS = new PageForms(List.of(SentPage.FORM));
  private static final Instant NOON = Instant.parse("2022-11-15T03:00:00Z");

  @Parameter private Database database;
  @TempDir private Path folder;
  private DeskHouse house;
  private Visitor visitor;

  @BeforeEach
  void open() throws IOException {
    house =
        new DeskHouse(
            folder,
            database,
            Clock.systemUTC(),
            h ->
                List.of(
                    new ResendRoutes(
                        h.ledger(),
                        FORMS,
                        new PagePictures(h.ledger(), FORMS, folder),
                        new Resends(
                            h.ledger(),
                            new Respondents(h.ledger(), FORMS),
                            FORMS,
                            Clock.systemUTC()),
                        h.audit())));
    house.add("boss", Role.MANAGER);
    visitor = house.loggedIn("boss");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private long sent(SentPage page) {
    return page.into(house.ledger());
  }

  private static SentPage page(String prefecture, String code, String name) {
    return SentPage.of("0311111111/a.tif", NOON, prefecture, code, name);
  }

  /** A page with five answers. */
  private static SentPage answered(String code) {
    return page("", code, "")
        .with("q1.none", "1")
        .with("q1.quoted", "1")
        .with("q2", "by_april")
        .with("q3.no_fiber", "1")
        .with("q3.initial_cost", "35");
  }

  /** Each fax has one page, so that both have the same number. */
  private void traced(long page) {
    PageTrace trace =
        new PageTrace(new Resolution(204, 196), 0.05, Optional.empty(), List.of(), 30, 0);
    house.ledger().change(handle -> trace.store(handle, page, 1, "0311111111"));
  }

  private String list() {
    return visitor.get("/resent").body();
  }

  private String say(long earlier, long later, String outcome) {
    return visitor
        .post(
            "/resent",
            Map.of(
                "earlier",
                Long.toString(earlier),
                "later",
                Long.toString(later),
                "outcome",
                outcome))
        .body();
  }

  private List<Long> counting() {
    return house
        .ledger()
        .read(
            handle ->
                handle
                    .createQuery("SELECT id FROM page WHERE same_as IS NULL ORDER BY id")
                    .mapTo(Long.class)
                    .list());
  }

  @Test
  void oneCodeOrOneNameIsProposedAndTwoCodesOfOneNameAreNot() {
    long a = sent(page("東京都", "1312345", "鈴木"));
    long b = sent(page("東京都", "1312345", "鈴本"));
    sent(page("大阪府", "1312345", "鈴木"));
    long c = sent(page("北海道", "", "さくら 医院"));
    long d = sent(page("北海道", "0100001", "さくら医院"));
    sent(page("北海道", "0100002", "さくら病院"));
    long e = sent(page("沖縄県", "4700001", "さくら医院"));
    sent(page("沖縄県", "4700002", "さくら医院"));
    assertThat(list())
        .contains("未確認：2組", "/resent/compare?a=" + a + "&b=" + b)
        .contains("a=" + c + "&b=" + d)
        .doesNotContain("a=" + e + "&");
  }

  @Test
  void oneNameIsProposedWhereNeitherPageHasACode() {
    long a = sent(page("北海道", "", "さくら医院"));
    long b = sent(page("北海道", "", "さくら 医院"));
    assertThat(list()).contains("未確認：1組", "/resent/compare?a=" + a + "&b=" + b);
  }

  @Test
  void ofOneSenderNearlyTheSameAnswersAreProposedWhereNeitherPageHasACode() {
    traced(sent(answered("")));
    traced(sent(answered("").with("q1.other", "検討中")));
    assertThat(list()).contains("未確認：1組", "送信元が同じ");
  }

  @Test
  void nearlyTheSameAnswersOfOneSenderAreProposedWhereItIsNotSureWhoAnswers() {
    traced(sent(answered("1312345")));
    traced(sent(answered("").with("q1.other", "検討中")));
    assertThat(list()).contains("未確認：1組", "送信元が同じ");
    traced(sent(answered("").with("q2", "exempt").with("q1.none", "0")));
    assertThat(list()).contains("未確認：1組");
  }

  @Test
  void theOnePutAsideCountsAgainWhenThatIsTakenBack() {
    long a = sent(page("東京都", "1312345", "鈴木").with("q2", "exempt"));
    long b = sent(page("東京都", "1312345", "鈴木").doubting("q1.none"));
    String both = visitor.get("/resent/compare?a=" + b + "&b=" + a).body();
    assertThat(both).contains("値の違う項目：1件", "要確認 1件");

    assertThat(say(a, b, "keepEarlier")).contains("先に届いたページを残し", "未確認：0組");
    assertThat(counting()).containsExactly(a);
    assertThat(say(a, b, "keepLater")).contains("何も変更していません");
    assertThat(visitor.get("/resent/compare?a=" + a + "&b=" + b).body()).contains("取り消す");
    assertThat(visitor.get("/audit?action=put_aside").body()).contains("再送として外した", "boss");

    assertThat(say(a, b, "undo")).contains("また集計に入ります", "未確認：1組");
    assertThat(counting()).containsExactly(a, b);
    assertThat(say(a, b, "keepLater")).contains("後に届いたページを残し");
    assertThat(counting()).containsExactly(b);
  }

  @Test
  void twoAnswersAreNotProposedAgain() {
    long a = sent(page("東京都", "1312345", "鈴木"));
    long b = sent(page("東京都", "1312345", "鈴木"));
    assertThat(list()).contains("未確認：1組");
    assertThat(say(a, b, "different")).contains("別々の回答として記録", "未確認：0組");
    assertThat(counting()).containsExactly(a, b);
    assertThat(say(a, b, "undo")).contains("未確認：1組");
    assertThat(visitor.get("/resent/compare?a=1&b=99").statusCode()).isEqualTo(404);
    assertThat(
            visitor
                .post("/resent", Map.of("earlier", "1", "later", "2", "outcome", "x"))
                .statusCode())
        .isEqualTo(400);
  }
}
