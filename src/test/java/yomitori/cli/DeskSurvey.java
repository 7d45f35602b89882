package yomitori.cli;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.openqa.selenium.JavascriptExecutor;
import yomitori.cli.load.LoadRecords;
import yomitori.desk.DataFolder;
import yomitori.desk.SentPage;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.People;
import yomitori.desk.people.SessionLimits;
import yomitori.desk.reading.RecordReader;
import yomitori.desk.sender.PageTrace;
import yomitori.desk.settings.Setting;
import yomitori.desk.settings.Settings;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.register.Blank;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.resolve.master.Prefecture;
import yomitori.review.Browser;
import yomitori.review.web.Visitor;

/**
 * A program, not a test: how fast the pages of a whole survey are, and the next item in a browser.
 *
 * <ul>
 *   <li>{@code pages FOLDER}: one person looks at the pages of a desk with 12,000 faxes and a list
 *       of 100,000 institutions. A fax in twenty was sent twice; a quarter comes from one sender,
 *       whose codes are hard to read. Each page is asked for with nothing changed and right after
 *       another fax was read; of the latter the processor time of the process is told too, the
 *       median, which other programs on the machine lengthen little.
 *   <li>{@code browser FOLDER}: 100 doubts are answered by key in Chromium; the page itself takes
 *       the time from the key to the next item with its picture on the screen.
 * </ul>
 *
 * The folder is new or empty. A third and a fourth argument name an empty PostgreSQL database and
 * its user.
 */
public final class DeskSurvey {

  private static final int FAXES = 12_000;
  private static final int INSTITUTIONS = 100_000;
  private static final int ASKED = 20;
  private static final int WARM_UP = 5;
  private static final int ITEMS = 100;
  private static final double NANOS_PER_MS = 1e6;

  private static final String NAME = "boss";
  private static final String PASSWORD = "only for the survey";

  private static final String[] FAMILIES = {
    "鈴木", "佐藤", "高橋", "田中", "伊藤", "渡辺", "山本", "中村", "小林", "加藤", "吉田", "山田", "松本", "井上", "木村"
  };
  private static final String[] PLACES = {"中央", "駅前", "東", "西", "南", "北", "本町", "緑が丘", "港", "城山"};
  private static final String[] KINDS = {"クリニック", "医院", "内科", "歯科医院", "病院", "整形外科", "薬局"};

  private static final OperatingSystemMXBean MACHINE =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private static final RecordReader NOTHING_COMES =
      (page, receivedAt) -> {
        throw new IllegalStateException("no fax is dropped");
      };

  private final Path folder;
  private final Settings settings;
  private final Random random = new Random(6);
  private final List<MasterEntry> institutions = new ArrayList<>();

  private DeskSurvey(Path folder, Settings settings) {
    this.folder = folder;
    this.settings = settings;
    for (int i = 0; i < INSTITUTIONS; i++) {
      String name = one(FAMILIES) + one(PLACES) + one(KINDS) + (i % 3 == 0 ? "" : i % 97);
      institutions.add(
          new MasterEntry(
              1 + i % MasterEntry.PREFECTURES, String.format(Locale.ROOT, "%07d", i * 79), name));
    }
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[1]).toAbsolutePath();
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.put(Setting.PORT, "0");
    if (arguments.length > 2) {
      given.put(Setting.DATABASE_URL, arguments[2]);
      given.put(Setting.DATABASE_USER, arguments[3]);
    }
    Settings settings = Settings.load(given, Map.of(), folder.resolve("desk.yaml"));
    DeskSurvey survey = new DeskSurvey(folder, settings);
    if (arguments[0].equals("browser")) {
      survey.browser();
    } else {
      survey.pages();
    }
  }

  private String one(String[] all) {
    return all[random.nextInt(all.length)];
  }

  private RunningDesk.Plan plan() {
    Blank blank = new Blank(SentPage.FORM, GrayImage.white(210, 297), 1);
    return new RunningDesk.Plan(
        new DataFolder(folder),
        List.of(blank),
        TallyPages.survey(List.of(blank), Path.of("forms"), listed()),
        DeskReader.of(NOTHING_COMES),
        settings,
        false);
  }

  private Masters listed() {
    return new Masters(Optional.of(MasterList.of(institutions)), List.of());
  }

  private static void addManager(Ledger ledger) {
    People.of(ledger, Clock.systemUTC(), SessionLimits.USUAL)
        .accounts()
        .addFirst(NAME, NAME, PASSWORD, "ja");
  }

  private void pages() throws IOException {
    RunningDesk.Plan plan = plan();
    plan.data().create();
    try (Ledger ledger = plan.openLedger()) {
      addManager(ledger);
      ledger.change(
          handle -> {
            for (int i = 0; i < FAXES; i++) {
              long page = sent(i).into(handle);
              trace().store(handle, page, 1, isOfBureau(i) ? "0312345678" : "");
            }
          });
    }
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("first page", "/");
    paths.put("search, nothing asked", "/search");
    paths.put("search, last of its pages", "/search?page=100000");
    paths.put("search, part of a name", "/search?q=%E9%88%B4%E6%9C%A8");
    paths.put("search, two words", "/search?q=%E6%9D%B1%E4%BA%AC%E9%83%BD+%E9%A7%85%E5%89%8D");
    paths.put("search, a code", "/search?code=0007900");
    paths.put("search, in doubt", "/search?status=review");
    paths.put("page with its neighbours", "/pages/6000?within=q%3D%E9%88%B4%E6%9C%A8");
    paths.put("returns", "/returns");
    paths.put("returns, end of who is missing", "/returns?show=missing&page=100000");
    paths.put("returns, proposed", "/returns?show=proposed");
    paths.put("list for reminders", "/returns/reminders.csv");
    paths.put("re-sent", "/resent");
    paths.put("senders", "/senders");
    paths.put("sender of 3,000 pages", "/sender?of=0312345678");
    paths.put("exports", "/exports");
    paths.put("retention", "/retention");
    try (RunningDesk desk = RunningDesk.start(plan, Clock.systemUTC());
        Ledger ledger = plan.openLedger()) {
      Visitor boss = new Visitor(desk.address());
      boss.logIn(NAME, PASSWORD);
      System.out.println(
          "| page | first ms | median | 95 % | median after a fax | 95 % | processor |");
      System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
      int added = FAXES;
      for (Map.Entry<String, String> asked : paths.entrySet()) {
        double first = ms(boss, asked.getValue());
        for (int i = 0; i < WARM_UP; i++) {
          ms(boss, asked.getValue());
        }
        List<Double> unchanged = new ArrayList<>();
        List<Double> changed = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        for (int i = 0; i < ASKED; i++) {
          unchanged.add(ms(boss, asked.getValue()));
          sent(added++).into(ledger);
          long before = MACHINE.getProcessCpuTime();
          changed.add(ms(boss, asked.getValue()));
          processor.add((MACHINE.getProcessCpuTime() - before) / NANOS_PER_MS);
        }
        System.out.printf(
            Locale.ROOT,
            "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
            asked.getKey(),
            first,
            quantile(unchanged, 0.5),
            quantile(unchanged, 0.95),
            quantile(changed, 0.5),
            quantile(changed, 0.95),
            quantile(processor, 0.5));
      }
    }
  }

  private static boolean isOfBureau(int fax) {
    return fax % 4 == 0;
  }

  /** The faxes of two months; of those that were sent again the second comes the next day. */
  private SentPage sent(int fax) {
    boolean again = fax % 20 == 19;
    int answer = again ? fax - 10 : fax;
    MasterEntry who = institutions.get(answer * 8 % INSTITUTIONS);
    Instant received =
        Instant.parse("2022-11-01T00:00:00Z")
            .plus(Duration.ofMinutes(7L * answer))
            .plus(again ? Duration.ofDays(1) : Duration.ZERO);
    SentPage page =
        SentPage.of(
            (isOfBureau(fax) ? "0312345678" : "") + "/受信" + fax + ".tif",
            received,
            Prefecture.name(who.prefecture()),
            isOfBureau(fax) ? "" : who.code(),
            isOfBureau(fax) ? who.name() + fax : who.name());
    Random ticks = new Random(answer % 500);
    for (String box : List.of("quoted", "reader_ordered", "contracted", "installed", "operating")) {
      page = page.with("q1." + box, ticks.nextBoolean() ? "1" : "0");
    }
    page = page.with("q2", ticks.nextBoolean() ? "by_april" : "not_by_april");
    for (String box : List.of("reader_stock", "no_vendor", "line_work", "few_claims", "aged_it")) {
      page = page.with("q3." + box, ticks.nextBoolean() ? "1" : "0");
    }
    return isOfBureau(fax) ? page.doubting("institution_code") : page;
  }

  private static PageTrace trace() {
    return new PageTrace(new Resolution(204, 196), 0.05, Optional.empty(), List.of(), 30, 0);
  }

  private static double ms(Visitor visitor, String path) {
    long begun = System.nanoTime();
    HttpResponse<String> answer = visitor.get(path);
    double ms = (System.nanoTime() - begun) / NANOS_PER_MS;
    if (answer.statusCode() != 200) {
      throw new IllegalStateException(path + " " + answer.statusCode());
    }
    return ms;
  }

  private static double quantile(List<Double> all, double share) {
    List<Double> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted.get(Math.max(0, (int) Math.ceil(share * sorted.size()) - 1));
  }

  /**
   * Notes, at each key, the time until the next item has been drawn: its picture is loaded, and two
   * frames have passed.
   */
  private static final String WATCH =
      """
      window.taken = [];
      let pressed = 0;
      document.addEventListener('keydown', () => { pressed = performance.now(); }, true);
      document.body.addEventListener('htmx:afterSettle', async () => {
        const at = pressed;
        const pictures = [...document.querySelectorAll('#item img')];
        await Promise.all(pictures.map((picture) => picture.decode().catch(() => {})));
        requestAnimationFrame(() => requestAnimationFrame(
            () => window.taken.push(performance.now() - at)));
      });
      """;

  private static final String KEY =
      "return document.querySelector('.htmx-request') === null && window.taken.length ==="
          + " arguments[0] ? document.querySelector('.answer')?.dataset.key : null;";

  private void browser() throws IOException {
    RunningDesk.Plan plan = plan();
    plan.data().create();
    Path sample = Path.of("testdata", "demo", "fax-20221115-0912.tif").toAbsolutePath();
    Path kept = Files.createDirectories(folder.resolve("archive")).resolve("sample.tif");
    Files.copy(sample, kept);
    try (Ledger ledger = plan.openLedger()) {
      new LoadRecords(SentPage.FORM).fill(ledger, 2_000, kept.toString());
      addManager(ledger);
    }
    try (RunningDesk desk = RunningDesk.start(plan, Clock.systemUTC());
        Browser browser = new Browser("ja")) {
      browser.open(desk.address() + "/login");
      browser.fill("#name", NAME);
      browser.fill("#password", PASSWORD);
      browser.submit("main button.primary");
      browser.open(desk.address() + "/queue");
      JavascriptExecutor page = (JavascriptExecutor) browser.driver();
      page.executeScript(WATCH);
      for (int i = 0; i < ITEMS; i++) {
        long before = i;
        String key = browser.await(d -> (String) page.executeScript(KEY, before));
        browser.driver().switchTo().activeElement().sendKeys(key);
      }
      browser.await(
          d -> page.executeScript("return window.taken.length").equals((long) ITEMS) ? true : null);
      List<Double> taken = new ArrayList<>();
      for (Object ms : (List<?>) Objects.requireNonNull(page.executeScript("return taken"))) {
        taken.add(((Number) ms).doubleValue());
      }
      System.out.printf(
          Locale.ROOT,
          "%d items: median %.1f ms, 95 %% %.1f ms, longest %.1f ms%n",
          taken.size(),
          quantile(taken, 0.5),
          quantile(taken, 0.95),
          quantile(taken, 1));
    }
  }
}
