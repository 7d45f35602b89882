package yomitori.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import yomitori.desk.audit.Actor;
import yomitori.desk.health.Problems.Place;
import yomitori.desk.people.Role;
import yomitori.review.account.AccountRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.SomeFaxes;

/** People come to the desk in a real browser. */
class DeskBrowserTest {

  @TempDir Path folder;
  private DeskHouse house;

  private static final Map<String, Dimension> SIZES =
      Map.of("1366", Browser.SMALL, "1920", Browser.LARGE);

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.systemUTC(), h -> List.of());
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theFirstManagerIsMadeWithTheTokenOfTheConsole() {
    try (Browser browser = new Browser("ja")) {
      browser.open(house.address() + AccountRoutes.setUpPath("guessed"));
      assertThat(browser.text()).contains("このページはない");
      browser.assertSound();

      String token = house.people().setUp().token().orElseThrow();
      browser.open(house.address() + AccountRoutes.setUpPath(token));
      browser.assertSound();
      browser.screenshot("set-up-ja");
      browser.fill("#displayName", "読取 花子");
      browser.fill("#name", "Hanako");
      browser.fill("#password", "kasa wo wasureru");
      browser.fill("#again", "kasa wo wasurenai");
      browser.submit("main button.primary");
      assertThat(browser.text()).contains("2つのパスワードが一致しません");
      browser.assertSound();
      browser.fill("#password", "kasa wo wasureru");
      browser.fill("#again", "kasa wo wasureru");
      browser.submit("main button.primary");
      assertThat(browser.text()).contains("読取 花子", "ログアウト");

      assertThat(house.people().setUp().token()).isEmpty();
      browser.open(house.address() + AccountRoutes.setUpPath(token));
      assertThat(browser.text()).contains("このページはない");
    }
  }

  @Test
  void peopleLogInAndOut() {
    house.add("hanako", Role.OPERATOR);
    try (Browser browser = new Browser("en")) {
      browser.open(house.address() + "/password");
      assertThat(browser.text()).contains("Log in", "User name");
      browser.assertSound();
      browser.screenshot("log-in-en");
      browser.fill("#name", "hanako");
      browser.fill("#password", "another password");
      browser.submit("main button.primary");
      assertThat(browser.text()).contains("User name or password is wrong");
      browser.assertSound();

      browser.fill("#password", DeskHouse.PASSWORD);
      browser.submit("main button.primary");
      // It comes back to where it was going. The account's language is Japanese, whatever the
      // browser likes.
      assertThat(browser.text()).contains("パスワードの変更", "係 hanako");
      browser.assertSound();
      browser.screenshot("password-ja");
      browser.submit("button[name=language]");
      assertThat(browser.text()).contains("Change password");

      browser.submit(".who form:last-child button");
      assertThat(browser.driver().getCurrentUrl()).endsWith("/login");
      browser.open(house.address() + "/password");
      assertThat(browser.text()).contains("User name");
    }
  }

  @Test
  void everyPageSuitsBothScreensInBothLanguages() throws IOException {
    house.add("boss", Role.MANAGER);
    house.people().accounts().add(Actor.DESK, "jiro", "小笠原 次郎", Role.OPERATOR, "ja");
    house.problems().raise(Place.FILE, "a.tif", "Permission denied", Instant.now());
    SomeFaxes.into(house.ledger(), Instant.now());
    try (Browser browser = new Browser("ja")) {
      logIn(browser, "boss");
      for (String language : List.of("ja", "en")) {
        for (String page : List.of("", "unread", "people", "audit", "password", "missing")) {
          browser.open(house.address() + "/" + page);
          for (Map.Entry<String, Dimension> size : SIZES.entrySet()) {
            browser.size(size.getValue());
            browser.assertSound();
            String name = page.isEmpty() ? "home" : page;
            browser.screenshot(name + "-" + language + "-" + size.getKey());
          }
        }
        browser.open(house.address() + "/people");
        browser.submit("button[name=language]");
      }
    }
  }

  @Test
  void aManagerAddsAndClosesAccounts() {
    house.add("boss", Role.MANAGER);
    try (Browser browser = new Browser("ja")) {
      logIn(browser, "boss");
      browser.open(house.address() + "/people");
      browser.fill("#displayName", "<b>次郎</b>");
      browser.fill("#name", "jiro");
      browser.submit("main form.row button");
      String password = browser.find(".secret").getText();
      assertThat(browser.text()).contains("<b>次郎</b>さんの初回パスワード");
      browser.assertSound();
      browser.screenshot("fresh-ja");

      try (Browser other = new Browser("ja")) {
        other.open(house.address() + "/login");
        other.fill("#name", "jiro");
        other.fill("#password", password);
        other.submit("main button.primary");
        assertThat(other.text()).contains("ご自分のパスワードに変更してください");
        other.assertSound();

        browser.open(house.address() + "/people");
        browser.click("[aria-label='<b>次郎</b>さんのアカウントを停止']");
        browser.driver().switchTo().alert().accept();
        browser.await(d -> d.getPageSource().contains("停止中") ? true : null);
        other.open(house.address() + "/");
        assertThat(other.text()).contains("ユーザー名");
      }
    }
  }

  @Test
  void aFaxIsDroppedThroughThePage() throws IOException {
    house.add("hanako", Role.OPERATOR);
    Path fax = Files.writeString(folder.resolve("受信 1.tif"), "not looked at here");
    Path letter = Files.writeString(folder.resolve("letter.docx"), "a letter");
    try (Browser browser = new Browser("ja")) {
      logIn(browser, "hanako");
      browser.find("#fax").sendKeys(letter.toString());
      browser.submit("main form.stack button");
      assertThat(browser.text()).contains("ファクスの形式", "letter.docx");
      browser.assertSound();
      browser.find("#fax").sendKeys(fax.toString());
      browser.fill("#sender", "03-0000-0000");
      browser.submit("main form.stack button");
      assertThat(browser.text()).contains("受信フォルダーに1件追加しました");
      browser.assertSound();
    }
    assertThat(house.data().inbox().resolve("03-0000-0000/受信 1.tif"))
        .hasContent("not looked at here");
  }

  private void logIn(Browser browser, String name) {
    browser.open(house.address() + "/login");
    browser.fill("#name", name);
    browser.fill("#password", DeskHouse.PASSWORD);
    browser.submit("main button.primary");
  }
}
