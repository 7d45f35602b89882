package yomitori.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.record.CsvEncoding;
import yomitori.register.Blank;
import yomitori.resolve.master.MasterList;
import yomitori.simulate.hand.MissingFontException;
import yomitori.simulate.line.LineProfile;
import yomitori.simulate.score.AccuracyDocument;
import yomitori.simulate.score.AccuracyOrigin;
import yomitori.simulate.score.Evaluation;
import yomitori.simulate.score.ProfileScores;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.ScoreInputException;
import yomitori.simulate.score.ScoreJson;

/** {@code scoreboard}: how good the reader is, on faxes that nothing was tuned on. */
@Command(name = "scoreboard")
final class ScoreboardCommand implements Callable<Integer> {

  private static final String TRUTH = "truth.csv";
  private static final String DEFAULT_SURVEY = "jma-onshi-2022";
  private static final String RECORDS = "records.csv";

  /** The folders of a profile. */
  private static final String FAXES = "faxes";

  private static final String AS_READ = "records";
  private static final String WITHOUT_LIST = "records-without-list";

  /** How much of a list's digest tells it from others. */
  private static final int DIGEST_SHOWN = 12;

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
    mustBeWritable();
    int workers = options.workers(session);
    List<Blank> blanks = options.blanks(session);
    Optional<MasterList> masters = options.masters(session).list();
    Map<LineProfile, ProfileScores> scores = new EnumMap<>(LineProfile.class);
    Path at = work;
    try (Rooms.OpenReader reader = options.reader(session, blanks, masters)) {
      Rehearsal rehearsal =
          new Rehearsal(
              session,
              new Rehearsal.Plan(options.folder(session), survey, count, options.text(), masters),
              blanks);
      for (LineProfile line : lines) {
        Path folder = work.resolve(word(line));
        session.say("scoreboard.profile", word(line), count, folder);
        rehearsal.simulate(line, folder.resolve(FAXES));
        rehearsal.read(
            reader.pages(),
            folder.resolve(FAXES),
            new ReadRun.Settings(folder.resolve(AS_READ), CsvEncoding.UTF_8, workers, false));
        scores.put(line, scores(rehearsal, folder, masters.isPresent()));
      }
      at = out;
      write(scores, masters);
    } catch (ScoreInputException e) {
      throw CommandFailure.unscorable(session, e);
    } catch (FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    } catch (MissingFontException e) {
      throw CommandFailure.somethingMissing(
          Messages.of(Messages.SIMULATE)
              .text("simulate.typeface", e.script().fileName(), e.script().debian()));
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, at, e);
    }
    session.say("score.written", out);
    return ExitCode.ALL_READ;
  }

  /** Asked before hours of reading, not after them. */
  private void mustBeWritable() {
    try {
      mustBeNoFolder(out);
      Path folder = Files.createDirectories(out.toAbsolutePath().getParent());
      mustTakeFiles(folder);
      mustBeNoFolder(json());
      for (Path file : List.of(out, json())) {
        if (Files.exists(file) && !Files.isWritable(file)) {
          throw new AccessDeniedException(file.toString());
        }
      }
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, out, e);
    }
  }

  private static void mustBeNoFolder(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new FileSystemException(file.toString(), null, DiskFault.IS_FOLDER);
    }
  }

  /** What the disk refuses is the folder's fault, not that of a file which nobody asked for. */
  private void mustTakeFiles(Path folder) throws IOException {
    try {
      Files.delete(Files.createTempFile(folder, ".scoreboard", ""));
    } catch (IOException e) {
      String what = DiskFault.what(e, session.messages());
      throw (IOException) new FileSystemException("" + folder, null, what).initCause(e);
    }
  }

  /** The figures beside the document. */
  private Path json() {
    String name = out.getFileName().toString().replaceFirst("\\.md$", "");
    return out.resolveSibling(name + ".json");
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

  private ProfileScores scores(Rehearsal rehearsal, Path folder, boolean withList)
      throws IOException {
    Score asRead = score(folder, AS_READ);
    if (!withList) {
      return ProfileScores.withoutList(asRead);
    }
    rehearsal.decideWithoutList(folder.resolve(AS_READ), folder.resolve(WITHOUT_LIST));
    return new ProfileScores(Optional.of(asRead), score(folder, WITHOUT_LIST));
  }

  private Score score(Path folder, String records) {
    return Evaluation.of(
        folder.resolve(FAXES).resolve(TRUTH),
        folder.resolve(records).resolve(RECORDS),
        CsvEncoding.UTF_8.charset(),
        new FormLibrary(options.folder(session)),
        Optional.of(survey));
  }

  private void write(Map<LineProfile, ProfileScores> scores, Optional<MasterList> masters)
      throws IOException {
    AccuracyOrigin origin =
        new AccuracyOrigin(
            command(), SourceVersion.of(session.home()), masters.map(this::described));
    Files.writeString(out, AccuracyDocument.of(scores, origin, json().getFileName().toString()));
    ScoreJson.write(json(), scores);
  }

  /** The command that makes the same again. Lists are named without their folders. */
  private String command() {
    String command =
        "./yomitori scoreboard --count " + count + " --profiles " + String.join(",", profiles);
    command +=
        options.mastersNames().stream()
            .map(name -> " --masters " + name)
            .collect(Collectors.joining());
    if (!options.text()) {
      command += " --no-text";
    }
    command += options.choice();
    if (!survey.equals(DEFAULT_SURVEY)) {
      command += " --survey " + survey;
    }
    return command;
  }

  private String described(MasterList list) {
    return String.format(
        Locale.ROOT,
        "%s, %,d institutions, digest %s",
        String.join(", ", options.mastersNames()),
        list.entries().size(),
        CodeDigest.ofList(list).substring(0, DIGEST_SHOWN));
  }

  private static String word(LineProfile line) {
    return line.name().toLowerCase(Locale.ROOT);
  }
}
