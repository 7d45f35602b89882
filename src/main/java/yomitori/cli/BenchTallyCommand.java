package yomitori.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.desk.FolderTree;
import yomitori.form.FormLibrary;
import yomitori.simulate.survey.Survey;
import yomitori.simulate.survey.SurveySize;

/**
 * {@code bench tally}: a simulated survey of the size of 2022 from its files to the report, as
 * processes of their own with a heap of 512 MB.
 */
@Command(name = "tally")
final class BenchTallyCommand implements Callable<Integer> {

  private static final String HEAP = "-Xmx512m";
  private static final String FORM = "jma-onshi-2022";
  private static final long POLL_MS = 20;
  private static final double NANOS_PER_S = 1e9;
  private static final double BYTES_PER_MB = 1 << 20;

  private final Session session;

  @Option(names = "--seed", paramLabel = "S", descriptionKey = "option.bench.tally.seed")
  private long seed = 1;

  @Option(names = "--runs", paramLabel = "N", descriptionKey = "option.bench.tally.runs")
  private int runs = 3;

  BenchTallyCommand(Session session) {
    this.session = session;
  }

  private record Run(double seconds, double megabytes) {}

  @Override
  public Integer call() throws Exception {
    if (runs < 1) {
      throw CommandFailure.wrongCommandLine(session.messages().text("bench.tally.runs", runs));
    }
    Path folder = Files.createTempDirectory("yomitori-bench-tally");
    try {
      FormLibrary forms = new FormLibrary(session.home().resolve("forms"));
      Survey.write(forms.load(FORM), SurveySize.OF_2022, seed, folder.resolve("survey"));
      List<Run> measured = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        Run run = run(folder);
        measured.add(run);
        session.say("bench.tally.run", i + 1, rounded(run.seconds()), rounded(run.megabytes()));
      }
      measured.sort(Comparator.comparingDouble(Run::seconds));
      Run median = measured.get((runs - 1) / 2);
      double most = measured.stream().mapToDouble(Run::megabytes).max().orElse(0);
      session.say("bench.tally.median", rounded(median.seconds()), rounded(most));
    } finally {
      FolderTree.delete(folder);
    }
    return ExitCode.ALL_READ;
  }

  private static String rounded(double number) {
    return Figures.decimal(number, 1);
  }

  private Run run(Path folder) throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-D") || argument.startsWith("-XX"))
        .forEach(line::add);
    line.addAll(List.of(HEAP, "-cp", System.getProperty("java.class.path")));
    line.addAll(
        List.of(Yomitori.class.getName(), "tally", "--out", folder.resolve("out").toString()));
    Path survey = folder.resolve("survey");
    line.addAll(List.of("--records", survey.resolve("fax.jsonl").toString()));
    line.addAll(List.of("--masters", survey.resolve("masters.csv").toString()));
    try (Stream<Path> files = Files.list(survey)) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> line.addAll(List.of("--source", file.toString())));
    }
    Path said = folder.resolve("said.txt");
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(said.toFile()))
            .start();
    long peak = 0;
    while (!process.waitFor(POLL_MS, TimeUnit.MILLISECONDS)) {
      peak = Math.max(peak, ResidentMemory.peakBytes(process.pid()).orElse(0));
    }
    double seconds = (System.nanoTime() - start) / NANOS_PER_S;
    if (process.exitValue() != ExitCode.ALL_READ) {
      throw new IOException(Files.readString(said));
    }
    return new Run(seconds, peak / BYTES_PER_MB);
  }
}
