package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.record.CsvEncoding;
import yomitori.register.Blank;
import yomitori.simulate.hand.MissingFontException;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.score.AccuracyDocument;
import yomitori.simulate.score.Evaluation;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.ScoreInputException;
import yomitori.simulate.score.ScoreJson;

/** {@code scoreboard}: how good the reader is, on faxes that nothing was tuned on. */
@Command(name = "scoreboard")
final class ScoreboardCommand implements Callable<Integer> {

  private static final String TRUTH = "truth.csv";
  private static final String DEFAULT_SURVEY = "jma-onshi-2022";
  private static final String RECORDS = "records.csv";

  private final Session session;

  @Option(names = "--count", paramLabel = "N", descriptionKey = "option.count")
  private int count = 1000;

  @Option(
      names = "--profiles",
      paramLabel = "PROFILE",
      split = ",",
      descriptionKey = "option.profiles")
  private List<String> profiles = List.of("clean", "fine", "standard", "harsh");

  @Option(names = "--out", paramLabel = "FILE.md", descriptionKey = "option.out.scoreboard")
  private Path out = Path.of("docs", "accuracy.md");

  @Option(names = "--work", paramLabel = "DIR", descriptionKey = "option.work")
  private Path work = Path.of("out", "scoreboard");

  @Option(names = "--survey", paramLabel = "ID", descriptionKey = "option.survey")
  private String survey = DEFAULT_SURVEY;

  @Mixin private ReadOptions options = new ReadOptions();

  ScoreboardCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (count < 1) {
      throw CommandFailure.wrongCommandLine(session.messages().text("count.wrong", count));
    }
    List<LineProfile> lines = lines();
    int workers = options.workers(session);
    List<Blank> blanks = options.blanks(session);
    Map<LineProfile, Score> scores = new EnumMap<>(LineProfile.class);
    Path at = work;
    try (Rooms.OpenReader reader =
        session
            .rooms()
            .readers()
            .build(blanks, options.text(), options.resolver(session), session.messages())) {
      Rehearsal rehearsal =
          new Rehearsal(session, options.folder(session), survey, count, options.text(), blanks);
      for (LineProfile line : lines) {
        Path folder = work.resolve(word(line));
        session.say("scoreboard.profile", word(line), count, folder);
        rehearsal.simulate(line, folder.resolve("faxes"));
        rehearsal.read(
            reader.pages(),
            folder.resolve("faxes"),
            new ReadRun.Settings(folder.resolve("records"), CsvEncoding.UTF_8, workers, false));
        scores.put(line, score(folder));
      }
      at = out;
      write(scores);
    } catch (ScoreInputException | FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    } catch (MissingFontException e) {
      throw CommandFailure.somethingMissing(
          Messages.of(Messages.SIMULATE)
              .text("simulate.typeface", e.script().fileName(), e.script().debian()));
    } catch (IOException e) {
      throw CommandFailure.wrongCommandLine(session.messages().text("out.unwritable", at, e));
    }
    session.say("score.written", out);
    return ExitCode.ALL_READ;
  }

  private List<LineProfile> lines() {
    List<LineProfile> lines = new ArrayList<>();
    for (String name : profiles) {
      try {
        lines.add(LineProfile.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw CommandFailure.wrongCommandLine(
            Messages.of(Messages.SIMULATE).text("simulate.unknown.line", name));
      }
    }
    return lines;
  }

  private Score score(Path folder) {
    return Evaluation.of(
        folder.resolve("faxes").resolve(TRUTH),
        folder.resolve("records").resolve(RECORDS),
        CsvEncoding.UTF_8.charset(),
        new FormLibrary(options.folder(session)),
        Optional.of(survey));
  }

  private void write(Map<LineProfile, Score> scores) throws IOException {
    Path parent = out.toAbsolutePath().getParent();
    Files.createDirectories(parent);
    String command =
        "./yomitori scoreboard --count " + count + " --profiles " + String.join(",", profiles);
    if (!options.text()) {
      command += " --no-text";
    }
    command += options.choice();
    if (!survey.equals(DEFAULT_SURVEY)) {
      command += " --survey " + survey;
    }
    String document = AccuracyDocument.of(scores, command, SourceVersion.of(session.home()));
    Files.writeString(out, document);
    Map<String, Score> byName = new LinkedHashMap<>();
    scores.forEach((line, score) -> byName.put(word(line), score));
    String json = out.getFileName().toString().replaceFirst("\\.md$", "") + ".json";
    ScoreJson.write(parent.resolve(json), byName);
  }

  private static String word(LineProfile line) {
    return line.name().toLowerCase(Locale.ROOT);
  }
}
