package yomitori.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.simulate.survey.Survey;
import yomitori.simulate.survey.SurveySize;

/** {@code survey}: a whole survey as the tally takes it, with the truth about it. */
@Command(
    name = "survey",
    resourceBundle = Messages.SIMULATE,
    description = "${bundle:survey.description}",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "${bundle:simulate.exit.heading}",
    exitCodeList = {"0:${bundle:simulate.exit.0}", "2:${bundle:simulate.exit.2}"})
public final class SurveyCommand implements Callable<Integer> {

  /** The form that was answered in 2022. */
  static final String FORM = "jma-onshi-2022";

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "${bundle:survey.out}")
  private Path out;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "${bundle:survey.seed}")
  private long seed;

  @Option(names = "--fax", paramLabel = "N", description = "${bundle:survey.fax}")
  private int fax = SurveySize.OF_2022.fax();

  @Option(names = "--web", paramLabel = "N", description = "${bundle:survey.web}")
  private int web = SurveySize.OF_2022.web();

  @Option(names = "--duplicates", paramLabel = "N", description = "${bundle:survey.duplicates}")
  private int duplicates = SurveySize.OF_2022.duplicates();

  @Option(names = "--regional", paramLabel = "N", description = "${bundle:survey.regional}")
  private int regional = SurveySize.OF_2022.regional();

  @Option(
      names = "--forms",
      paramLabel = "DIR",
      defaultValue = "${sys:yomitori.home:-.}/forms",
      description = "${bundle:simulate.forms}")
  private Path forms;

  private final Session session;
  private final Messages words = Messages.of(Messages.SIMULATE);

  SurveyCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    SurveySize size;
    try {
      size = new SurveySize(fax, web, duplicates, regional);
    } catch (IllegalArgumentException e) {
      return fail(words.text("survey.size.wrong", fax, web, duplicates, regional));
    }
    try {
      Optional<Path> foreign = Survey.foreignFile(out);
      if (foreign.isPresent()) {
        return fail(words.text("survey.foreign", out, foreign.get()));
      }
      Form form = new FormLibrary(forms.normalize()).load(FORM);
      Survey.write(form, size, seed, out);
    } catch (FormException e) {
      return fail(e.getMessage());
    } catch (IOException e) {
      return fail(words.text("survey.io", out, DiskFault.said(e, session.messages())));
    }
    session
        .out()
        .println(words.text("survey.done", fax, web, duplicates, size.counted(), regional, out));
    return ExitCode.ALL_READ;
  }

  private int fail(String message) {
    return CommandFailure.say(spec, ExitCode.WRONG_COMMAND_LINE, message);
  }
}
