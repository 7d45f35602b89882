package yomitori.simulate.survey;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import yomitori.form.Form;
import yomitori.record.CsvEncoding;
import yomitori.record.PageRecord;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordCsvWriter;
import yomitori.record.RecordFiles;
import yomitori.record.RecordJsonlWriter;
import yomitori.resolve.master.MasterEntry;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.survey.SurveyPlan.NearPair;
import yomitori.simulate.survey.SurveyPlan.Removal;

/**
 * Writes a whole survey into a folder:
 *
 * <ul>
 *   <li>{@code fax.jsonl} and {@code fax.csv}: reviewed records;
 *   <li>{@code web.csv} with {@code web.yaml}, which describes it to the tally;
 *   <li>{@code prefecture-N.yaml} and {@code district-NN.yaml}: regional surveys, some with a CSV;
 *   <li>{@code masters.csv}: all institutions that could answer;
 *   <li>{@code truth-tables.csv}, {@code truth-removed.csv}, {@code truth-near.csv} and {@code
 *       truth.json}: what a tally has to find.
 * </ul>
 *
 * The same seed gives the same bytes. The truth is written last; a folder without {@code
 * truth.json} is not whole.
 */
public final class Survey {

  /** The file by which the folder of a survey is known. */
  public static final String TRUTH = "truth.json";

  private static final String OWN_FILES =
      "(fax|web|masters|prefecture-\\d|district-\\d\\d|truth(-\\w+)?)\\.(csv|jsonl|json|yaml)";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Form form;
  private final SurveySize size;
  private final long seed;
  private final Path folder;
  private final List<SurveyQuestion> questions;
  private final Chance chance;
  private final AnswerDraw draw;
  private final TruthTables tables;
  private final SurveyTotals totals = new SurveyTotals();
  private int covers;

  private Survey(Form form, SurveySize size, long seed, Path folder) {
    this.form = form;
    this.size = size;
    this.seed = seed;
    this.folder = folder;
    this.questions = SurveyQuestion.of(form);
    this.chance = new Chance(seed).stream("survey");
    this.draw = new AnswerDraw(questions, chance.stream("answers"));
    this.tables = new TruthTables(questions);
  }

  /**
   * A file in a folder that holds no survey, if there is one: such a folder is not written to.
   *
   * @throws IOException if the folder cannot be listed
   */
  public static Optional<Path> foreignFile(Path folder) throws IOException {
    if (!Files.exists(folder) || Files.exists(folder.resolve(TRUTH))) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().findFirst();
    }
  }

  /**
   * Draws and writes a survey.
   *
   * @param form the survey's of 2022
   * @param folder is made where it is missing; a former survey in it is replaced
   * @throws IOException if it cannot be written
   */
  public static void write(Form form, SurveySize size, long seed, Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.getFileName().toString().matches(OWN_FILES)).toList()) {
        Files.delete(file);
      }
    }
    new Survey(form, size, seed, folder).write();
  }

  private void write() throws IOException {
    SurveyPlan plan = SurveyPlanner.plan(size, chance.stream("plan"));
    Set<String> removed = new HashSet<>();
    plan.removals().forEach(removal -> removed.add(removal.removed().reference()));
    writeMasters(plan);
    writeFaxes(plan, removed);
    writeWeb(plan, removed);
    writeRegional();
    tables.write(folder.resolve("truth-tables.csv"));
    writeRemovals(plan);
    writeNear(plan);
    Files.writeString(
        folder.resolve(TRUTH),
        JSON.writerWithDefaultPrettyPrinter().writeValueAsString(truth(plan)) + "\n",
        StandardCharsets.UTF_8);
  }

  private void writeMasters(SurveyPlan plan) throws IOException {
    try (CsvFile csv =
        CsvFile.marked(folder.resolve("masters.csv"), List.of("pref", "code", "name"))) {
      for (MasterEntry entry : plan.institutions().all()) {
        csv.add(List.of(Integer.toString(entry.prefecture()), entry.code(), entry.name()));
      }
      csv.publish();
    }
  }

  private void writeFaxes(SurveyPlan plan, Set<String> removed) throws IOException {
    FaxRecords records = new FaxRecords(form, chance.stream("records"));
    List<String> columns = RecordFiles.columns(List.of(form));
    try (RecordCsvWriter csv =
            new RecordCsvWriter(
                folder.resolve("fax.csv"), columns, CsvEncoding.UTF_8, unwritable -> {});
        RecordJsonlWriter jsonl = new RecordJsonlWriter(folder.resolve("fax.jsonl"))) {
      int number = 0;
      for (Filed filed : plan.fax()) {
        SurveyAnswers answers = draw.of(filed.reply());
        number++;
        for (PageRecord record : records.of(number, filed, answers)) {
          csv.write(record);
          jsonl.write(record);
          covers += record.status() == Status.NOT_A_FORM ? 1 : 0;
        }
        count(filed, answers, removed);
      }
      csv.publish();
      jsonl.publish();
    }
  }

  private void writeWeb(SurveyPlan plan, Set<String> removed) throws IOException {
    try (WebFile web = new WebFile(folder, form, questions, chance.stream("web"))) {
      int number = 0;
      for (Filed filed : plan.web()) {
        SurveyAnswers answers = draw.of(filed.reply());
        number++;
        web.write(number, filed, answers);
        count(filed, answers, removed);
      }
      web.publish(folder);
    }
  }

  private void count(Filed filed, SurveyAnswers answers, Set<String> removed) {
    if (!removed.contains(filed.reference())) {
      tables.add(filed.reply(), answers);
      totals.add(filed.reply(), answers);
    }
  }

  private void writeRegional() throws IOException {
    RegionalFiles files = new RegionalFiles(folder, form, questions, draw, tables);
    for (RegionalSurvey survey : regional()) {
      files.write(survey, chance.stream(survey.id()));
    }
  }

  private List<RegionalSurvey> regional() {
    return size.regional() == 0 ? List.of() : RegionalSurvey.all(questions, size.regional());
  }

  private void writeRemovals(SurveyPlan plan) throws IOException {
    List<String> columns =
        List.of("removed_source", "removed_reference", "kept_source", "kept_reference");
    try (CsvFile csv = CsvFile.plain(folder.resolve("truth-removed.csv"), columns)) {
      for (Removal removal : plan.removals()) {
        csv.add(
            List.of(
                removal.removed().reply().source().id(),
                removal.removed().reference(),
                removal.kept().reply().source().id(),
                removal.kept().reference()));
      }
      csv.publish();
    }
  }

  private void writeNear(SurveyPlan plan) throws IOException {
    List<String> columns =
        List.of("kind", "same", "source", "reference", "other_source", "other_reference");
    try (CsvFile csv = CsvFile.plain(folder.resolve("truth-near.csv"), columns)) {
      for (NearPair pair : plan.near()) {
        csv.add(
            List.of(
                pair.kind().word(),
                pair.kind().same() ? "1" : "0",
                pair.one().reply().source().id(),
                pair.one().reference(),
                pair.other().reply().source().id(),
                pair.other().reference()));
      }
      csv.publish();
    }
  }

  private Map<String, Object> truth(SurveyPlan plan) {
    Map<String, Object> truth = new LinkedHashMap<>();
    truth.put("form", form.id());
    truth.put("seed", seed);
    truth.put("web", plan.web().size());
    truth.put("fax", plan.fax().size());
    truth.put("total", plan.web().size() + plan.fax().size());
    truth.put("duplicates", plan.removals().size());
    truth.put("counted", size.counted());
    truth.put("not_a_form", covers);
    truth.put("near_pairs", plan.near().size());
    truth.put("institutions", plan.institutions().all().size());
    truth.put("regional", size.regional());
    truth.put("regional_surveys", regional().size());
    truth.putAll(totals.figures());
    return truth;
  }
}
