package yomitori.review.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.sheet.Sheets;
import yomitori.desk.values.FieldKey;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.resolve.FieldValue.Reason;
import yomitori.review.DemoPages;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.record.PictureRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;
import yomitori.review.web.Visitor;

class SheetPageTest {

  private static final PageForms FORMS = new PageForms(List.of(DemoPages.FORM));
  private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]*)\"");
  private static final String SHEET = "/sheet?field=q1.quoted";

  @TempDir private Path folder;
  private DeskHouse house;
  private final List<Long> pages = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    house = new DeskHouse(folder, Clock.systemUTC(), this::routes);
    house.add("hanako", Role.OPERATOR);
    house.add("taro", Role.OPERATOR);
    for (String file : DemoPages.FILES) {
      Doubt doubt = new Doubt("?", 0.7, List.of("1", "0"), Reason.FAINT_MARK);
      pages.add(DemoPages.add(house.ledger(), folder, file, Map.of("q1.quoted", doubt)));
    }
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
    Sheets sheets = new Sheets(desk.ledger(), FORMS, QueueRules.STANDARD, clock);
    return List.of(new SheetRoutes(FORMS, sheets, queue), new PictureRoutes(pictures));
  }

  private String value(long page) {
    return house
        .ledger()
        .read(handle -> Values.state(handle, new FieldKey(page, "q1.quoted")))
        .orElseThrow()
        .value();
  }

  private static Map<String, String> form(String act, String page, String picked) {
    Matcher shown = SHOWN.matcher(page);
    assertThat(shown.find()).isTrue();
    return Map.of(
        "act",
        act,
        "form",
        DemoPages.FORM.id(),
        "field",
        "q1.quoted",
        "state",
        "review",
        "read",
        "1",
        "shown",
        shown.group(1),
        "picked",
        picked);
  }

  @Test
  void theListLeadsToSheetsAndAllOthersAreRight() {
    Visitor visitor = house.loggedIn("hanako");
    assertThat(visitor.get("/sheets").body()).contains("項目ごとにまとめて確認", SHEET.substring(7));
    String sheet = visitor.get(SHEET).body();
    assertThat(sheet).contains("読取値は「チェックあり」です", pages.get(0) + "/fields/q1.quoted/close.png");
    assertThat(visitor.get("/pages/" + pages.get(0) + "/fields/q1.quoted/close.png").body())
        .contains("PNG");

    String picked = Long.toString(pages.get(1));
    String after = visitor.post("/sheet", form("settle", sheet, picked)).body();
    assertThat(after).contains(pages.size() - 1 + " 件を確定しました", "1 件は要確認です");
    assertThat(value(pages.get(0))).isEqualTo("1");
    assertThat(value(pages.get(1))).isEqualTo("?");

    assertThat(visitor.post("/sheet", form("undo", after, "0")).body()).contains("取り消しました");
    assertThat(value(pages.get(0))).isEqualTo("?");
  }

  @Test
  void whatIsBeforeSomebodyElseIsNotShownAndNotOverwritten() {
    Visitor hanako = house.loggedIn("hanako");
    String sheet = hanako.get(SHEET).body();
    Visitor taro = house.loggedIn("taro");
    assertThat(taro.get(SHEET).body()).contains("他の担当者が確認している");
    hanako.get("/sheets");
    String his = taro.get(SHEET).body();

    assertThat(hanako.post("/sheet", form("settle", sheet, "0")).body()).contains("記録していません");
    assertThat(value(pages.get(0))).isEqualTo("?");
    assertThat(taro.post("/sheet", form("settle", his, "0")).body())
        .contains(pages.size() + " 件を確定しました");
  }

  @Test
  void whatNoFieldAndNoSheetIsIsRefused() {
    Visitor visitor = house.loggedIn("hanako");
    assertThat(visitor.get("/sheet?field=none").statusCode()).isEqualTo(404);
    Map<String, String> broken =
        Map.of("form", DemoPages.FORM.id(), "field", "q1.quoted", "shown", "1:x", "read", "1");
    visitor.get("/sheets");
    assertThat(visitor.post("/sheet", broken).statusCode()).isEqualTo(400);
  }
}
