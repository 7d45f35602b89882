package yomitori.review.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.sheet.Sheets;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.resolve.FieldValue.Reason;
import yomitori.review.Browser;
import yomitori.review.DemoPages;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.record.PictureRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

/** An operator settles a sheet in a real browser, without a mouse. */
class SheetBrowserTest {

  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));

  @TempDir private Path folder;

  private List<Routes> routes(DeskHouse desk) {
    Clock clock = Clock.systemUTC();
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    DoubtQueue queue =
        new DoubtQueue(desk.ledger(), FORMS, QueueRules.STANDARD, clock, new Random(1));
    Sheets sheets = new Sheets(desk.ledger(), FORMS, QueueRules.STANDARD, clock);
    return List.of(new SheetRoutes(FORMS, sheets, queue), new PictureRoutes(pictures));
  }

  private static void awaitScript(Browser browser, String condition) {
    browser.await(
        d ->
            Boolean.TRUE.equals(((JavascriptExecutor) d).executeScript("return " + condition))
                ? true
                : null);
  }

  /** Looks at both sizes of screen, each with all its pictures. */
  private static void look(Browser browser, String name) {
    browser.size(Browser.LARGE);
    awaitScript(browser, "[...document.images].every((i) => i.complete)");
    browser.screenshot(name + "-ja-large");
    browser.size(Browser.SMALL);
    browser.screenshot(name + "-ja-small");
    browser.assertSound();
  }

  @Test
  void theFewThatAreWrongArePickedByKeyAndTheRestIsSettled() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, Clock.systemUTC(), this::routes)) {
      house.add("hanako", Role.OPERATOR);
      List<Long> pages = new ArrayList<>();
      for (String file : DemoPages.FILES) {
        Doubt mark = new Doubt("?", 0.7, List.of("1", "0"), Reason.FAINT_MARK);
        Doubt name = new Doubt("佐藤医院", 0.9, List.of(), Reason.UNSURE_TEXT);
        pages.add(
            DemoPages.add(
                house.ledger(), folder, file, Map.of("q1.quoted", mark, "institution_name", name)));
      }
      try (Browser browser = new Browser("ja")) {
        browser.open(house.address() + "/login");
        browser.fill("#name", "hanako");
        browser.fill("#password", DeskHouse.PASSWORD);
        browser.submit("main button.primary");
        browser.open(house.address() + "/sheets");
        look(browser, "sheets-list");
        browser.open(house.address() + "/sheet?field=institution_name");
        look(browser, "sheet-texts");
        browser.open(house.address() + "/sheet?field=q1.quoted");
        awaitScript(browser, "document.activeElement.name === 'picked'");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ARROW_RIGHT);
        browser.driver().switchTo().activeElement().sendKeys(Keys.SPACE);
        awaitScript(browser, "document.querySelectorAll('.crop :checked').length === 1");
        look(browser, "sheet-marks");

        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitScript(browser, "document.activeElement.id === 'settle'");
        browser.driver().switchTo().activeElement().sendKeys(Keys.ENTER);
        awaitScript(browser, "document.getElementById('said')?.textContent.includes('12 件')");
        browser.screenshot("sheet-settled-ja-small");
        for (long page : pages) {
          String value =
              house
                  .ledger()
                  .read(handle -> Values.state(handle, new FieldKey(page, "q1.quoted")))
                  .orElseThrow()
                  .value();
          assertThat(value).isEqualTo(page == pages.get(1) ? "?" : "1");
        }
      }
    }
  }
}
