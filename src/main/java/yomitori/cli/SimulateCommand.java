package yomitori.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
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

  SimulateCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    if (listEffects) {
      return say(SimulateMessages.effects());
    }
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
    Optional<String> unknown =
        Stream.concat(without.stream(), only.stream())
            .filter(name -> EffectKind.named(name).isEmpty())
            .findFirst();
    if (unknown.isPresent()) {
      String known = String.join(", ", EffectKind.names());
      return fail(SimulateMessages.text("simulate.unknown.effect", unknown.get(), known), WRONG);
    }
    if (!without.isEmpty() && !only.isEmpty()) {
      return fail(SimulateMessages.text("simulate.without.only"), WRONG);
    }
    SimulationRun.Settings settings =
        new SimulationRun.Settings(count, onePageFiles, off(), out, Optional.ofNullable(sheet));
    try {
      Optional<Path> foreign = demo ? Optional.empty() : SimulationRun.foreignFile(settings);
      if (foreign.isPresent()) {
        return fail(SimulateMessages.text("simulate.foreign", out, foreign.get()), WRONG);
      }
      Form form = library.load(id);
      GrayImage blank =
          BlankRenderer.render(form, library.folderOf(id), Simulation.SHEET_PX_PER_MM);
      if (demo) {
        DemoFaxes.write(form, blank, out);
        return DONE;
      }
      Purpose purpose = reporting ? Purpose.REPORTING : Purpose.TUNING;
      Simulation simulation = new Simulation(form, blank, profile.get(), purpose, seed);
      Progress progress = new Progress(session, count);
      SimulationRun.write(
          simulation,
          form,
          settings,
          done -> progress.reached(done, SimulateMessages.text("simulate.progress", done, count)));
      progress.clear();
    } catch (FormException e) {
      return fail(e.getMessage(), WRONG);
    } catch (MissingFontException e) {
      return fail(
          SimulateMessages.text("simulate.typeface", e.script().fileName(), e.script().debian()),
          MISSING);
    } catch (IOException e) {
      return fail(SimulateMessages.text("simulate.io", out, String.valueOf(e)), WRONG);
    }
    return say(SimulateMessages.text("simulate.done", count, out));
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
