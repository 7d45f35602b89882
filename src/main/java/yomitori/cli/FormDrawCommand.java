package yomitori.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yomitori.form.BlankDrawer;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.form.TypefaceMissingException;

/** {@code form draw}: a form's blank as a PDF to print or fax out. */
@Command(
    name = "draw",
    resourceBundle = Messages.FORM,
    description = "${bundle:form.draw.description}",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "${bundle:form.exit.heading}",
    exitCodeList = {
      "0:${bundle:form.draw.exit.0}",
      "2:${bundle:form.draw.exit.2}",
      "3:${bundle:form.draw.exit.3}"
    })
public final class FormDrawCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "ID", description = "${bundle:form.draw.id}")
  private String id;

  @Option(
      names = "--out",
      paramLabel = "FILE.pdf",
      required = true,
      description = "${bundle:form.draw.out}")
  private Path out;

  @Option(
      names = "--forms",
      paramLabel = "DIR",
      defaultValue = "${sys:yomitori.home:-.}/forms",
      description = "${bundle:form.draw.forms}")
  private Path forms;

  @Override
  public Integer call() {
    FormLibrary library = new FormLibrary(forms.normalize());
    List<String> ids;
    try {
      ids = library.ids();
    } catch (UncheckedIOException e) {
      return fail(
          Messages.of(Messages.FORM)
              .text(
                  "form.draw.unreadable",
                  library.folder(),
                  DiskFault.said(e, Messages.of(Messages.CLI))),
          ExitCode.WRONG_COMMAND_LINE);
    }
    if (!ids.contains(id)) {
      String known = String.join(", ", ids);
      return fail(
          Messages.of(Messages.FORM).text("form.draw.unknown", id, library.folder(), known),
          ExitCode.WRONG_COMMAND_LINE);
    }
    try {
      Form form = library.load(id);
      ByteArrayOutputStream pdf = new ByteArrayOutputStream();
      BlankDrawer.draw(form, pdf);
      Files.write(out, pdf.toByteArray());
    } catch (FormException | IllegalArgumentException e) {
      return fail(e.getMessage(), ExitCode.WRONG_COMMAND_LINE);
    } catch (TypefaceMissingException e) {
      return fail(
          Messages.of(Messages.FORM).text("form.draw.typeface"), ExitCode.SOMETHING_MISSING);
    } catch (IOException e) {
      return fail(
          Messages.of(Messages.FORM)
              .text("form.draw.unwritable", out, DiskFault.said(e, Messages.of(Messages.CLI))),
          ExitCode.WRONG_COMMAND_LINE);
    }
    spec.commandLine().getOut().println(Messages.of(Messages.FORM).text("form.draw.done", out));
    spec.commandLine().getOut().flush();
    return ExitCode.ALL_READ;
  }

  private int fail(String message, int code) {
    return CommandFailure.say(spec, code, message);
  }
}
