package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.tally.Flow;
import yomitori.tally.Flow.SourceFlow;
import yomitori.tally.Tally;
import yomitori.tally.TallyFiles;
import yomitori.tally.TallyInput;
import yomitori.tally.Tallying;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.NotCounted.Reason;
import yomitori.tally.input.TallyException;
import yomitori.tally.report.Report;

/** {@code tally}: from records to the tables and the report that are handed over. */
@Command(name = "tally")
final class TallyCommand implements Callable<Integer> {

  /** Of these rows the rest is counted. */
  private static final Set<Reason> PARTLY = Set.of(Reason.NO_TIME, Reason.UNKNOWN_ANSWER);

  private final Session session;

  @Option(
      names = "--records",
      paramLabel = "FILE",
      arity = "1..*",
      required = true,
      descriptionKey = "option.records.tally")
  private List<Path> records = List.of();

  @Option(names = "--source", paramLabel = "FILE.yaml", descriptionKey = "option.source")
  private List<Path> sources = List.of();

  @Option(names = "--masters", paramLabel = "PATH", descriptionKey = "option.masters.tally")
  private List<Path> masters = List.of();

  @Option(names = "--decisions", paramLabel = "FILE", descriptionKey = "option.decisions")
  private Optional<Path> decisions = Optional.empty();

  @Option(names = "--form", paramLabel = "ID", descriptionKey = "option.form.tally")
  private Optional<String> form = Optional.empty();

  @Option(names = "--forms", paramLabel = "DIR", descriptionKey = "option.forms")
  private Optional<Path> forms = Optional.empty();

  @Option(names = "--plan", paramLabel = "FILE", descriptionKey = "option.plan")
  private Optional<Path> plan = Optional.empty();

  @Option(names = "--themes", paramLabel = "FILE", descriptionKey = "option.themes")
  private Optional<Path> themes = Optional.empty();

  @Option(names = "--stated", paramLabel = "FILE", descriptionKey = "option.stated")
  private Optional<Path> stated = Optional.empty();

  @Option(names = "--as-of", paramLabel = "YYYY-MM-DD", descriptionKey = "option.as-of")
  private Optional<LocalDate> asOf = Optional.empty();

  @Option(names = "--out", paramLabel = "DIR", required = true, descriptionKey = "option.out.tally")
  private Path out = Path.of("");

  TallyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = forms.orElseGet(() -> session.home().resolve("forms"));
    if (!Files.isDirectory(folder)) {
      throw wrong("forms.missing", folder);
    }
    FormLibrary library = new FormLibrary(folder);
    Form answered = answered(library, folder);
    Masters loaded = Masters.load(masters, session);
    TallyFiles files =
        new TallyFiles(
            answered,
            library.folderOf(answered.id()),
            plan,
            themes,
            records,
            sources,
            loaded.files().stream().map(Masters.Loaded::file).toList(),
            loaded.list(),
            decisions,
            stated,
            asOf);
    try {
      TallyInput input = files.read(Version.number());
      Tally tally = Tallying.of(input);
      if (tally.flow().sources().stream().allMatch(source -> source.answers() == 0)) {
        throw wrong("tally.nobody", answered.id(), tally.flow().sources().get(0).notCounted());
      }
      Report.write(tally, out, session.messages().locale());
      report(tally);
      long unused = input.decisions().unused(answers(input));
      if (unused > 0) {
        session.warn("tally.decisions", unused);
      }
    } catch (TallyException e) {
      throw CommandFailure.wrongCommandLine(e.said(session.messages().locale()));
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, out, e);
    }
    return ExitCode.ALL_READ;
  }

  private static List<Answer> answers(TallyInput input) {
    return input.sources().stream().flatMap(brought -> brought.answers().stream()).toList();
  }

  private Form answered(FormLibrary library, Path folder) {
    List<String> ids = library.ids();
    if (ids.isEmpty()) {
      throw wrong("forms.none", folder);
    }
    if (form.isEmpty() && ids.size() > 1) {
      throw wrong("tally.which.form", String.join(", ", ids));
    }
    String id = form.orElse(ids.get(0));
    if (!ids.contains(id)) {
      throw wrong("tally.no.form", id, folder, String.join(", ", ids));
    }
    try {
      return library.load(id);
    } catch (FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    }
  }

  private CommandFailure wrong(String key, Object... arguments) {
    return CommandFailure.wrongCommandLine(session.messages().text(key, arguments));
  }

  private void report(Tally tally) {
    Flow flow = tally.flow();
    for (SourceFlow source : flow.sources()) {
      String key = source.source().isMain() ? "tally.source" : "tally.regional";
      session.say(
          key, source.source().label(), source.answers(), source.removed(), source.notCounted());
    }
    session.say("tally.together", flow.answers(), flow.removed(), flow.counted());
    for (Flow.Stated figure : flow.stated()) {
      if (figure.difference() != 0) {
        session.warn(
            "tally.stated." + figure.figure(),
            figure.stated(),
            figure.expected(),
            figure.difference());
      }
    }
    long partly =
        tally.sources().stream()
            .flatMap(brought -> brought.notCounted().stream())
            .filter(one -> PARTLY.contains(one.reason()))
            .count();
    if (partly > 0) {
      session.warn("tally.partly", partly, out.resolve("not-counted.csv"));
    }
    if (!tally.proposals().isEmpty()) {
      session.say("tally.proposals", tally.proposals().size(), out.resolve("proposals.csv"));
    }
    if (!tally.contradictions().isEmpty()) {
      session.say(
          "tally.contradictions", tally.contradictions().size(), out.resolve("contradictions.csv"));
    }
    session.say("tally.report", out.resolve("report.pdf"));
    session.say("tally.page", out.resolve("index.html"));
  }
}
