package yomitori.review.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.SentPage;
import yomitori.desk.audit.Actor;
import yomitori.desk.people.Role;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.desk.queue.Item;
import yomitori.desk.queue.Quality;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.values.PageForms;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

class QualityPageTest {

  private static final Actor SATO = new Actor(11, "sato");
  private static final Actor SUZUKI = new Actor(12, "suzuki");
  private static final Actor TANAKA = new Actor(13, "tanaka");
  private static final PageForms FORMS = new PageForms(List.of(SentPage.FORM));
  private static final String PAPER = "q1.paper_claims";
  private static final String CODE = "institution_code";

  private static final QueueRules RULES =
      new QueueRules(
          Duration.ofMinutes(5), Duration.ofMinutes(30), new DoubleEntry(Set.of(CODE), 0.25), 1);

  @TempDir private Path folder;

  private static List<Routes> routes(DeskHouse desk, QueueRules rules) {
    return List.of(new QualityRoutes(FORMS, rules, new Quality(desk.ledger())));
  }

  private static void answer(DoubtQueue queue, Actor who, String field, String value) {
    Item item = queue.take(who).get(0);
    assertThat(item.key().field()).isEqualTo(field);
    queue.answer(who, item.key(), item.version(), value);
  }

  @Test
  void aManagerSeesWhatTwoPeopleAndReadingOnceMoreHaveShown() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, Clock.systemUTC(), desk -> routes(desk, RULES))) {
      house.add("hanako", Role.OPERATOR);
      house.add("kacho", Role.MANAGER);
      DoubtQueue queue =
          new DoubtQueue(house.ledger(), FORMS, RULES, Clock.systemUTC(), new Random(1));
      long doubted =
          FilledLedger.addPage(
              house.ledger(), SentPage.FORM, "a", List.of(Read.doubt(CODE, "123", 1)));
      answer(queue, SATO, CODE, "1234567");
      answer(queue, SUZUKI, CODE, "1234568");
      assertThat(house.loggedIn("kacho").get("/quality").body()).contains("未確定", "1 件が別の人");
      answer(queue, TANAKA, CODE, "1234568");
      long accepted =
          FilledLedger.addPage(
              house.ledger(), SentPage.FORM, "b", List.of(Read.accepted(PAPER, "1")));
      answer(queue, SATO, PAPER, "0");
      answer(queue, TANAKA, PAPER, "0");

      assertThat(house.loggedIn("hanako").get("/quality").statusCode()).isEqualTo(403);
      String page = house.loggedIn("kacho").get("/quality").body();
      assertThat(page)
          .contains("確定した値の 100％", "その他の疑問点は 25％")
          .contains("食い違い 2 件", "1234567", "1234568", "20.65～100.00％")
          .contains("/pages/" + doubted + "/fields/" + CODE + "/close.png")
          .contains("/pages/" + accepted + "?field=" + PAPER)
          .doesNotContain("未確定");
      assertThat(row(page, "sato")).contains(">2</td>", ">1</td>", "50.00％");
      assertThat(row(page, "suzuki")).contains(">1</td>", "0.00％");
      assertThat(page).doesNotContain(">tanaka</th>");
    }
  }

  private static String row(String page, String name) {
    return page.lines().filter(line -> line.contains(name + "</th>")).findFirst().orElseThrow();
  }

  @Test
  void whatIsSwitchedOffIsSaidSo() throws IOException {
    try (DeskHouse house =
        new DeskHouse(folder, Clock.systemUTC(), desk -> routes(desk, QueueRules.STANDARD))) {
      house.add("kacho", Role.MANAGER);
      assertThat(house.loggedIn("kacho").get("/quality").body())
          .contains("疑問点は一人が答えます", "確定した値を読み直しません", "まだありません")
          .doesNotContain("<table");
    }
  }
}
