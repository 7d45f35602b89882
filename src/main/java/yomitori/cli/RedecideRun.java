package yomitori.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import yomitori.form.Form;
import yomitori.record.BrokenRecordException;
import yomitori.record.CsvEncoding;
import yomitori.record.FailedCsvReader;
import yomitori.record.Failure;
import yomitori.record.PageReader;
import yomitori.record.PageRecord;
import yomitori.record.RecordFiles;
import yomitori.record.RecordLine;
import yomitori.record.RecordLines;
import yomitori.record.Redecision;
import yomitori.record.Redecision.Change;
import yomitori.record.Redecision.Kind;
import yomitori.record.Redecision.Outcome;
import yomitori.record.StagedFile;
import yomitori.resolve.FieldValue;

/** Decides the records of a file anew and writes them into a folder, line by line. */
final class RedecideRun {

  /** Keeps the lines that are no records, as they were. */
  static final String BROKEN_LINES = "broken-lines.txt";

  /** Broken lines that are named on the screen; all are named in {@code failed.csv}. */
  private static final int NAMED = 5;

  private final Session session;
  private final Path records;
  private final Map<String, Form> forms;
  private final PageReader.ResolveStage resolver;
  private final BiConsumer<PageRecord, Change> eachAnswer;
  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Map<Kind, Integer>> changes = new LinkedHashMap<>();
  private int changedRecords;
  private int broken;

  /**
   * What became of the records.
   *
   * @param outcomes records by what was done with them
   * @param changes how many answers changed how, by field in the order of the columns; without
   *     fields of which none changed
   * @param changedRecords records that are not as they were
   * @param broken lines that are no records
   */
  record Summary(
      Map<Outcome, Integer> outcomes,
      Map<String, Map<Kind, Integer>> changes,
      int changedRecords,
      int broken) {

    int records(Outcome outcome) {
      return outcomes.getOrDefault(outcome, 0);
    }

    int records() {
      return outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int answers(Kind kind) {
      return changes.values().stream().mapToInt(kinds -> kinds.getOrDefault(kind, 0)).sum();
    }
  }

  /**
   * @param records a {@code records.jsonl}
   * @param forms those whose records are decided anew
   * @param resolver decides
   * @param eachAnswer is told of every answer that changed, in order
   */
  RedecideRun(
      Session session,
      Path records,
      List<Form> forms,
      PageReader.ResolveStage resolver,
      BiConsumer<PageRecord, Change> eachAnswer) {
    this.session = session;
    this.records = records;
    this.forms = forms.stream().collect(Collectors.toMap(Form::id, Function.identity()));
    this.resolver = resolver;
    this.eachAnswer = eachAnswer;
  }

  /**
   * Writes the folder. To be called once.
   *
   * @param order of the columns of {@code records.csv}; those of other forms' fields come after
   * @throws IOException if the records cannot be read or the folder cannot be written
   */
  Summary write(Path out, List<Form> order, CsvEncoding encoding) throws IOException {
    Set<String> columns = columns(order);
    columns.forEach(column -> changes.put(column, new EnumMap<>(Kind.class)));
    List<Failure> earlier = FailedCsvReader.read(records.resolveSibling(RecordFiles.FAILED_CSV));
    try (RecordLines lines = new RecordLines(records);
        RecordFiles files =
            RecordFiles.withColumns(
                out,
                List.copyOf(columns),
                encoding,
                lost -> session.warn("encoding.lost", lost.recordId(), lost.column()));
        StagedFile rest = new StagedFile(out.resolve(BROKEN_LINES))) {
      for (Failure failure : earlier) {
        files.write(failure);
      }
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        try {
          if (!blank(line.get())) {
            take(RecordLine.parse(line.get()), files);
          }
        } catch (BrokenRecordException e) {
          name(e, lines.number(), files);
          rest.append(line.get());
          rest.append(new byte[] {'\n'});
        }
      }
      files.publish();
      if (broken > 0) {
        rest.publish();
      } else {
        Files.deleteIfExists(out.resolve(BROKEN_LINES));
      }
    }
    changes.values().removeIf(Map::isEmpty);
    return new Summary(outcomes, changes, changedRecords, broken);
  }

  private Set<String> columns(List<Form> order) throws IOException {
    Set<String> columns = new LinkedHashSet<>(RecordFiles.columns(order));
    try (RecordLines lines = new RecordLines(records)) {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        try {
          RecordLine.parse(line.get()).record().values().stream()
              .map(FieldValue::fieldId)
              .forEach(columns::add);
        } catch (BrokenRecordException e) {
          // Named when its turn comes.
        }
      }
    }
    return columns;
  }

  private void take(RecordLine line, RecordFiles files) throws BrokenRecordException, IOException {
    Redecision decided = Redecision.of(line, forms, resolver);
    files.write(decided.line());
    outcomes.merge(decided.outcome(), 1, Integer::sum);
    changedRecords += decided.changes().isEmpty() ? 0 : 1;
    for (Change change : decided.changes()) {
      changes.get(change.before().fieldId()).merge(change.kind(), 1, Integer::sum);
      if (change.kind() != Kind.DETAIL) {
        eachAnswer.accept(line.record(), change);
      }
    }
  }

  private void name(BrokenRecordException e, long line, RecordFiles files) throws IOException {
    broken++;
    String reason =
        e.place().isEmpty()
            ? session.messages().text("redecide.broken.line", line)
            : session.messages().text("redecide.broken.key", line, e.place());
    if (broken <= NAMED) {
      session.warn("failed.file", records, reason);
    }
    files.write(new Failure(records.toString(), 0, reason));
  }

  private static boolean blank(byte[] line) {
    return new String(line, StandardCharsets.UTF_8).isBlank();
  }
}
