package yomitori.review.queue;

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
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.resolve.FieldValue.Reason;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.review.Browser;
import yomitori.review.DemoPages;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.record.PictureRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

/** An operator answers doubts in a real browser, without a mouse. */
class QueueBrowserTest {

  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));
  private static final MasterList MASTERS =
      MasterList.of(
          List.of(
              new MasterEntry(17, "3202883", "医療法人鈴木中央病院"),
              new MasterEntry(17, "1234567", "鈴木クリニック"),
              new MasterEntry(13, "7654321", "医療法人社団佐藤内科医院")));

  @TempDir private Path folder;
  private DeskHouse house;
  private long first;
  private long second;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.systemUTC(), this::routes);
    house.add("hanako", Role.OPERATOR);
    first =
        DemoPages.add(
            house.ledger(),
            folder,
            "fax-20221115-0912.tif",
            Map.of(
                "institution_code",
                new Doubt("3202888", 0.61, List.of("3202883"), Reason.CHECK_DIGIT),
                "q1.quoted",
                new Doubt("?", 0.7, List.of("1", "0"), Reason.FAINT_MARK),
                "q2",
                new Doubt("?", 0.5, List.of("by_april", "exempt"), Reason.SEVERAL_MARKED),
                "q3.initial_cost",
                new Doubt("85", 0.8, List.of("35"), Reason.UNSURE_TEXT)));
    second =
        DemoPages.add(
            house.ledger(),
            folder,
            "fax-20221115-1147.tif",
            Map.of("q3.closing", new Doubt("?", 0.9, List.of("0", "1"), Reason.INK_BESIDE_BOX)));
  }

  @AfterEach
  void close() {
    house.close();
  }

  private List<Routes> routes(DeskHouse desk) {
    Clock clock = Clock.systemUTC();
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    DoubtQueue queue =
        new DoubtQueue(desk.ledger(), FORMS, QueueRules.STANDARD, clock, new Random(1));
    return List.of(
        new QueueRoutes(desk.ledger(), FORMS, queue, pictures, Optional.of(MASTERS), clock),
        new PictureRoutes(pictures));
  }

  private Browser logIn() {
    Browser browser = new Browser("ja");
    browser.open(house.address() + "/login");
    browser.fill("#name", "hanako");
    browser.fill("#password", DeskHouse.PASSWORD);
    browser.submit("main button.primary");
    browser.open(house.address() + "/queue");
    return browser;
  }

  private String value(long page, String field) {
    return house
        .ledger()
        .read(handle -> Values.state(handle, new FieldKey(page, field)))
        .orElseThrow()
        .value();
  }

  /** Presses keys where the focus is. */
  private static void press(Browser browser, CharSequence... keys) {
    browser.driver().switchTo().activeElement().sendKeys(keys);
  }

  /** The item is about a field, and can be answered. Asked in one step: items are exchanged. */
  private static void awaitItem(Browser browser, String field) {
    browser.await(
        d ->
            Boolean.TRUE.equals(
                    ((JavascriptExecutor) d)
                        .executeScript(
                            "return document.querySelector('.htmx-request') === null"
                                + " && document.querySelector('input[name=field]')?.value"
                                + " === arguments[0];",
                            field))
                ? true
                : null);
  }

  @Test
  void allDoubtsAreAnsweredByKeyboardAlone() {
    try (Browser browser = logIn()) {
      awaitItem(browser, "institution_code");
      assertThat(browser.text()).contains("保険医療機関コード", "検査数字が合いません", "残り 5 件");
      browser.assertSound();
      browser.screenshot("queue-code-ja-small");
      browser.size(Browser.LARGE);
      browser.screenshot("queue-code-ja-large");
      browser.size(Browser.SMALL);

      press(browser, Keys.chord(Keys.CONTROL, "a"), "123", Keys.ENTER);
      browser.await(d -> d.findElements(By.cssSelector("#said.fault")).isEmpty() ? null : true);
      assertThat(browser.text()).contains("桁数が合いません");
      assertThat(value(first, "institution_code")).isEqualTo("3202888");

      awaitItem(browser, "institution_code");
      press(browser, Keys.ESCAPE);
      press(browser, "2");
      awaitItem(browser, "q1.quoted");
      assertThat(value(first, "institution_code")).isEqualTo("3202883");
      browser.assertSound();
      browser.screenshot("queue-mark-ja-small");

      press(browser, "u");
      awaitItem(browser, "institution_code");
      assertThat(value(first, "institution_code")).isEqualTo("3202888");
      press(browser, Keys.ESCAPE);
      press(browser, "2");
      awaitItem(browser, "q1.quoted");

      press(browser, "?");
      browser.await(d -> d.findElement(By.id("help")).isDisplayed() ? true : null);
      browser.assertSound();
      browser.screenshot("queue-help-ja-small");
      press(browser, Keys.ESCAPE);
      browser.await(d -> d.findElement(By.id("help")).isDisplayed() ? null : true);

      press(browser, Keys.ENTER);
      awaitItem(browser, "q2");
      assertThat(value(first, "q1.quoted")).isEqualTo("1");
      browser.assertSound();
      browser.screenshot("queue-choice-ja-small");
      press(browser, Keys.ARROW_RIGHT);
      awaitItem(browser, "q3.initial_cost");
      press(browser, Keys.PAGE_UP);
      awaitItem(browser, "q2");
      press(browser, "4");
      awaitItem(browser, "q3.initial_cost");
      assertThat(value(first, "q2")).isEqualTo("exempt");
      press(browser, Keys.chord(Keys.CONTROL, "a"), "3万5千", Keys.ENTER);
      awaitItem(browser, "q3.closing");
      assertThat(value(first, "q3.initial_cost")).isEqualTo("3.5");
      browser.screenshot("queue-last-ja-small");
      press(browser, "0");
      browser.await(d -> d.getPageSource().contains("確認する項目はありません") ? true : null);
      assertThat(value(second, "q3.closing")).isEqualTo("0");
      browser.assertSound();
      browser.screenshot("queue-empty-ja-small");
    }
  }

  @Test
  void enterThatEndsAConversionAnswersNothing() {
    try (Browser browser = logIn()) {
      awaitItem(browser, "institution_code");
      ChromeDriver driver = (ChromeDriver) browser.driver();
      press(browser, Keys.chord(Keys.CONTROL, "a"), Keys.BACK_SPACE);
      driver.executeCdpCommand(
          "Input.imeSetComposition", Map.of("text", "さとう", "selectionStart", 3, "selectionEnd", 3));
      driver.executeCdpCommand(
          "Input.dispatchKeyEvent",
          Map.of("type", "rawKeyDown", "key", "Enter", "windowsVirtualKeyCode", 229));
      driver.executeCdpCommand("Input.insertText", Map.of("text", "佐藤"));

      // Suggestions for what was converted come after anything that the key could have sent.
      browser.await(
          d ->
              d.findElements(By.cssSelector(".suggestion")).stream()
                      .map(WebElement::getText)
                      .anyMatch(text -> text.contains("佐藤内科"))
                  ? true
                  : null);
      assertThat(value(first, "institution_code")).isEqualTo("3202888");

      press(browser, Keys.ARROW_DOWN, Keys.ARROW_DOWN);
      browser.find("#typed").click();
      browser.find(".suggestion").sendKeys(Keys.ENTER);
      awaitItem(browser, "q1.quoted");
      assertThat(value(first, "institution_code")).isEqualTo("7654321");
      assertThat(value(first, "prefecture")).isEqualTo("東京都");
      assertThat(value(first, "institution_name")).isEqualTo("医療法人社団佐藤内科医院");
    }
  }

  @Test
  void picturesOfTheNextItemAreThereBeforeItIsAskedFor() {
    try (Browser browser = logIn()) {
      awaitItem(browser, "institution_code");
      JavascriptExecutor driver = (JavascriptExecutor) browser.driver();
      String fetched = "return performance.getEntriesByType('resource').map((entry) => entry.name)";
      browser.await(
          d ->
              Boolean.TRUE.equals(
                      driver.executeScript(
                          "const next = [...document.querySelectorAll('img.next')];"
                              + "return next.length > 0"
                              + " && next.every((image) => image.complete && image.naturalWidth)"))
                  ? true
                  : null);
      List<?> before = (List<?>) driver.executeScript(fetched);

      press(browser, Keys.ESCAPE);
      press(browser, "2");
      awaitItem(browser, "q1.quoted");
      List<?> shown =
          (List<?>)
              driver.executeScript(
                  "return [...document.querySelectorAll('svg image')]"
                      + ".map((image) => new URL(image.href.baseVal, document.baseURI).href)");
      assertThat(shown).isNotEmpty().allMatch(before::contains);
    }
  }
}
