package yomitori.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.JavascriptExecutor;
import picocli.CommandLine;
import yomitori.review.Browser;

/**
 * A day at the desk: 30 files are dropped, what is in doubt is answered by keyboard in a real
 * browser, and the totals of what is handed over are those that the senders wrote.
 */
class WholeDayTest {

  private static final int FORMS = 24;
  private static final int SEED = 4711;
  private static final int HEAP_MB = 1024;

  private static final CSVFormat WITH_HEADER =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  /** What a row says of the page: not the sender's words. */
  private static final Set<String> PAGE_COLUMNS =
      Set.of("record_id", "form", "form_version", "source", "page", "received_at", "status");

  /** Of a mark's ink, the share that must have come through. */
  private static final double VISIBLE = 0.1;

  private static final String PASSWORD = "kasa wo wasureru";

  /** A cover sheet and two forms. */
  private static final String WITH_COVER = "fax-20221118-0312.tif";

  private static final Path DEMO = Path.of("testdata/demo");

  @TempDir Path folder;

  @Test
  void thirtyFaxesBecomeTheTotalsThatTheirSendersWrote() throws Exception {
    Path sent = folder.resolve("sent");
    simulate(sent);
    Map<String, Map<String, String>> truth = truth(sent);
    truth(DEMO)
        .forEach(
            (page, wrote) -> {
              if (page.startsWith(WITH_COVER)) {
                truth.put(page, wrote);
              }
            });
    try (DeskProcess desk = new DeskProcess(folder, HEAP_MB, List.of());
        Browser browser = new Browser("ja")) {
      becomeManager(browser, desk);
      look(browser, "day-1-begin");
      drop(sent, desk);
      desk.await("SELECT COUNT(*) FROM arrival WHERE state = 'done'", 30);
      desk.await("SELECT COUNT(*) FROM fax WHERE state = 'read'", FORMS + 1);
      desk.await("SELECT COUNT(*) FROM fax WHERE state = 'failed' AND told = 1", 4);
      browser.open(desk.address());
      look(browser, "day-2-read");
      browser.open(desk.address() + "/queue");
      look(browser, "day-3-queue");
      Map<Long, String> sources = sources(desk);
      TypingOperator operator = new TypingOperator(browser, page -> truth.get(sources.get(page)));
      operator.answer(10);
      look(browser, "day-4-queue");
      operator.answer(1000);
      assertThat(browser.text()).contains("確認する項目はありません");
      browser.open(desk.address());
      look(browser, "day-5-answered");
      assertThat(desk.count("SELECT COUNT(*) FROM page WHERE status = 'review'")).isZero();
      assertThat(operator.answered()).isPositive();

      browser.open(desk.address() + "/exports");
      look(browser, "day-6-exports");
      browser.submit("button[value=new]");
      look(browser, "day-7-exported");
      List<CSVRecord> handedOver = records(browser);
      assertThat(totals(handedOver)).containsExactlyInAnyOrderEntriesOf(totals(truth.values()));
      assertThat(handedOver).hasSize(FORMS + 2);
    }
  }

  /** The records of the newest export, as the browser gets them. */
  private static List<CSVRecord> records(Browser browser) throws IOException {
    String text =
        (String)
            ((JavascriptExecutor) browser.driver())
                .executeAsyncScript(
                    "const done = arguments[0];"
                        + "fetch(document.querySelector('a[href$=\"records.csv\"]').href)"
                        + ".then((answer) => answer.text()).then(done);");
    return CSVParser.parse(text, WITH_HEADER).getRecords();
  }

  /** How often each answer was given, of every field. */
  private static Map<String, Integer> totals(Iterable<?> rows) {
    Map<String, Integer> totals = new TreeMap<>();
    for (Object row : rows) {
      Map<?, ?> values = row instanceof CSVRecord csv ? csv.toMap() : (Map<?, ?>) row;
      values.forEach(
          (field, value) -> {
            if (!PAGE_COLUMNS.contains(field)) {
              totals.merge(field + " = " + value, 1, Integer::sum);
            }
          });
    }
    return totals;
  }

  private static void simulate(Path out) {
    PrintWriter silent = new PrintWriter(Writer.nullWriter());
    Session session =
        new Session(
            Path.of(""), silent, silent, false, new Messages(Locale.ENGLISH), Wiring.rooms());
    String arguments = "--form jma-onshi-2022 --line standard --one-page-files";
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--count", "" + FORMS, "--seed", "" + SEED, "--out", "" + out));
    int exit =
        new CommandLine(new SimulateCommand(session))
            .setOut(silent)
            .execute(all.toArray(String[]::new));
    assertThat(exit).isZero();
  }

  /**
   * What the senders wrote: file and page to field to value. A mark of which the line left nothing
   * that anybody could see was not received.
   */
  private static Map<String, Map<String, String>> truth(Path sent) throws IOException {
    Map<String, Map<String, String>> truth = new HashMap<>();
    for (CSVRecord row : rows(sent.resolve("truth.csv"))) {
      truth.put(page(row), new LinkedHashMap<>(row.toMap()));
    }
    for (CSVRecord row : rows(sent.resolve("fields.csv"))) {
      boolean marked = row.get("kind").equals("checkbox") && row.get("meant").equals("1");
      if (marked && Double.parseDouble(row.get("visible")) < VISIBLE) {
        truth.get(page(row)).put(row.get("field"), "0");
      }
    }
    return truth;
  }

  private static String page(CSVRecord row) {
    return row.get("source") + " " + row.get("page");
  }

  private static List<CSVRecord> rows(Path file) throws IOException {
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, WITH_HEADER)) {
      return rows.getRecords();
    }
  }

  /**
   * Drops the forms, a fax with a cover sheet, one fax a second time, and four files that are no
   * fax.
   */
  private static void drop(Path sent, DeskProcess desk) throws IOException {
    List<Path> faxes;
    try (var files = Files.list(sent)) {
      faxes =
          files.filter(f -> f.getFileName().toString().matches(".*\\.(tif|pdf)")).sorted().toList();
    }
    assertThat(faxes).hasSize(FORMS);
    for (int i = 0; i < faxes.size(); i++) {
      Path fax = faxes.get(i);
      desk.drop(Files.readAllBytes(fax), (i % 3 == 0 ? "03-0000-0000/" : "") + fax.getFileName());
    }
    desk.drop(Files.readAllBytes(DEMO.resolve(WITH_COVER)), WITH_COVER);
    byte[] first = Files.readAllBytes(faxes.get(0));
    desk.drop(first, "again.tif");
    desk.drop(new byte[0], "empty.tif");
    desk.drop("議事録".getBytes(StandardCharsets.UTF_8), "議事録.tif");
    desk.drop(Arrays.copyOf(first, 40), "cut off.tif");
    desk.drop("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8), "mail.pdf");
  }

  private static void becomeManager(Browser browser, DeskProcess desk) {
    browser.open(desk.setUpAddress());
    browser.fill("#displayName", "読取 花子");
    browser.fill("#name", "hanako");
    browser.fill("#password", PASSWORD);
    browser.fill("#again", PASSWORD);
    browser.submit("main button.primary");
    assertThat(browser.text()).contains("読取 花子");
  }

  /** File and page number of every page. */
  private static Map<Long, String> sources(DeskProcess desk) {
    Map<Long, String> sources = new HashMap<>();
    desk.ledger()
        .read(
            h ->
                h.createQuery("SELECT page.id, name, number FROM page JOIN fax ON fax.id = fax_id")
                    .mapToMap()
                    .list())
        .forEach(
            row ->
                sources.put(
                    ((Number) row.get("id")).longValue(),
                    row.get("name") + " " + row.get("number")));
    return sources;
  }

  /** Looks at a page as both kinds of screen show it. */
  private static void look(Browser browser, String name) {
    browser.size(Browser.LARGE);
    browser.assertSound();
    browser.screenshot(name + "-1920");
    browser.size(Browser.SMALL);
    browser.assertSound();
    browser.screenshot(name + "-1366");
  }
}
