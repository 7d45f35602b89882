package yomitori.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.cli.load.Latencies;
import yomitori.cli.load.LoadOperator;
import yomitori.cli.load.LoadRecords;
import yomitori.desk.DataFolder;
import yomitori.desk.FolderTree;
import yomitori.desk.audit.Actor;
import yomitori.desk.inbox.Drop;
import yomitori.desk.ledger.Ledger;
import yomitori.desk.people.Accounts;
import yomitori.desk.people.People;
import yomitori.desk.people.Role;
import yomitori.desk.people.SessionLimits;
import yomitori.desk.reading.RecordReader;
import yomitori.desk.settings.Setting;
import yomitori.desk.settings.Settings;
import yomitori.record.StageClock;
import yomitori.register.Blank;

/**
 * {@code bench desk}: operators at work on many doubts while faxes come in, over HTTP, on a desk of
 * its own in a temporary folder. Operators and desk share one process and its processors.
 */
@Command(name = "desk")
final class BenchDeskCommand implements Callable<Integer> {

  private static final double NANOS_PER_MS = 1e6;

  private static final String PASSWORD = "only for the bench";
  private static final String SAMPLE = "fax-20221115-0912.tif";

  /** What the real reader takes for a page on one core; see the figures in README. */
  private static final Duration STUB_TIME = Duration.ofMillis(230);

  private static final Duration LOOK = Duration.ofMillis(200);

  private final Session session;

  @Option(names = "--operators", paramLabel = "N", descriptionKey = "bench.operators")
  private int operators = 20;

  @Option(names = "--doubts", paramLabel = "N", descriptionKey = "bench.doubts")
  private int doubts = 20_000;

  @Option(names = "--faxes", paramLabel = "N", descriptionKey = "bench.faxes")
  private int faxes = 2_000;

  @Option(names = "--pause", paramLabel = "MS", descriptionKey = "bench.pause")
  private int pauseMs = 1_000;

  @Option(names = "--real-reader", descriptionKey = "bench.realReader")
  private boolean realReader;

  @Option(names = "--database", paramLabel = "URL", descriptionKey = "bench.database")
  private String database = "";

  @Option(names = "--user", paramLabel = "NAME", descriptionKey = "bench.user")
  private String user = "";

  @Mixin private ReadOptions options = new ReadOptions();

  BenchDeskCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    List<Blank> blanks = options.blanks(session);
    Path folder = Files.createTempDirectory("yomitori-bench");
    try {
      if (realReader) {
        try (Rooms.OpenReader reader =
            options.reader(session, blanks, options.masters(session).list())) {
          run(
              folder,
              blanks,
              (page, at) -> reader.pages().read(page, at, StageClock.NONE).record());
        }
      } else {
        run(folder, blanks, new LoadRecords(blanks.get(0).form()).reader(STUB_TIME));
      }
    } finally {
      FolderTree.delete(folder);
    }
    return ExitCode.ALL_READ;
  }

  private void run(Path folder, List<Blank> blanks, RecordReader reader) throws IOException {
    DataFolder data = new DataFolder(folder);
    data.create();
    Path sample = session.home().resolve("testdata").resolve("demo").resolve(SAMPLE);
    RunningDesk.Plan plan =
        new RunningDesk.Plan(
            data,
            blanks,
            TallyPages.survey(blanks, folder, Masters.NONE),
            DeskReader.of(reader),
            settings(data),
            false);
    Clock clock = Clock.systemUTC();
    session.say("bench.filling", doubts);
    try (Ledger ledger = plan.openLedger()) {
      new LoadRecords(blanks.get(0).form())
          .fill(ledger, doubts, sample.toAbsolutePath().toString());
      addOperators(People.of(ledger, clock, SessionLimits.USUAL).accounts());
    }
    try (RunningDesk desk = RunningDesk.start(plan, clock);
        Ledger ledger = plan.openLedger()) {
      work(desk.address(), data, ledger, Files.readAllBytes(sample));
    }
  }

  private Settings settings(DataFolder data) throws IOException {
    Map<Setting, String> given = new EnumMap<>(Setting.class);
    given.put(Setting.PORT, "0");
    given.put(Setting.DATABASE_URL, database);
    given.put(Setting.DATABASE_USER, user);
    options.askedWorkers(session).ifPresent(n -> given.put(Setting.WORKERS, n.toString()));
    return Settings.load(given, Map.of(), data.settings());
  }

  private void addOperators(Accounts accounts) {
    accounts.addFirst(name(0), name(0), PASSWORD, "ja");
    for (int i = 1; i < operators; i++) {
      Accounts.Fresh fresh = accounts.add(Actor.DESK, name(i), name(i), Role.OPERATOR, "ja");
      accounts.changePassword(fresh.operator(), "", fresh.password(), PASSWORD);
    }
  }

  private static String name(int operator) {
    return "operator" + operator;
  }

  private void work(String address, DataFolder data, Ledger ledger, byte[] fax) throws IOException {
    Latencies latencies = new Latencies();
    AtomicBoolean stopped = new AtomicBoolean();
    HttpClient client = HttpClient.newHttpClient();
    ExecutorService threads = Executors.newFixedThreadPool(operators);
    long begun = System.nanoTime();
    session.say("bench.working", operators, faxes);
    try {
      List<Future<Integer>> answers = new ArrayList<>();
      for (int i = 0; i < operators; i++) {
        answers.add(
            threads.submit(
                new LoadOperator(
                    client,
                    address,
                    name(i),
                    PASSWORD,
                    Duration.ofMillis(pauseMs),
                    stopped::get,
                    latencies)));
      }
      dropAll(data, fax);
      awaitRead(ledger, answers);
      stopped.set(true);
      int given = 0;
      for (Future<Integer> answer : answers) {
        given += answer.get();
      }
      report(latencies, given, Duration.ofNanos(System.nanoTime() - begun));
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stopped.set(true);
      threads.shutdownNow();
    }
  }

  /** The same fax each time, with a number behind its end so that it is another. */
  private void dropAll(DataFolder data, byte[] fax) throws IOException {
    Drop drop = new Drop(data);
    for (int i = 0; i < faxes; i++) {
      byte[] bytes = Arrays.copyOf(fax, fax.length + Integer.BYTES);
      ByteBuffer.wrap(bytes, fax.length, Integer.BYTES).putInt(i);
      drop.put("", "fax" + i + ".tif", new ByteArrayInputStream(bytes));
    }
  }

  /** Until the last fax is read; where there is none, operators work for a minute. */
  private void awaitRead(Ledger ledger, List<Future<Integer>> answers)
      throws InterruptedException, ExecutionException {
    if (faxes == 0) {
      Thread.sleep(Duration.ofMinutes(1).toMillis());
    }
    while (count(ledger) < faxes) {
      Thread.sleep(LOOK.toMillis());
      for (Future<Integer> answer : answers) {
        if (answer.isDone()) {
          answer.get(); // ended before it was told to: says why
        }
      }
    }
  }

  private static int count(Ledger ledger) {
    return ledger.read(
        handle ->
            handle
                .createQuery(
                    "SELECT COUNT(*) FROM fax WHERE state IN ('read', 'failed') AND name LIKE"
                        + " 'fax%'")
                .mapTo(int.class)
                .one());
  }

  private void report(Latencies latencies, int answers, Duration time) {
    TextTable table =
        new TextTable(
            Stream.of("asked", "answers", "median", "p95", "p99", "longest")
                .map(column -> session.messages().text("column." + column))
                .toList());
    latencies.kinds().forEach(kind -> table.add(row(kind.kind(), kind)));
    table.add(row(session.messages().text("bench.all"), latencies.all()));
    table.lines().forEach(session.out()::println);
    session.say("bench.worked", answers, faxes, time.toSeconds());
    session.say(
        "bench.machine",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.version"),
        database.isEmpty() ? "SQLite" : "PostgreSQL",
        realReader ? session.messages().text("bench.reader.real") : STUB_TIME.toMillis() + " ms");
  }

  private static List<String> row(String name, Latencies.Kind kind) {
    return List.of(
        name,
        Integer.toString(kind.sortedNanos().size()),
        ms(kind.quantile(0.5)),
        ms(kind.quantile(0.95)),
        ms(kind.quantile(0.99)),
        ms(kind.quantile(1)));
  }

  private static String ms(long nanos) {
    return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MS);
  }
}
