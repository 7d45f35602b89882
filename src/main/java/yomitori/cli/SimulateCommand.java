package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.form.FormException;
import yomitori.form.FormLibrary;
import yomitori.geometry.GrayImage;
import yomitori.resolve.master.MasterList;
import yomitori.simulate.DemoFaxes;
import yomitori.simulate.Simulation;
import yomitori.simulate.SimulationRun;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.hand.MissingFontException;
import yomitori.simulate.line.EffectKind;
import yomitori.simulate.line.LineProfile;

/** {@code simulate}: answered forms sent down a simulated fax line, with the truth about them. */
@Command(
    name = "simulate",
    resourceBundle = Messages.SIMULATE,
    description = "${bundle:simulate.description}",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "${bundle:simulate.exit.heading}",
    exitCodeList = {
      "0:${bundle:simulate.exit.0}",
      "2:${bundle:simulate.exit.2}",
      "3:${bundle:simulate.exit.3}"
    })
public final class SimulateCommand implements Callable<Integer> {

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
      names = "--without",
      paramLabel = "EFFECT",
      split = ",",
      description = "${bundle:simulate.without}")
  private List<String> without = List.of();

  @Option(
      names = "--only",
      paramLabel = "EFFECT",
      split = ",",
      description = "${bundle:simulate.only}")
  private List<String> only = List.of();

  @Option(names = "--effects", help = true, description = "${bundle:simulate.effects}")
  private boolean listEffects;

  @Option(names = "--one-page-files", description = "${bundle:simulate.onePageFiles}")
  private boolean onePageFiles;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "${bundle:simulate.out}")
  private Path out;

  @Option(names = "--sheet", paramLabel = "FILE.png", description = "${bundle:simulate.sheet}")
  private Path sheet;

  @Option(names = "--masters", paramLabel = "PATH", description = "${bundle:simulate.masters}")
  private List<Path> masters = List.of();

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

  private final Session session;
  private final Messages words = Messages.of(Messages.SIMULATE);

  SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (listEffects) {
      return say(effects());
    }
    FormLibrary library = new FormLibrary(forms.normalize());
    List<String> ids;
    try {
      ids = library.ids();
    } catch (UncheckedIOException e) {
      return fail(
          words.text(
              "simulate.unreadable", library.folder(), DiskFault.said(e, session.messages())),
          ExitCode.WRONG_COMMAND_LINE);
    }
    if (!ids.contains(id)) {
      String known = String.join(", ", ids);
      return fail(
          words.text("simulate.unknown.form", id, library.folder(), known),
          ExitCode.WRONG_COMMAND_LINE);
    }
    Optional<LineProfile> profile = profile();
    if (profile.isEmpty()) {
      return fail(words.text("simulate.unknown.line", line), ExitCode.WRONG_COMMAND_LINE);
    }
    if (sheet != null && !sheet.toString().toLowerCase(Locale.ROOT).endsWith(".png")) {
      return fail(words.text("simulate.sheet.wrong", sheet), ExitCode.WRONG_COMMAND_LINE);
    }
    if (count < 1) {
      return fail(words.text("simulate.count.wrong", count), ExitCode.WRONG_COMMAND_LINE);
    }
    Optional<String> unknown =
        Stream.concat(without.stream(), only.stream())
            .filter(name -> EffectKind.named(name).isEmpty())
            .findFirst();
    if (unknown.isPresent()) {
      String known = String.join(", ", EffectKind.names());
      return fail(
          words.text("simulate.unknown.effect", unknown.get(), known), ExitCode.WRONG_COMMAND_LINE);
    }
    if (!without.isEmpty() && !only.isEmpty()) {
      return fail(words.text("simulate.without.only"), ExitCode.WRONG_COMMAND_LINE);
    }
    SimulationRun.Settings settings =
        new SimulationRun.Settings(count, onePageFiles, off(), out, Optional.ofNullable(sheet));
    try {
      Optional<Path> foreign = demo ? Optional.empty() : SimulationRun.foreignFile(settings);
      if (foreign.isPresent()) {
        return fail(
            words.text("simulate.foreign", out, foreign.get()), ExitCode.WRONG_COMMAND_LINE);
      }
      if (sheet != null) {
        Files.createDirectories(sheet.toAbsolutePath().getParent());
      }
      Form form = library.load(id);
      GrayImage blank =
          BlankRenderer.render(form, library.folderOf(id), Simulation.SHEET_PX_PER_MM);
      if (demo) {
        DemoFaxes.write(form, blank, out);
        return ExitCode.ALL_READ;
      }
      Optional<MasterList> list = Masters.load(masters, session).list();
      Purpose purpose = reporting ? Purpose.REPORTING : Purpose.TUNING;
      Simulation simulation = new Simulation(form, blank, profile.get(), purpose, seed, list);
      Progress progress = new Progress(session, count);
      SimulationRun.write(
          simulation,
          form,
          settings,
          done -> progress.reached(done, words.text("simulate.progress", done, count)));
      progress.clear();
    } catch (FormException e) {
      return fail(e.getMessage(), ExitCode.WRONG_COMMAND_LINE);
    } catch (MissingFontException e) {
      return fail(
          words.text("simulate.typeface", e.script().fileName(), e.script().debian()),
          ExitCode.SOMETHING_MISSING);
    } catch (IOException e) {
      return fail(
          words.text("simulate.io", out, DiskFault.said(e, session.messages())),
          ExitCode.WRONG_COMMAND_LINE);
    }
    return say(words.text("simulate.done", count, out));
  }

  private Set<EffectKind> off() {
    Set<EffectKind> named = EnumSet.noneOf(EffectKind.class);
    Stream.concat(without.stream(), only.stream())
        .forEach(name -> named.add(EffectKind.named(name).orElseThrow()));
    return only.isEmpty() ? named : EnumSet.complementOf(EnumSet.copyOf(named));
  }

  private int say(String words) {
    spec.commandLine().getOut().println(words);
    spec.commandLine().getOut().flush();
    return ExitCode.ALL_READ;
  }

  private Optional<LineProfile> profile() {
    try {
      return Optional.of(LineProfile.valueOf(line.toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private int fail(String message, int code) {
    return CommandFailure.say(spec, code, message);
  }

  /** Every effect with what it does and where strong begins, three lines each. */
  private String effects() {
    return EffectKind.names().stream()
        .map(
            name ->
                String.format(
                    "%s%n    %s%n    %s %s",
                    name,
                    words.text("effect." + name),
                    words.text("simulate.effects.strong"),
                    words.text("effect." + name + ".strong")))
        .collect(Collectors.joining(System.lineSeparator()));
  }
}
