package yomitori.tally.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yomitori.desk.DataFolder;
import yomitori.desk.DurableMove;
import yomitori.form.Form;
import yomitori.resolve.master.MasterList;
import yomitori.tally.TallyFiles;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.PlanReader;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.plan.Themes;

/**
 * Where a desk keeps what its tally is made from. The same files can be given to the command.
 *
 * @param root the data folder's {@code tally/}; it need not exist
 */
public record TallyFolder(Path root) {

  /** A folder for each source, with its mapping and its table. */
  public Path sources() {
    return root.resolve("sources");
  }

  /** The themes, where people changed those of the form. */
  public Path themes() {
    return root.resolve("themes.txt");
  }

  /** What people said of pairs of answers. */
  public Path decisions() {
    return root.resolve("decisions.csv");
  }

  /** Figures that were published elsewhere; put there by hand. */
  public Path stated() {
    return root.resolve("stated.yaml");
  }

  /** The last report. */
  public Path out() {
    return root.resolve("out");
  }

  /** What is needed only while a tally is made. */
  Path running() {
    return root.resolve(".running");
  }

  /**
   * The plan in force: that of the form, with the themes of people where there are any.
   *
   * @throws TallyException if one of both cannot be used
   */
  public TallyPlan plan(TallySurvey survey) throws TallyException {
    TallyPlan plan = PlanReader.beside(survey.formFolder(), survey.form());
    return Files.exists(themes())
        ? plan.withThemes(Themes.parse(themes(), YamlFile.read(themes()).text()))
        : plan;
  }

  /**
   * All files of a tally.
   *
   * @param records answers by fax
   * @param mappings of the sources
   */
  TallyFiles files(TallySurvey survey, Path records, List<Path> mappings) {
    Form form = survey.form();
    Optional<MasterList> list = survey.list();
    return new TallyFiles(
        form,
        survey.formFolder(),
        Optional.empty(),
        there(themes()),
        List.of(records),
        mappings,
        survey.masters(),
        list,
        there(decisions()),
        there(stated()),
        Optional.empty());
  }

  private static Optional<Path> there(Path file) {
    return Optional.of(file).filter(Files::exists);
  }

  /** When something that people gave was last changed; empty where they gave nothing. */
  public Optional<Instant> changedAt() throws IOException {
    Optional<Instant> last = Optional.empty();
    for (Path given : List.of(themes(), decisions(), stated(), sources())) {
      if (Files.exists(given)) {
        try (Stream<Path> all = Files.walk(given)) {
          for (Path path : all.toList()) {
            Instant at = Files.getLastModifiedTime(path).toInstant();
            last = last.filter(before -> before.isAfter(at)).or(() -> Optional.of(at));
          }
        }
      }
    }
    return last;
  }

  /** Puts a file in place of what was there; it is on the disk when this returns. */
  static void write(Path target, byte[] content) throws IOException {
    Files.createDirectories(target.getParent());
    DurableMove.write(target, content);
  }

  /** The folder of a desk. */
  public static TallyFolder of(DataFolder data) {
    return new TallyFolder(data.tally());
  }
}
