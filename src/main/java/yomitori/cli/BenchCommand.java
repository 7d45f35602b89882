package yomitori.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import yomitori.record.Batch;
import yomitori.record.PageOutcome;
import yomitori.record.PageReader;
import yomitori.record.Stage;
import yomitori.register.Blank;
import yomitori.resolve.master.MasterList;

/**
 * {@code bench}: pages a second, memory, and the share of each stage. The inputs are read once to
 * warm up and then several times over; the figures are those of the median round. Nothing is
 * written.
 */
@Command(name = "bench")
final class BenchCommand implements Callable<Integer> {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final double NANOS_PER_MS = 1e6;
  private static final double P95 = 0.95;
  private static final double BYTES_PER_MB = 1 << 20;

  private final Session session;

  @Parameters(paramLabel = "PATH", arity = "0..*", descriptionKey = "bench.paths")
  private List<Path> paths = List.of();

  /** Java compiles its hot code for about this many rounds, and a desk reads all day. */
  private static final int WARM_UP_ROUNDS = 5;

  @Option(names = "--rounds", paramLabel = "N", descriptionKey = "option.rounds")
  private int rounds = 5;

  @Mixin private ReadOptions options = new ReadOptions();

  BenchCommand(Session session) {
    this.session = session;
  }

  /** One reading of all inputs. */
  private record Round(int pages, double seconds, StageTimes times) {

    double pagesPerSecond() {
      return pages / seconds;
    }
  }

  @Override
  public Integer call() {
    if (rounds < 1) {
      throw CommandFailure.wrongCommandLine(session.messages().text("rounds.wrong", rounds));
    }
    int workers = options.workers(session);
    List<Path> given =
        paths.isEmpty() ? List.of(session.home().resolve("testdata").resolve("demo")) : paths;
    Inputs inputs = Inputs.find(given, Path.of("out"));
    inputs.unreachable().forEach(source -> session.warn("bench.unreachable", source));
    if (inputs.files().isEmpty()) {
      throw CommandFailure.somethingMissing(
          session.messages().text("bench.nothing", String.join(", ", names(given))));
    }
    List<Blank> blanks = options.blanks(session);
    Optional<MasterList> masters = options.masters(session).list();
    List<Round> measured = new ArrayList<>();
    try (Rooms.OpenReader reader = options.reader(session, blanks, masters)) {
      for (int i = 0; i < WARM_UP_ROUNDS; i++) {
        Round warmUp = round(inputs, reader.pages(), workers);
        session.say("bench.warmup", warmUp.pages(), decimal(warmUp.pagesPerSecond()));
      }
      for (int i = 0; i < rounds; i++) {
        measured.add(round(inputs, reader.pages(), workers));
        session.say("bench.round", i + 1, decimal(measured.get(i).pagesPerSecond()));
      }
    }
    measured.sort((a, b) -> Double.compare(a.pagesPerSecond(), b.pagesPerSecond()));
    report(measured.get(measured.size() / 2), workers);
    masters.ifPresent(this::reportLookups);
    return ExitCode.ALL_READ;
  }

  private static List<String> names(List<Path> paths) {
    return paths.stream().map(Path::toString).toList();
  }

  private Round round(Inputs inputs, PageReader reader, int workers) {
    StageTimes times = new StageTimes();
    AtomicInteger pages = new AtomicInteger();
    Batch<Integer> batch =
        new Batch<>(session.rooms().opener(), reader, r -> 0, times, workers, () -> false);
    long start = System.nanoTime();
    batch.run(
        inputs.files(),
        outcome -> {
          if (outcome instanceof PageOutcome.Read<?>) {
            pages.incrementAndGet();
          }
        });
    return new Round(pages.get(), (System.nanoTime() - start) / NANOS_PER_SECOND, times);
  }

  private void report(Round median, int workers) {
    session.say(
        "bench.median",
        decimal(median.pagesPerSecond()),
        median.pages(),
        decimal(median.seconds()),
        workers);
    List<String> header = new ArrayList<>();
    for (String column : List.of("stage", "share", "ms", "median", "p95")) {
      header.add(session.messages().text("column." + column));
    }
    TextTable table = new TextTable(header);
    double total = Math.max(1, median.times().totalNanos());
    for (Stage stage : Stage.values()) {
      long nanos = median.times().nanos(stage);
      table.add(
          List.of(
              stage.name().toLowerCase(Locale.ROOT),
              decimal(100 * nanos / total) + " %",
              decimal(nanos / NANOS_PER_MS / Math.max(1, median.pages())),
              decimal(median.times().quantile(stage, 0.5) / NANOS_PER_MS),
              decimal(median.times().quantile(stage, P95) / NANOS_PER_MS)));
    }
    table.lines().forEach(session.out()::println);
    session.say(
        "bench.forms",
        decimal(median.times().registerAndMarkQuantile(0.5) / NANOS_PER_MS),
        decimal(median.times().registerAndMarkQuantile(P95) / NANOS_PER_MS));
    session.say(
        "bench.memory",
        decimal(peakHeapBytes() / BYTES_PER_MB),
        decimal(Runtime.getRuntime().maxMemory() / BYTES_PER_MB));
    ResidentMemory.peakBytes()
        .ifPresent(bytes -> session.say("bench.resident", decimal(bytes / BYTES_PER_MB)));
  }

  private void reportLookups(MasterList masters) {
    MasterLookups lookups = MasterLookups.of(masters);
    session.say(
        "bench.lookups",
        masters.entries().size(),
        millis(lookups.byCode(), 0.5),
        millis(lookups.byCode(), P95),
        millis(lookups.byName(), 0.5),
        millis(lookups.byName(), P95));
  }

  private static String millis(List<Long> sortedNanos, double share) {
    return String.format(
        Locale.ROOT, "%.3f", MasterLookups.quantile(sortedNanos, share) / NANOS_PER_MS);
  }

  private static long peakHeapBytes() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }

  private static String decimal(double figure) {
    return String.format(Locale.ROOT, "%.1f", figure);
  }
}
