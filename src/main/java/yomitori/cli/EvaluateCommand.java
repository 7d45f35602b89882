package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.record.CsvEncoding;
import yomitori.review.ScorePage;
import yomitori.simulate.score.Evaluation;
import yomitori.simulate.score.Score;
import yomitori.simulate.score.ScoreInputException;
import yomitori.simulate.score.ScoreJson;

/** {@code evaluate}: records compared with the truth. */
@Command(name = "evaluate")
final class EvaluateCommand implements Callable<Integer> {

  private final Session session;

  @Option(names = "--truth", paramLabel = "FILE", required = true, descriptionKey = "option.truth")
  private Path truth = Path.of("");

  @Option(
      names = "--records",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "option.records")
  private Path records = Path.of("");

  @Option(names = "--json", paramLabel = "FILE", descriptionKey = "option.json")
  private Optional<Path> json = Optional.empty();

  @Option(names = "--html", paramLabel = "FILE", descriptionKey = "option.html")
  private Optional<Path> html = Optional.empty();

  @Option(names = "--form", paramLabel = "ID", descriptionKey = "option.form.score")
  private Optional<String> form = Optional.empty();

  @Option(names = "--forms", paramLabel = "DIR", descriptionKey = "option.forms")
  private Optional<Path> forms = Optional.empty();

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      converter = ReadCommand.EncodingName.class,
      completionCandidates = ReadCommand.EncodingName.class,
      descriptionKey = "option.encoding.records")
  private CsvEncoding encoding = CsvEncoding.UTF_8;

  EvaluateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    Path folder = forms.orElseGet(() -> session.home().resolve("forms"));
    if (!Files.isDirectory(folder)) {
      throw CommandFailure.wrongCommandLine(session.messages().text("forms.missing", folder));
    }
    FormLibrary library = new FormLibrary(folder);
    if (form.isPresent() && !library.ids().contains(form.get())) {
      String known = String.join(", ", library.ids());
      throw CommandFailure.wrongCommandLine(
          session.messages().text("form.unknown", form.get(), known));
    }
    json.ifPresent(this::mustNotBeCompared);
    html.ifPresent(this::mustNotBeCompared);
    Score score = score(library);
    if (score.pages().unknownSources() > 0 && score.pages().read() == 0) {
      session.warn("evaluate.strangers", truth, records);
    }
    ScoreOutput.print(session, score);
    write(score);
    return ExitCode.ALL_READ;
  }

  /** Nothing is written over a table that is read, or that lies beside one. */
  private void mustNotBeCompared(Path file) {
    if (file.toString().matches("(?i).*\\.(csv|jsonl)")) {
      throw CommandFailure.wrongCommandLine(session.messages().text("evaluate.overwrites", file));
    }
  }

  private Score score(FormLibrary library) {
    try {
      return Evaluation.of(truth, records, encoding.charset(), library, form);
    } catch (ScoreInputException e) {
      throw CommandFailure.unscorable(session, e);
    } catch (FormException e) {
      throw CommandFailure.wrongCommandLine(e.getMessage());
    }
  }

  private void write(Score score) {
    Path at = json.or(() -> html).orElse(Path.of(""));
    try {
      if (json.isPresent()) {
        ScoreJson.write(json.get(), score);
        session.say("score.written", json.get());
      }
      if (html.isPresent()) {
        at = html.get();
        ScorePage.write(html.get(), session.messages().locale(), score, session.rooms().opener());
        session.say("score.written.html", html.get());
      }
    } catch (IOException e) {
      throw CommandFailure.unwritable(session, at, e);
    }
  }
}
