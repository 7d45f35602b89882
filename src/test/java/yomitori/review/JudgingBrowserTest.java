package yomitori.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import yomitori.desk.audit.Actor;
import yomitori.desk.pages.PagePictures;
import yomitori.desk.people.Role;
import yomitori.desk.place.LaidReader;
import yomitori.desk.place.Places;
import yomitori.desk.queue.DoubleEntry;
import yomitori.desk.queue.DoubtQueue;
import yomitori.desk.queue.Item;
import yomitori.desk.queue.Outcome;
import yomitori.desk.queue.Quality;
import yomitori.desk.queue.QueueRules;
import yomitori.desk.reading.PageLedger;
import yomitori.desk.thresholds.CostsInForce;
import yomitori.desk.thresholds.MeasuredPages;
import yomitori.desk.thresholds.Thresholds;
import yomitori.desk.values.PageForms;
import yomitori.desk.values.Values;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.register.Blank;
import yomitori.resolve.FieldValue.Reason;
import yomitori.review.DemoPages.Doubt;
import yomitori.review.place.PlaceRoutes;
import yomitori.review.quality.QualityRoutes;
import yomitori.review.record.PictureRoutes;
import yomitori.review.thresholds.ThresholdsRoutes;
import yomitori.review.web.DeskHouse;
import yomitori.review.web.Routes;

/** Thresholds, quality, and placing by hand, in a real browser. */
class JudgingBrowserTest {

  private static final Clock CLOCK = Clock.systemUTC();
  private static final List<Form> ALL = List.of(DemoPages.FORM, MeasuredPages.FORM);
  private static final PageForms FORMS = new PageForms(ALL);
  private static final Path HOME = Path.of("forms", DemoPages.FORM.id());
  private static final double BLANK_PX_PER_MM = 4;

  /** More than there is to answer. */
  private static final int MOST_ANSWERS = 300;

  /** One of so many is read otherwise than it was accepted. */
  private static final int MISREAD_EVERY = 9;

  private static final QueueRules RULES =
      new QueueRules(
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          new DoubleEntry(Set.of("institution_name"), 0),
          0.3);

  @TempDir private Path folder;
  private Blank blank;

  @BeforeEach
  void draw() throws IOException {
    blank =
        new Blank(
            DemoPages.FORM,
            BlankRenderer.render(DemoPages.FORM, HOME, BLANK_PX_PER_MM),
            BLANK_PX_PER_MM);
  }

  private List<Routes> routes(DeskHouse desk) {
    PagePictures pictures = new PagePictures(desk.ledger(), FORMS, folder);
    LaidReader nobody =
        (page, receivedAt, form, points) -> {
          throw new UnsupportedOperationException("nothing is read here");
        };
    PageLedger pages = new PageLedger(desk.ledger(), ALL);
    return List.of(
        new PictureRoutes(pictures),
        new ThresholdsRoutes(
            FORMS,
            new Thresholds(
                desk.ledger(), FORMS, MeasuredPages.RESOLVER::resolve, new CostsInForce(), CLOCK)),
        new QualityRoutes(FORMS, RULES, new Quality(desk.ledger())),
        new PlaceRoutes(
            desk.ledger(),
            FORMS,
            List.of(blank),
            pictures,
            new Places(desk.ledger(), FORMS, pictures, nobody, pages, CLOCK)));
  }

  /** Pages with doubts, one that could not be laid, and one with all that was measured of it. */
  private long fill(DeskHouse house) throws IOException {
    Doubt mark = new Doubt("?", 0.7, List.of("1", "0"), Reason.FAINT_MARK);
    Doubt name = new Doubt("佐藤医院", 0.6, List.of(), Reason.UNSURE_TEXT);
    for (String file : DemoPages.FILES.subList(0, 4)) {
      Map<String, Doubt> doubts = Map.of("q1.quoted", mark, "institution_name", name);
      DemoPages.add(house.ledger(), folder, file, doubts);
    }
    long unread = DemoPages.add(house.ledger(), folder, DemoPages.FILES.get(4), Map.of());
    house
        .ledger()
        .change(
            handle -> {
              handle.execute("DELETE FROM field_value WHERE page_id = ?", unread);
              handle.execute("UPDATE page SET status = 'unreadable' WHERE id = ?", unread);
            });
    String measured = "measured.tif";
    Files.copy(folder.resolve("archive").resolve(DemoPages.FILES.get(0)), folder.resolve(measured));
    MeasuredPages.add(house.ledger(), measured, 9);
    return unread;
  }

  /** Three people answer all there is; two of them differ about names. */
  private static void work(DeskHouse house) {
    DoubtQueue queue = new DoubtQueue(house.ledger(), FORMS, RULES, CLOCK, new Random(1));
    for (long id = 11; id <= 13; id++) {
      Actor who = new Actor(id, "担当 " + id);
      List<Item> items = queue.take(who);
      for (int i = 0; i < MOST_ANSWERS && !items.isEmpty(); i++) {
        Item item = items.get(0);
        String now = house.ledger().read(h -> Values.state(h, item.key())).orElseThrow().value();
        boolean other = item.task() == Item.Task.DOUBT || i % MISREAD_EVERY == 0;
        String said = other ? otherwise(item.key().field(), now, id) : now;
        Outcome outcome = queue.answer(who, item.key(), item.version(), said);
        if (!(outcome instanceof Outcome.Taken)) {
          queue.skip(who, item.key());
        }
        items = queue.take(who);
      }
      queue.leave(who);
    }
  }

  private static String otherwise(String field, String now, long who) {
    if (field.equals("institution_name")) {
      return who % 2 == 0 ? "佐藤医院" : "佐藤内科医院";
    }
    return switch (now) {
      case "1" -> "0";
      case "0", "?" -> "1";
      default -> now;
    };
  }

  @Test
  void everyPageSuitsBothScreens() throws IOException {
    try (DeskHouse house = new DeskHouse(folder, CLOCK, this::routes);
        Browser browser = new Browser("ja")) {
      house.add("boss", Role.MANAGER);
      long unread = fill(house);
      work(house);
      browser.open(house.address() + "/login");
      browser.fill("#name", "boss");
      browser.fill("#password", DeskHouse.PASSWORD);
      browser.submit("main button.primary");

      browser.open(house.address() + "/place?page=" + unread);
      look(browser, "place");
      browser.open(house.address() + "/quality");
      look(browser, "quality");
      script(browser, "scrollTo(0, document.body.scrollHeight); return true");
      awaitPictures(browser);
      browser.screenshot("quality-end-ja-" + Browser.LARGE.getWidth());

      browser.open(house.address() + "/thresholds?form=" + MeasuredPages.FORM.id());
      browser.fill("#ratio", "10000");
      browser.submit("button[value=count]");
      browser.await(d -> d.getPageSource().contains("人が決めた値は変わりません") ? true : null);
      browser.click("#outcome summary");
      look(browser, "thresholds");
    }
  }

  private static void look(Browser browser, String name) {
    for (Dimension size : List.of(Browser.SMALL, Browser.LARGE)) {
      browser.size(size);
      awaitPictures(browser);
      browser.assertSound();
      browser.screenshot(name + "-ja-" + size.getWidth());
    }
  }

  /** Those below what is to be seen are not fetched. */
  private static void awaitPictures(Browser browser) {
    browser.await(
        d ->
            script(
                    browser,
                    "return [...document.images].every((i) => i.complete ||"
                        + " i.getBoundingClientRect().top > innerHeight)")
                ? true
                : null);
  }

  private static boolean script(Browser browser, String script) {
    return Boolean.TRUE.equals(((JavascriptExecutor) browser.driver()).executeScript(script));
  }
}
