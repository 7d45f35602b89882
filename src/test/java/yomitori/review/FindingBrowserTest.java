package yomitori.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import yomitori.desk.SentPage;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.place.UnreadOutcomes;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.resend.Resends;
import yomitori.desk.respondent.Respondents;
import yomitori.desk.returns.ReturnLedger;
import yomitori.desk.search.Search;
import yomitori.desk.sender.PageTrace;
import yomitori.desk.sender.Placement;
import yomitori.desk.sender.SenderName;
import yomitori.desk.sender.Senders;
import yomitori.desk.values.PageForms;
import yomitori.geometry.Resolution;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.record.PictureRoutes;
import yomitori.review.record.RecordRoutes;
import yomitori.review.resend.ResendRoutes;
import yomitori.review.returns.ReturnsRoutes;
import yomitori.review.search.SearchRoutes;
import yomitori.review.sender.SenderRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

/** Faxes and those who sent them are found in a real browser. */
class FindingBrowserTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));
  private static final Instant NOON = Instant.parse("2022-11-15T03:00:00Z");

  private static final MasterList MASTERS =
      MasterList.of(
          List.of(
              new MasterEntry(13, "1312345", "医療法人社団 鈴木クリニック"),
              new MasterEntry(13, "1399999", "高橋医院"),
              new MasterEntry(17, "3202883", "医療法人鈴木中央病院"),
              new MasterEntry(27, "2700012", "佐藤内科")));

  @TempDir private Path folder;
  private DeskHouse house;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, CLOCK, this::routes);
    house.add("boss", Role.MANAGER);
    Doubt code = new Doubt("3202883", 0.61, List.of(), Reason.CHECK_DIGIT);
    Doubt prefecture = new Doubt("石川県", 0.61, List.of(), Reason.UNSURE_TEXT);
    Map<String, Doubt> doubts = Map.of("institution_code", code, "prefecture", prefecture);
    DemoPages.add(house.ledger(), folder, "fax-20221115-0912.tif", Map.of());
    DemoPages.add(house.ledger(), folder, "fax-20221115-1147.tif", doubts);
    for (int i = 0; i < 6; i++) {
      String source = "03-1111-000" + i + "/受信.tif";
      long page = SentPage.of(source, NOON, "東京都", "131234" + i, "鈴木クリニック").into(house.ledger());
      PageTrace trace =
          new PageTrace(
              new Resolution(204, i == 1 ? 98 : 196),
              i == 2 ? 0.02 : 0.05,
              Optional.of(new Placement(0.99, i == 3 ? 0.93 : 0.99, 0.3)),
              List.of(23.0),
              30,
              i);
      house
          .ledger()
          .change(
              handle -> {
                trace.store(handle, page, 1, SenderName.of(source));
                trace.store(handle, page, 2, SenderName.of(source));
              });
    }
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Routes> routes(DeskHouse desk) {
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    Respondents respondents = new Respondents(desk.ledger(), FORMS);
    ReturnLedger returns = new ReturnLedger(desk.ledger(), respondents, MASTERS);
    return List.of(
        new PictureRoutes(pictures),
        new RecordRoutes(
            desk.ledger(),
            FORMS,
            new DoubtQueue(desk.ledger(), FORMS, QueueRules.STANDARD, CLOCK, new Random(1)),
            pictures,
            new UnreadOutcomes(desk.ledger(), new PageLedger(desk.ledger(), FORMS.all()), CLOCK),
            desk.audit()),
        new SearchRoutes(new Search(desk.ledger(), respondents), FORMS),
        new ReturnsRoutes(Optional.of(returns), FORMS, desk.audit()),
        new SenderRoutes(new Senders(desk.ledger())),
        new ResendRoutes(
            desk.ledger(),
            FORMS,
            pictures,
            new Resends(desk.ledger(), respondents, FORMS, CLOCK),
            desk.audit()));
  }

  @Test
  void everyPageSuitsBothScreensAndTheSlashLeadsToTheSearch() {
    try (Browser browser = new Browser("ja")) {
      browser.open(house.address() + "/login");
      browser.fill("#name", "boss");
      browser.fill("#password", DeskHouse.PASSWORD);
      browser.submit("main button.primary");

      browser.driver().findElement(By.tagName("body")).sendKeys("/");
      browser.await(
          d -> "find".equals(d.switchTo().activeElement().getDomAttribute("id")) ? true : null);
      browser.driver().switchTo().activeElement().sendKeys("中央病院", Keys.ENTER);
      browser.await(d -> d.getPageSource().contains("1件見つかりました") ? true : null);

      Map<String, String> pages = new LinkedHashMap<>();
      pages.put("search", "/search");
      pages.put("found", "/pages/1?within=q%3D%E9%88%B4%E6%9C%A8");
      pages.put("returns", "/returns");
      pages.put("returns-proposed", "/returns?show=proposed&prefecture=17");
      pages.put("senders", "/senders");
      pages.put("sender", "/sender?of=0311110003");
      pages.put("resent", "/resent");
      pages.put("compare", "/resent/compare?a=1&b=2");
      pages.forEach(
          (name, path) -> {
            browser.open(house.address() + path);
            look(browser, name, Browser.SMALL);
            look(browser, name, Browser.LARGE);
          });

      browser.submit("button[value=keepEarlier]");
      assertThat(browser.text()).contains("先に届いたページを残し");
      look(browser, "resent-settled", Browser.SMALL);
      browser.open(house.address() + "/pages/2");
      assertThat(browser.text()).contains("このページは集計に含めません");
      look(browser, "put-aside", Browser.SMALL);
    }
  }

  private static void look(Browser browser, String name, Dimension size) {
    browser.size(size);
    browser.assertSound();
    browser.screenshot(name + "-ja-" + size.getWidth());
  }
}
