package yomitori.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yomitori.form.FormLoader;
import yomitori.form.Problem;

/** {@code form check}: every mistake of a definition on a line of its own. */
@Command(
    name = "check",
    resourceBundle = Messages.FORM,
    description = "${bundle:form.check.description}",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "${bundle:form.exit.heading}",
    exitCodeList = {"0:${bundle:form.check.exit.0}", "2:${bundle:form.check.exit.2}"})
public final class FormCheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "${bundle:form.check.file}")
  private Path file;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    List<Problem> problems = FormLoader.check(file);
    for (Problem problem : problems) {
      out.println(file + ":" + problem.line() + ": " + problem.message());
    }
    if (problems.isEmpty()) {
      out.println(Messages.of(Messages.FORM).text("form.check.fine", file));
    }
    out.flush();
    return problems.isEmpty() ? ExitCode.ALL_READ : ExitCode.WRONG_COMMAND_LINE;
  }
}
