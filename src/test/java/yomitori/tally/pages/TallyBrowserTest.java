package yomitori.tally.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import yomitori.desk.export.CountedRecords;
import yomitori.desk.people.Role;
import yomitori.desk.queue.FilledLedger;
import yomitori.desk.queue.FilledLedger.Read;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.review.Browser;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;
import yomitori.tally.desk.DecisionBook;
import yomitori.tally.desk.SourceShelf;
import yomitori.tally.desk.TallyFolder;
import yomitori.tally.desk.TallyRuns;
import yomitori.tally.desk.TallySurvey;
import yomitori.tally.desk.TallyTrail;
import yomitori.tally.desk.ThemeRules;

/** A manager counts a survey, in a real browser. */
class TallyBrowserTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final FormLibrary FORMS = new FormLibrary(Path.of("forms"));
  private static final Form FORM = FORMS.load("jma-onshi-2022");
  private static final long FIRST = Instant.parse("2022-11-15T00:12:00Z").toEpochMilli();
  private static final long MINUTE = 60_000;

  private static final String MAPPING =
      """
      source: web
      id: web
      label: Web回答
      file: web.csv
      receivedAt: {column: 日時}
      columns:
        prefecture: {column: 所属都道府県}
        institution_name: {column: 医療機関名}
        institution_code: {column: コード}
        q1: {column: 対応状況, separator: ", "}
        q2: {column: いつ頃, other: q2.other}
      """;

  private static final String TABLE =
      """
      日時,所属都道府県,医療機関名,コード,対応状況,いつ頃,備考
      2022-11-20 10:00:00,東京都,青空病院,1312345,カードリーダーを申し込んだ,2023年4月に間に合う予定,
      2022-11-20 11:00:00,大阪府,みどり内科クリニック,2701235,事業者から見積もりを取得した,2023年4月に間に合わない,急ぎ
      2022-11-21 09:30:00,北海道,雪の里診療所,0112233,まだ、なにもしていない,業者の返事を待っている,
      """;

  @TempDir private Path folder;
  private final List<TallyRuns> runs = new ArrayList<>();

  @AfterEach
  void close() {
    runs.forEach(TallyRuns::close);
  }

  private List<Routes> routes(DeskHouse desk) {
    MasterList list =
        MasterList.of(
            List.of(
                new MasterEntry(13, "1312345", "青空病院"),
                new MasterEntry(13, "1399999", "答えない医院"),
                new MasterEntry(27, "2701234", "みどり内科クリニック")));
    TallySurvey survey =
        new TallySurvey(FORM, FORMS.folderOf(FORM.id()), List.of(), Optional.of(list), "test");
    TallyFolder tally = TallyFolder.of(desk.data());
    TallyTrail trail = new TallyTrail(desk.ledger(), CLOCK);
    CountedRecords records = new CountedRecords(desk.ledger());
    SourceShelf sources = new SourceShelf(tally, trail);
    TallyRuns made = new TallyRuns(tally, survey, sources, records, trail);
    runs.add(made);
    DeskTally parts =
        new DeskTally(
            survey,
            tally,
            records,
            sources,
            new DecisionBook(tally, trail),
            new ThemeRules(tally, survey, trail),
            made,
            desk.audit());
    return List.of(
        new TallyRoutes(parts),
        new SourceRoutes(parts),
        new DuplicateRoutes(parts),
        new ThemeRoutes(parts),
        new ContradictionRoutes(parts));
  }

  private static void fill(DeskHouse house) {
    add(house, "青空病院", "東京都", "1312345", "not_by_april", Map.of());
    add(house, "みどり内科クリニック", "大阪府", "2701234", "by_april", Map.of("q1.quoted", "1"));
    add(house, "海辺医院", "千葉県", "1205555", "exempt", Map.of("q1.operating", "1"));
    add(house, "山の上病院", "長野県", "2003333", "operating", Map.of("q1.operating", "1"));
    add(house, "港町医院", "兵庫県", "2804444", "", Map.of("q2.other", "<b>未定</b>です"));
    FilledLedger.addPage(
        house.ledger(), FORM, "doubt.tif", List.of(Read.doubt("institution_name", "?", 1)));
    house.ledger().change(h -> h.execute("UPDATE fax SET received_at = ? + id * ?", FIRST, MINUTE));
  }

  private static void add(
      DeskHouse house,
      String name,
      String prefecture,
      String code,
      String q2,
      Map<String, String> more) {
    List<Read> fields = new ArrayList<>();
    fields.add(Read.accepted("prefecture", prefecture));
    fields.add(Read.accepted("institution_name", name));
    fields.add(Read.accepted("institution_code", code));
    fields.add(Read.accepted("q2", q2));
    for (String box : List.of("q1.none", "q1.quoted", "q1.operating")) {
      fields.add(Read.accepted(box, more.getOrDefault(box, "0")));
    }
    fields.add(Read.accepted("q2.other", more.getOrDefault("q2.other", "")));
    fields.add(Read.accepted("q3.initial_cost", "45"));
    FilledLedger.addPage(house.ledger(), FORM, code + ".tif", fields);
  }

  @Test
  void aManagerCountsASurvey() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, CLOCK, this::routes);
        Browser browser = new Browser("ja")) {
      house.add("boss", Role.MANAGER);
      fill(house);
      logIn(browser, house.address(), "boss");
      browser.open(house.address() + "/tally");
      assertThat(figures(browser)).containsEntry("FAX（確定）", "5").containsEntry("FAX（確認待ち）", "1");
      look(browser, "tally-empty");

      giveTheSource(browser, house.address());
      make(browser, house.address());
      assertThat(row(browser, "#flow", "FAX回答")).containsExactly("5", "1", "4", "0");
      assertThat(row(browser, "#flow", "Web回答")).containsExactly("3", "0", "3", "0");
      assertThat(row(browser, "#flow", "合計")).containsExactly("8", "1", "7", "");
      assertThat(q2(browser, "2023年4月に間に合う予定")).startsWith("2 ");
      assertThat(q2(browser, "2023年4月に間に合わない")).startsWith("1 ");
      assertThat(q2(browser, "回答者数")).isEqualTo("7");
      look(browser, "tally-made");
      lookAtTheCounts(browser);

      decide(browser, house.address());
      make(browser, house.address());
      assertThat(row(browser, "#flow", "合計")).containsExactly("8", "2", "6", "");
      browser.open(house.address() + "/tally/duplicates?view=removed");
      assertThat(browser.text()).contains("青空病院", "みどり内科クリニック");
      look(browser, "tally-removed");

      changeTheThemes(browser, house.address());
      browser.open(house.address() + "/tally/contradictions?rule=operating-not-q2");
      assertThat(browser.text()).contains("海辺医院").doesNotContain("山の上病院");
      assertThat(browser.find("main td a").getDomAttribute("href")).isEqualTo("/pages/3");
      look(browser, "tally-contradictions");

      browser.open(house.address() + "/tally");
      assertThat(browser.text()).contains("前回の集計の後に");
      takeAlong(browser);
      browser.submit(".bar form[action='/language'] button");
      assertThat(browser.text()).contains("Response rates");
      browser.assertSound();
    }
  }

  private void giveTheSource(Browser browser, String address) throws IOException {
    Path table = Files.writeString(folder.resolve("回答 (3).csv"), TABLE);
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.yaml"), MAPPING.replace("column: コード", "column: 医療機関コード"));
    browser.open(address + "/tally/sources");
    look(browser, "tally-sources-none");
    browser.find("#table").sendKeys(table.toString());
    browser.find("#yaml").sendKeys(wrong.toString());
    browser.submit("#give button.primary");
    assertThat(browser.find(".fault").getText()).startsWith("web.yaml:9: ").contains("医療機関コード");
    browser.find("#table").sendKeys(table.toString());
    ((JavascriptExecutor) browser.driver())
        .executeScript("document.getElementById('mapping').value = arguments[0]", MAPPING);
    browser.submit("#give button.primary");
    assertThat(browser.find(".done").getText()).contains("web");
    assertThat(browser.text()).contains("備考").doesNotContain("回答 (3)");
    look(browser, "tally-sources");
  }

  private static void make(Browser browser, String address) {
    browser.open(address + "/tally");
    browser.submit("#make");
    browser.await(d -> d.getCurrentUrl().endsWith("?made=yes") ? true : null);
    assertThat(browser.find(".done").getText()).isEqualTo("集計できました。");
  }

  private static void decide(Browser browser, String address) {
    browser.open(address + "/tally/duplicates");
    assertThat(browser.driver().findElements(By.cssSelector(".pair"))).hasSize(1);
    browser.click(".pair summary");
    assertThat(browser.find(".pair").getText()).contains("2701234", "2701235", "2023年4月に間に合わない");
    look(browser, "tally-duplicates");
    browser.submit("button[value=LATER]");
    assertThat(browser.find(".pair .tag").getText()).contains("後で決める", "boss");
    browser.submit("button[value=SAME]");
    assertThat(browser.text()).contains("判断待ち（0）", "判断済み（1）");
    browser.open(address + "/tally");
    assertThat(browser.find("section .notice").getText()).contains("集計し直すと");
  }

  private static void changeTheThemes(Browser browser, String address) {
    browser.open(address + "/tally/themes");
    assertThat(row(browser, "#counts", "検討中・未定")).containsExactly("1");
    assertThat(row(browser, "#counts", "回線事業者・ベンダーの連絡待ち")).containsExactly("0");
    assertThat(browser.find("#unmatched").getText()).contains("業者の返事を待っている 1");
    look(browser, "tally-themes");
    browser.find("#themes").sendKeys("\nno colon");
    browser.submit("button[value=keep]");
    assertThat(browser.find(".fault").getText()).startsWith("themes.txt:");
    browser.fill("#themes", "返事待ち: 返事 待\n未定: 未定");
    browser.submit("button[value=try]");
    assertThat(row(browser, "#counts", "返事待ち")).containsExactly("1", "0");
    look(browser, "tally-themes-tried");
    browser.submit("button[value=keep]");
    assertThat(browser.find(".done").getText()).contains("保存しました");
    assertThat(row(browser, "#counts", "返事待ち")).containsExactly("1");
  }

  private static void takeAlong(Browser browser) {
    for (WebElement link :
        browser.driver().findElements(By.cssSelector("a[href^='/tally/files/']"))) {
      String name = link.getDomAttribute("href");
      String start = fetched(browser, name);
      assertThat(start).as(name).startsWith("200 ");
      if (name.endsWith(".zip") || name.endsWith(".xlsx")) {
        assertThat(start).as(name).startsWith("200 PK");
      }
      if (name.endsWith(".pdf")) {
        assertThat(start).as(name).startsWith("200 %PDF-");
      }
    }
    assertThat(fetched(browser, "/tally/files/answers.csv")).contains("source,reference");
    assertThat(fetched(browser, "/tally/files/..%2Fthemes.txt")).startsWith("4");
    assertThat(fetched(browser, "/tally/charts/..%2Fanswers.csv")).startsWith("4");
  }

  /** The status and how the file begins. */
  private static String fetched(Browser browser, String path) {
    return (String)
        ((JavascriptExecutor) browser.driver())
            .executeAsyncScript(
                "const done = arguments[1]; fetch(arguments[0]).then(async (r) =>"
                    + " done(r.status + ' ' + (await r.text()).slice(0, 40)))",
                path);
  }

  private static Map<String, String> figures(Browser browser) {
    Map<String, String> figures = new HashMap<>();
    for (WebElement one : browser.driver().findElements(By.cssSelector(".figures div"))) {
      figures.put(
          one.findElement(By.tagName("dt")).getText(), one.findElement(By.tagName("dd")).getText());
    }
    return figures;
  }

  private static List<String> row(Browser browser, String table, String head) {
    browser.find(table);
    return browser.driver().findElements(By.cssSelector(table + " tbody tr")).stream()
        .filter(row -> row.findElement(By.tagName("th")).getText().equals(head))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no row " + head))
        .findElements(By.tagName("td"))
        .stream()
        .map(WebElement::getText)
        .toList();
  }

  private static String q2(Browser browser, String answer) {
    return row(browser, "[aria-labelledby=question-q2] table", answer).get(0);
  }

  private static void logIn(Browser browser, String address, String name) {
    browser.open(address + "/login");
    browser.fill("#name", name);
    browser.fill("#password", DeskHouse.PASSWORD);
    browser.submit("main button.primary");
  }

  private static void lookAtTheCounts(Browser browser) {
    for (String heading : List.of("question-q1", "question-q3")) {
      ((JavascriptExecutor) browser.driver())
          .executeScript("document.getElementById(arguments[0]).scrollIntoView()", heading);
      browser.await(
          d ->
              Boolean.TRUE.equals(
                      ((JavascriptExecutor) d)
                          .executeScript(
                              "return [...document.images].every((i) => i.complete ? i.naturalWidth"
                                  + " > 0 : i.getBoundingClientRect().top > innerHeight)"))
                  ? true
                  : null);
      browser.screenshot("tally-" + heading + "-ja-" + Browser.SMALL.getWidth());
    }
  }

  private static void look(Browser browser, String name) {
    for (Dimension size : List.of(Browser.SMALL, Browser.LARGE)) {
      browser.size(size);
      browser.assertSound();
      browser.screenshot(name + "-ja-" + size.getWidth());
    }
    browser.size(Browser.SMALL);
  }
}
