package yomitori.review.returns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.SentPage;
import yomitori.desk.people.Role;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.returns.ReturnLedger;
import yomitori.desk.values.PageForms;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Visitor;

class ReturnsPageTest {

  private static final PageForms FORMS = new PageForms(List.of(SentPage.FORM));

  private static final MasterList MASTERS =
      MasterList.of(
          List.of(
              new MasterEntry(13, "1312345", "鈴木クリニック"),
              new MasterEntry(13, "1399999", "=cmd()"),
              new MasterEntry(27, "2700012", "佐藤内科")));

  @TempDir private Path folder;
  private DeskHouse house;

  private Visitor open(Optional<MasterList> masters) throws IOException {
    house =
        new DeskHouse(
            folder,
            Clock.systemUTC(),
            h -> {
              Respondents respondents = new Respondents(h.ledger(), FORMS);
              return List.of(
                  new ReturnsRoutes(
                      masters.map(list -> new ReturnLedger(h.ledger(), respondents, list)),
                      FORMS,
                      h.audit()));
            });
    house.add("boss", Role.MANAGER);
    SentPage.of("a.tif", Instant.EPOCH, "東京都", "1312345", "鈴木").into(house.ledger());
    SentPage.of("b.tif", Instant.EPOCH, "大阪府", "", "佐藤内科").into(house.ledger());
    SentPage.of("c.tif", Instant.EPOCH, "大阪府", "2799999", "知らない医院").into(house.ledger());
    return house.loggedIn("boss");
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void tellsRatesByPrefectureAndListsWhoHasNotAnswered() throws IOException {
    Visitor visitor = open(Optional.of(MASTERS));
    assertThat(visitor.get("/returns").body())
        .contains("全国", "33.3 %", "東京都", "50.0 %", "大阪府", "0.0 %", "=cmd()", "佐藤内科");
    assertThat(visitor.get("/returns?prefecture=13&show=missing").body())
        .contains("=cmd()")
        .doesNotContain("佐藤内科");
    assertThat(visitor.get("/returns?show=answered").body()).contains("href=\"/pages/1\"");
    assertThat(visitor.get("/returns?show=proposed").body()).contains("候補", "href=\"/pages/2\"");
    assertThat(visitor.get("/returns?show=unlisted").body()).contains("知らない医院", "2799999");
    assertThat(visitor.get("/returns?show=x&prefecture=99&page=-3&form=y").statusCode())
        .isEqualTo(200);
  }

  @Test
  void theListForRemindersHoldsNoFormulasAndIsNoted() throws IOException {
    Visitor visitor = open(Optional.of(MASTERS));
    assertThat(visitor.get("/returns/reminders.csv").body())
        .startsWith("\uFEFF都道府県,医療機関コード,医療機関名,回答らしいページ\r\n")
        .contains("東京都,1399999,'=cmd(),\r\n", "大阪府,2700012,佐藤内科,あり\r\n")
        .doesNotContain("1312345");
    assertThat(visitor.get("/audit?action=exported").body()).contains("回答状況 csv");
  }

  @Test
  void tellsHowToGiveAListWhereThereIsNone() throws IOException {
    Visitor visitor = open(Optional.empty());
    assertThat(visitor.get("/returns").body()).contains("--masters");
    assertThat(visitor.get("/returns/reminders.csv").statusCode()).isEqualTo(404);
  }
}
