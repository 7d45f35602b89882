package yomitori.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import yomitori.desk.SentPage;
import yomitori.desk.export.Exports;
import yomitori.desk.people.Role;
import yomitori.desk.retention.Retention;
import yomitori.desk.tokens.Tokens;
import yomitori.record.CsvEncoding;
import yomitori.review.export.ExportRoutes;
import yomitori.review.manage.TokenRoutes;
import yomitori.review.retention.RetentionRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

/** A manager hands records over, gives keys to programs and removes old faxes, in a browser. */
class ManagingBrowserTest {

  private static final Clock CLOCK = Clock.system(DeskHouse.ZONE);
  private static final Duration KEPT = Duration.ofDays(365);
  private static final Instant LONG_AGO = Instant.parse("2022-11-15T03:00:00Z");

  @TempDir private Path folder;
  private DeskHouse house;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, CLOCK, ManagingBrowserTest::routes);
    house.add("boss", Role.MANAGER);
    for (int i = 0; i < 120; i++) {
      SentPage.of(
              "東京都保険医協会/2022年11月分/とても長い名前の下のフォルダ/受信" + i + ".tif",
              LONG_AGO.plus(Duration.ofHours(i)),
              "東京都",
              "1312345",
              "医療法人社団 鈴木クリニック")
          .into(house.ledger());
    }
    browser = new Browser("ja");
    browser.open(house.address() + "/login");
    browser.fill("#name", "boss");
    browser.fill("#password", DeskHouse.PASSWORD);
    browser.submit("main button.primary");
  }

  @AfterEach
  void close() {
    browser.close();
    house.close();
  }

  private static List<Routes> routes(DeskHouse desk) {
    return List.of(
        new ExportRoutes(
            new Exports(
                desk.ledger(),
                desk.data().exports(),
                List.of(SentPage.FORM),
                CsvEncoding.UTF_8,
                CLOCK),
            desk.audit()),
        new TokenRoutes(new Tokens(desk.ledger(), CLOCK)),
        new RetentionRoutes(
            new Retention(desk.ledger(), desk.data(), Optional.of(KEPT), CLOCK, page -> {})));
  }

  @Test
  void recordsAreHandedOverAndOldFaxesRemoved() {
    browser.open(house.address() + "/exports");
    look("exports-none");
    browser.submit("button[value=new]");
    assertThat(browser.text()).contains("作成しました");
    look("exports-made");
    browser.submit("button[value=whole]");
    look("exports");

    browser.open(house.address() + "/retention");
    assertThat(browser.text()).contains("120件を削除");
    look("retention");
    browser.click("#confirmed");
    browser.submit("button.danger");
    assertThat(browser.text()).contains("削除しました：120件");
    look("retention-removed");
  }

  @Test
  void aKeyIsGivenToAProgram() {
    browser.open(house.address() + "/tokens");
    look("tokens-none");
    browser.fill("#name", "集計プログラム（毎晩、統計課の計算機から記録を取りに来るもの）");
    browser.click("input[value=drop]");
    browser.submit("main button.primary");
    assertThat(browser.find(".secret").getText()).startsWith("yomitori_");
    look("tokens-made");
    browser.fill("#name", "モデム");
    browser.submit("main button.primary");
    browser.open(house.address() + "/tokens");
    assertThat(browser.driver().getPageSource()).contains("集計プログラム", "モデム");
    look("tokens");
  }

  private void look(String name) {
    for (Dimension size : List.of(Browser.SMALL, Browser.LARGE)) {
      browser.size(size);
      browser.assertSound();
      browser.screenshot(name + "-ja-" + size.getWidth());
    }
  }
}
