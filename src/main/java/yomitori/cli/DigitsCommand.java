package yomitori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.csv.CSVFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import yomitori.intake.FailureMessages;
import yomitori.intake.FailureReason;
import yomitori.intake.FaxDocument;
import yomitori.intake.IntakeOutcome;
import yomitori.intake.Page;
import yomitori.record.Batch;
import yomitori.record.StagedFile;
import yomitori.text.DigitModel;
import yomitori.text.DigitPatch;
import yomitori.text.DigitReading;

/** {@code digits}: loose crops of single cells in, digits with their probabilities out. */
@Command(name = "digits")
final class DigitsCommand implements Callable<Integer> {

  /** Cells that the model is given at a time. */
  private static final int TOGETHER = 64;

  private static final String TABLE = ".csv";

  private static final double SURELY_EMPTY = 0.9;

  private final Session session;

  @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "digits.paths")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "FILE.csv",
      required = true,
      descriptionKey = "option.out.digits")
  private Path out = Path.of("");

  private final List<String> names = new ArrayList<>();
  private final List<DigitPatch> cells = new ArrayList<>();
  private int read;
  private int failed;

  DigitsCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Inputs inputs = Inputs.find(paths, out);
    if (inputs.files().isEmpty() && inputs.unreachable().isEmpty()) {
      session.warn("read.nothing");
    }
    for (String source : inputs.unreachable()) {
      fail(new IntakeOutcome.Failed(source, 0, FailureReason.NOT_READABLE, ""));
    }
    try {
      Path folder = out.toAbsolutePath().getParent();
      Files.createDirectories(folder);
      try (StagedFile file = new StagedFile(out.toAbsolutePath())) {
        file.append(bytes(line(header())));
        for (Batch.Input input : inputs.files()) {
          if (!isOut(input.file())) {
            take(input, file);
          }
        }
        write(file);
        file.publish();
      }
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, out, e);
    }
    session.say("digits.summary", read, failed, out);
    return failed == 0 ? ExitCode.ALL_READ : ExitCode.SOME_NOT_READ;
  }

  /**
   * Whether a file is the table of an earlier run.
   *
   * @throws CommandFailure if it is the file to write, but not a table: it would be lost
   */
  private boolean isOut(Path file) throws IOException {
    boolean same = Files.exists(out) && Files.isSameFile(file, out);
    if (same && !out.toString().endsWith(TABLE)) {
      throw CommandFailure.wrongCommandLine(session.messages().text("digits.overwrites", out));
    }
    return same;
  }

  private void take(Batch.Input input, StagedFile file) throws IOException {
    try (FaxDocument document = session.rooms().opener().open(input.file(), input.source())) {
      for (int page = 1; page <= document.pageCount(); page++) {
        IntakeOutcome outcome = document.page(page);
        if (outcome instanceof IntakeOutcome.Decoded decoded && isWhole(decoded.page())) {
          names.add(page == 1 ? input.source() : input.source() + "#" + page);
          cells.add(DigitPatch.of(decoded.page().image()));
        } else if (outcome instanceof IntakeOutcome.Failed failure) {
          fail(failure);
        } else {
          fail(new IntakeOutcome.Failed(input.source(), page, FailureReason.CORRUPT, ""));
        }
        if (cells.size() >= TOGETHER) {
          write(file);
        }
      }
    }
  }

  /** A damaged page may still be read; what is left of a single digit is another one. */
  private static boolean isWhole(Page page) {
    return !page.damage().any(page.image().height());
  }

  private void fail(IntakeOutcome.Failed outcome) {
    failed++;
    session.warn(
        "failed.file", outcome.source(), FailureMessages.of(outcome, session.messages().locale()));
  }

  private void write(StagedFile file) throws IOException {
    List<DigitReading> readings = DigitModel.standard().read(cells);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < readings.size(); i++) {
      lines.append(line(row(names.get(i), readings.get(i))));
    }
    file.append(bytes(lines.toString()));
    read += cells.size();
    names.clear();
    cells.clear();
  }

  private static List<String> header() {
    List<String> header = new ArrayList<>(List.of("file", "digit", "confidence"));
    for (int digit = 0; digit < DigitReading.DIGITS; digit++) {
      header.add("p" + digit);
    }
    return header;
  }

  /**
   * The likeliest digit, or none where the cell is surely empty; the confidence is the probability
   * that this is right. Whoever asks for digits has crops of digits: a stroke that is rather taken
   * for the frame is still given as 1.
   */
  private static List<String> row(String name, DigitReading reading) {
    int likeliest = reading.likeliest();
    boolean empty = reading.empty() >= SURELY_EMPTY;
    List<String> row = new ArrayList<>();
    row.add(name);
    row.add(empty ? "" : Integer.toString(likeliest));
    row.add(figure(empty ? reading.empty() : reading.digits().get(likeliest)));
    reading.digits().forEach(p -> row.add(figure(p)));
    return row;
  }

  private static String line(List<String> cells) {
    return CSVFormat.RFC4180.format(cells.toArray()) + "\r\n";
  }

  private static String figure(double probability) {
    return String.format(Locale.ROOT, "%.6f", probability);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
