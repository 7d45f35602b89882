package yomitori.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import yomitori.form.BlankRenderer;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.record.CsvEncoding;
import yomitori.record.PageReader;
import yomitori.record.RecordFiles;
import yomitori.record.Redecision.Outcome;
import yomitori.register.Blank;
import yomitori.resolve.Resolver;
import yomitori.resolve.master.MasterList;
import yomitori.simulate.Simulation;
import yomitori.simulate.SimulationRun;
import yomitori.simulate.chance.Purpose;
import yomitori.simulate.line.LineProfile;

/**
 * Simulates the reporting faxes of a profile and reads them. What an earlier run finished is kept:
 * beside each folder a stamp says by which code and settings its files were made, and is written
 * only when they are whole.
 */
final class Rehearsal {

  /** Fixed for good. The profile's name is mixed into it, so each has faxes of its own. */
  private static final long SEED = 20_221_101;

  /** The parts of the program that decide what is simulated; names are drawn from lists. */
  private static final List<String> SIMULATOR =
      List.of("geometry", "form", "resolve/master", "simulate");

  private static final List<String> SCORING = List.of("simulate/score");

  /** The parts that decide what is read. */
  private static final List<String> READER =
      List.of(
          "natives", "geometry", "form", "intake", "register", "mark", "text", "resolve", "record");

  private static final String STAMP = ".made-by";

  private final Session session;
  private final FormLibrary library;
  private final Plan plan;
  private final List<Blank> blanks;
  private final String masters;

  /**
   * What is rehearsed.
   *
   * @param forms the folder of the forms
   * @param survey the form to answer
   * @param count how many answered forms
   * @param text whether written lines are read too
   * @param masters the institutions that answer, and that the reader knows; made up, and unknown to
   *     the reader, where there is no list
   */
  record Plan(Path forms, String survey, int count, boolean text, Optional<MasterList> masters) {}

  /**
   * @param blanks the forms that the reader knows
   */
  Rehearsal(Session session, Plan plan, List<Blank> blanks) {
    this.session = session;
    this.library = new FormLibrary(plan.forms());
    this.plan = plan;
    this.blanks = blanks;
    this.masters = plan.masters().map(CodeDigest::ofList).orElse("none");
  }

  /** Writes the faxes of a profile, unless they are there. */
  void simulate(LineProfile line, Path faxes) throws IOException {
    String survey = plan.survey();
    int count = plan.count();
    if (!library.ids().contains(survey)) {
      String known = String.join(", ", library.ids());
      throw CommandFailure.wrongCommandLine(session.messages().text("form.unknown", survey, known));
    }
    Form form = library.load(survey);
    String stamp =
        String.format(
            Locale.ROOT,
            "form %s%ncount %d%nline %s%nseed %d%nmasters %s%ncode %s%ndefinition %s%n",
            survey,
            count,
            line,
            SEED,
            masters,
            CodeDigest.of(SIMULATOR, SCORING),
            CodeDigest.ofFolder(library.folderOf(survey)));
    if (isMade(faxes, stamp)) {
      session.say("scoreboard.kept", faxes);
      return;
    }
    unstamp(faxes);
    var blank = BlankRenderer.render(form, library.folderOf(survey), Simulation.SHEET_PX_PER_MM);
    Simulation simulation =
        new Simulation(form, blank, line, Purpose.REPORTING, SEED, plan.masters());
    SimulationRun.Settings settings =
        new SimulationRun.Settings(count, false, Set.of(), faxes, Optional.empty());
    Progress progress = new Progress(session, count);
    SimulationRun.write(
        simulation,
        form,
        settings,
        done ->
            progress.reached(
                done, session.messages().text("scoreboard.simulated", line, done, count)));
    progress.clear();
    Files.writeString(stampOf(faxes), stamp);
  }

  /** Reads the faxes, unless their records are there. */
  void read(PageReader reader, Path faxes, ReadRun.Settings settings) throws IOException {
    String stamp =
        Files.readString(stampOf(faxes))
            + String.format(
                Locale.ROOT, "reader %s%ntext %s%n", CodeDigest.of(READER, List.of()), plan.text());
    for (Blank blank : blanks) {
      String id = blank.form().id();
      stamp +=
          String.format(
              Locale.ROOT, "knows %s %s%n", id, CodeDigest.ofFolder(library.folderOf(id)));
    }
    if (isMade(settings.out(), stamp)) {
      session.say("scoreboard.kept", settings.out());
      return;
    }
    unstamp(settings.out());
    Inputs inputs = Inputs.find(List.of(faxes), settings.out());
    ReadRun.run(session, settings, blanks, reader, inputs, record -> {});
    Files.writeString(stampOf(settings.out()), stamp);
  }

  /**
   * Decides records anew from their own readings, without a list of institutions, into another
   * folder. That takes so little time that it is done each time.
   */
  void decideWithoutList(Path records, Path out) throws IOException {
    List<Form> forms = blanks.stream().map(Blank::form).toList();
    Path lines = records.resolve(RecordFiles.RECORDS_JSONL);
    RedecideRun.Summary summary =
        new RedecideRun(session, lines, forms, new Resolver()::resolve, (record, change) -> {})
            .write(out, forms, CsvEncoding.UTF_8);
    int kept = summary.records(Outcome.NO_EVIDENCE) + summary.records(Outcome.OTHER_FORM);
    if (kept > 0) {
      session.warn("scoreboard.decided.with.list", kept, lines);
    }
  }

  private static boolean isMade(Path folder, String stamp) throws IOException {
    Path file = stampOf(folder);
    return Files.isRegularFile(file) && Files.readString(file).equals(stamp);
  }

  private static void unstamp(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.deleteIfExists(stampOf(folder));
  }

  /** Beside the folder, not in it: what is in it is the run's own. */
  private static Path stampOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + STAMP);
  }
}
