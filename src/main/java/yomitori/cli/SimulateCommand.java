package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.geometry.GrayImage;
import yomitori.simulate.DemoFaxes;
import yomitori.simulate.Simulation;
import yomitori.simulate.SimulationRun;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.hand.MissingFontException;
import yomitori.simulate.line.LineProfile;

/** {@code simulate}: answered forms sent down a simulated fax line, with the truth about them. */
@Command(
    name = "simulate",
    resourceBundle = SimulateMessages.BUNDLE,
    description = "${bundle:simulate.description}",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "${bundle:simulate.exit.heading}",
    exitCodeList = {
      "0:${bundle:simulate.exit.0}",
      "2:${bundle:simulate.exit.2}",
      "3:${bundle:simulate.exit.3}"
    })
public final class SimulateCommand implements Callable<Integer> {

  private static final int DONE = 0;
  private static final int WRONG = 2;
  private static final int MISSING = 3;

  @Spec private CommandSpec spec;

  @Option(
      names = "--form",
      paramLabel = "ID",
      required = true,
      description = "${bundle:simulate.form}")
  private String id;

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "100",
      description = "${bundle:simulate.count}")
  private int count;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "${bundle:simulate.seed}")
  private long seed;

  @Option(
      names = "--line",
      paramLabel = "PROFILE",
      defaultValue = "standard",
      description = "${bundle:simulate.line}")
  private String line;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "${bundle:simulate.out}")
  private Path out;

  @Option(names = "--sheet", paramLabel = "FILE.png", description = "${bundle:simulate.sheet}")
  private Path sheet;

  @Option(names = "--reporting", description = "${bundle:simulate.reporting}")
  private boolean reporting;

  @Option(names = "--demo", hidden = true)
  private boolean demo;

  @Option(
      names = "--forms",
      paramLabel = "DIR",
      defaultValue = "${sys:yomitori.home:-.}/forms",
      description = "${bundle:simulate.forms}")
  private Path forms;

  @Override
  public Integer call() {
    FormLibrary library = new FormLibrary(forms.normalize());
    List<String> ids;
    try {
      ids = library.ids();
    } catch (UncheckedIOException e) {
      return fail(
          SimulateMessages.text(
              "simulate.unreadable", library.folder(), String.valueOf(e.getCause())),
          WRONG);
    }
    if (!ids.contains(id)) {
      String known = String.join(", ", ids);
      return fail(
          SimulateMessages.text("simulate.unknown.form", id, library.folder(), known), WRONG);
    }
    Optional<LineProfile> profile = profile();
    if (profile.isEmpty()) {
      return fail(SimulateMessages.text("simulate.unknown.line", line), WRONG);
    }
    if (count < 1) {
      return fail(SimulateMessages.text("simulate.count.wrong", count), WRONG);
    }
    try {
      Form form = library.load(id);
      GrayImage blank =
          BlankRenderer.render(form, library.folderOf(id), Simulation.SHEET_PX_PER_MM);
      if (demo) {
        DemoFaxes.write(form, blank, out);
        return DONE;
      }
      Purpose purpose = reporting ? Purpose.REPORTING : Purpose.TUNING;
      Simulation simulation = new Simulation(form, blank, profile.get(), purpose, seed);
      SimulationRun.write(simulation, form, count, out, Optional.ofNullable(sheet));
    } catch (FormException e) {
      return fail(e.getMessage(), WRONG);
    } catch (MissingFontException e) {
      return fail(
          SimulateMessages.text("simulate.typeface", e.script().fileName(), e.script().debian()),
          MISSING);
    } catch (IOException e) {
      return fail(SimulateMessages.text("simulate.io", out, String.valueOf(e)), WRONG);
    }
    spec.commandLine().getOut().println(SimulateMessages.text("simulate.done", count, out));
    spec.commandLine().getOut().flush();
    return DONE;
  }

  private Optional<LineProfile> profile() {
    try {
      return Optional.of(LineProfile.valueOf(line.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private int fail(String message, int code) {
    spec.commandLine().getErr().println(message);
    spec.commandLine().getErr().flush();
    return code;
  }
}
