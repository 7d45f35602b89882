package yomitori.simulate.score;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.form.Form;
import yomitori.form.FormLibrary;
import yomitori.record.PageRecord.Status;
import yomitori.record.RecordFiles;

/**
 * Compares records with the truth. The truth is held in memory (about 5 kB a page), the records are
 * read one by one.
 */
public final class Evaluation {

  private static final String JSONL = ".jsonl";
  private static final String FAILED = RecordFiles.FAILED_CSV;

  private final Truth truth;
  private final Scorer scorer;
  private final Set<PageKey> met = new HashSet<>();
  private final Map<PageKey, Scorer.NotRead> withoutValues = new LinkedHashMap<>();

  /** Fields that were not read at all, by form. */
  private final Map<String, Set<String>> notAsked = new HashMap<>();

  private Evaluation(Truth truth, Path faxes) {
    this.truth = truth;
    this.scorer = new Scorer(truth, faxes);
  }

  /**
   * Scores records.
   *
   * @param truthCsv {@code truth.csv}; {@code fields.csv}, {@code effects.csv} and {@code
   *     geometry.csv} beside it are used where they are there, and so are the faxes for {@link
   *     Score.Mistake#file}
   * @param records {@code records.csv} or {@code records.jsonl}; beside a CSV, {@code
   *     records.jsonl} is used where it is there, for what only it tells of the same values
   * @param charset of {@code records.csv} and of {@code failed.csv} beside the records
   * @param forms where the forms are defined
   * @param only score only pages that hold this form; all where it is empty
   * @throws ScoreInputException if a table cannot be used
   * @throws yomitori.form.FormException if a form's definition is wrong
   */
  public static Score of(
      Path truthCsv, Path records, Charset charset, FormLibrary forms, Optional<String> only) {
    Truth truth = Truth.load(truthCsv, forms, only);
    Evaluation evaluation =
        new Evaluation(truth, truthCsv.toAbsolutePath().normalize().getParent());
    evaluation.readRecords(records, charset);
    evaluation.missing(FailedPages.load(records.resolveSibling(FAILED), charset));
    return evaluation.scorer.score();
  }

  private void readRecords(Path records, Charset charset) {
    if (records.getFileName().toString().endsWith(JSONL)) {
      try (JsonRecords json = JsonRecords.open(records)) {
        for (Optional<ReadPage> page = json.next(); page.isPresent(); page = json.next()) {
          take(page.get());
        }
      }
      return;
    }
    Map<String, Form> forms = new HashMap<>();
    truth.pages().values().forEach(page -> forms.put(page.form().id(), page.form()));
    Path beside = records.resolveSibling(RecordFiles.RECORDS_JSONL);
    if (Files.isRegularFile(beside)) {
      try (JsonRecords details = JsonRecords.open(beside)) {
        CsvRecords.read(records, charset, forms, Optional.of(details), this::take);
      }
    } else {
      CsvRecords.read(records, charset, forms, Optional.empty(), this::take);
    }
  }

  private void take(ReadPage read) {
    TruthPage page = truth.pages().get(read.key());
    if (truth.passedOver().contains(read.key())) {
      return;
    }
    if (page == null) {
      boolean taken = read.status() != Status.NOT_A_FORM;
      scorer.addOther(taken, truth.sources().contains(read.key().source()));
      return;
    }
    met.add(read.key());
    if (!read.read()) {
      boolean unreadable = read.status() == Status.UNREADABLE;
      withoutValues.put(
          page.key(), unreadable ? Scorer.NotRead.UNREADABLE : Scorer.NotRead.NOT_A_FORM);
    } else if (!read.form().equals(page.form().id())) {
      withoutValues.put(page.key(), Scorer.NotRead.OTHER_FORM);
    } else {
      scorer.addRead(page, read);
      read.fields()
          .forEach(
              (id, field) -> {
                if (Judge.notRead(field)) {
                  notAsked.computeIfAbsent(read.form(), form -> new HashSet<>()).add(id);
                }
              });
    }
  }

  private void missing(FailedPages failed) {
    truth.pages().values().stream()
        .filter(page -> !met.contains(page.key()))
        .forEach(
            page -> {
              boolean named = failed.names(page.key());
              withoutValues.put(
                  page.key(), named ? Scorer.NotRead.FAILED : Scorer.NotRead.NO_RECORD);
            });
    // Last, when it is known what was not asked for.
    withoutValues.forEach(
        (key, why) -> {
          TruthPage page = truth.pages().get(key);
          scorer.addNotRead(page, why, notAsked.getOrDefault(page.form().id(), Set.of()));
        });
  }
}
