package yomitori.tally;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.form.Form;
import yomitori.resolve.master.MasterList;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.duplicate.DecisionFile;
import yomitori.tally.duplicate.PairDecisions;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;
import yomitori.tally.plan.PlanReader;
import yomitori.tally.plan.TallyPlan;
import yomitori.tally.plan.Themes;
import yomitori.tally.source.FaxSource;
import yomitori.tally.source.SourceFile;

/**
 * The files that a tally is made from.
 *
 * @param form that was answered
 * @param formFolder where it and its plan lie
 * @param plan in place of the one beside the form
 * @param themes in place of those that the plan names
 * @param records answers by fax; at least one file
 * @param sources YAML files of answers by other ways
 * @param masters files of {@code list}
 * @param list all institutions that may answer
 * @param decisions on pairs of answers
 * @param stated figures that were published elsewhere
 * @param asOf the day up to which answers are in it
 */
public record TallyFiles(
    Form form,
    Path formFolder,
    Optional<Path> plan,
    Optional<Path> themes,
    List<Path> records,
    List<Path> sources,
    List<Path> masters,
    Optional<MasterList> list,
    Optional<Path> decisions,
    Optional<Path> stated,
    Optional<LocalDate> asOf) {

  /** Keeps the lists. */
  public TallyFiles {
    records = List.copyOf(records);
    sources = List.copyOf(sources);
    masters = List.copyOf(masters);
  }

  /**
   * Reads them all.
   *
   * @param version of Yomitori
   * @throws TallyException if one of them cannot be used
   */
  public TallyInput read(String version) throws TallyException {
    TallyPlan told =
        plan.isPresent() ? PlanReader.read(plan.get(), form) : PlanReader.beside(formFolder, form);
    if (themes.isPresent()) {
      told = told.withThemes(Themes.parse(themes.get(), YamlFile.read(themes.get()).text()));
    }
    List<SourceAnswers> answers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    answers.add(FaxSource.read(records, told));
    ids.add(FaxSource.ID);
    for (Path source : sources) {
      SourceAnswers read = SourceFile.read(source, told);
      if (!ids.add(read.source().id())) {
        throw new TallyException(source, 0, Fault.SOURCE_TWICE, read.source().id());
      }
      answers.add(read);
    }
    PairDecisions decided =
        decisions.isPresent() ? DecisionFile.read(decisions.get()) : PairDecisions.none();
    Map<String, Long> published = stated.isPresent() ? stated(stated.get()) : Map.of();
    return new TallyInput(told, answers, list, decided, published, asOf, version, others(told));
  }

  private static Map<String, Long> stated(Path file) throws TallyException {
    Map<String, Long> stated = new HashMap<>();
    StatedFile said = YamlFile.read(file).as(StatedFile.class);
    put(stated, "web", said.web(), file);
    put(stated, "fax", said.fax(), file);
    put(stated, "total", said.total(), file);
    put(stated, "duplicates", said.duplicates(), file);
    put(stated, "counted", said.counted(), file);
    return stated;
  }

  /** {@code {web: 7473, fax: 11749}} and the like; what is not said is null. */
  private record StatedFile(Long web, Long fax, Long total, Long duplicates, Long counted) {}

  private static void put(Map<String, Long> stated, String figure, Long value, Path file)
      throws TallyException {
    if (value != null && value < 0) {
      throw new TallyException(file, 0, Fault.WRONG_VALUE, figure);
    }
    if (value != null) {
      stated.put(figure, value);
    }
  }

  private List<InputFile> others(TallyPlan told) throws TallyException {
    List<InputFile> files = new ArrayList<>();
    Path definition = plan.orElse(formFolder.resolve(PlanReader.FILE_NAME));
    if (Files.exists(definition)) {
      files.add(file(definition, "plan"));
    }
    add(files, told.themes().file(), "themes");
    for (Path master : masters) {
      files.add(file(master, "masters"));
    }
    add(files, decisions, "decisions");
    add(files, stated, "stated");
    return files;
  }

  private static void add(List<InputFile> files, Optional<Path> file, String role)
      throws TallyException {
    if (file.isPresent()) {
      files.add(file(file.get(), role));
    }
  }

  private static InputFile file(Path file, String role) throws TallyException {
    try {
      return InputFile.of(file, role);
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.UNREADABLE, e);
    }
  }
}
