package yomitori.tally.duplicate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import yomitori.record.RecordCsvWriter;
import yomitori.resolve.table.TableFile;
import yomitori.resolve.table.TableRow;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;

/** What a person wrote into {@code proposals.csv}: its column {@code decision}. */
public final class DecisionFile {

  /** The columns that name two answers, and the one that a person fills. */
  public static final List<String> COLUMNS =
      List.of("first_source", "first_reference", "second_source", "second_reference", "decision");

  /** Both answers are of one institution. */
  public static final String SAME = "same";

  /** They are of two. */
  public static final String DIFFERENT = "different";

  private DecisionFile() {}

  /**
   * A row.
   *
   * @param first the one answer
   * @param second the other; it may be the same where nothing was decided
   * @param decision {@link #SAME}, {@link #DIFFERENT}, or empty
   * @param others what stands in columns that are not among {@link #COLUMNS}
   */
  public record Row(
      AnswerName first, AnswerName second, String decision, Map<String, String> others) {

    /** Keeps the columns. */
    public Row {
      others = Map.copyOf(others);
    }
  }

  /**
   * Reads a CSV, as UTF-8 or CP932, or a workbook; rows without a decision say nothing, and of two
   * rows of one pair the later counts.
   *
   * @throws TallyException with the line, if it cannot be read or a decision is none
   */
  public static PairDecisions read(Path file) throws TallyException {
    Map<Set<AnswerName>, Boolean> same = new HashMap<>();
    for (Row row : rows(file)) {
      if (!row.decision().isEmpty()) {
        same.put(Set.of(row.first(), row.second()), row.decision().equals(SAME));
      }
    }
    return new PairDecisions(same);
  }

  /**
   * Its rows in order, those without a decision too.
   *
   * @throws TallyException with the line, if it cannot be read or a decision is none
   */
  public static List<Row> rows(Path file) throws TallyException {
    List<TableRow> lines;
    try {
      lines = TableFile.read(file, Optional.empty()).get(0).rows();
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.NO_TABLE, e);
    }
    List<String> head = lines.isEmpty() ? List.of() : lines.get(0).cells();
    for (String column : COLUMNS) {
      if (!head.contains(column)) {
        throw new TallyException(file, 1, Fault.NO_SUCH_COLUMN, column);
      }
    }
    List<Row> rows = new ArrayList<>();
    for (TableRow line : lines.subList(1, lines.size())) {
      if (!line.blank()) {
        rows.add(row(line, head, file));
      }
    }
    return rows;
  }

  private static Row row(TableRow line, List<String> head, Path file) throws TallyException {
    String decision = line.plain(head.indexOf("decision")).toLowerCase(Locale.ROOT);
    if (!decision.isEmpty() && !decision.equals(SAME) && !decision.equals(DIFFERENT)) {
      throw new TallyException(file, line.number(), Fault.WRONG_DECISION, decision);
    }
    AnswerName first = name(line, head, "first");
    AnswerName second = name(line, head, "second");
    if (!decision.isEmpty() && first.equals(second)) {
      throw new TallyException(file, line.number(), Fault.WRONG_DECISION, first.reference());
    }
    Map<String, String> others = new HashMap<>();
    for (int i = 0; i < head.size(); i++) {
      if (!COLUMNS.contains(head.get(i))) {
        others.put(head.get(i), line.cell(i));
      }
    }
    return new Row(first, second, decision, others);
  }

  /** The answer as it was named before a spreadsheet was kept from running its name. */
  private static AnswerName name(TableRow row, List<String> head, String which) {
    return new AnswerName(
        RecordCsvWriter.original(row.cell(head.indexOf(which + "_source"))),
        RecordCsvWriter.original(row.cell(head.indexOf(which + "_reference"))));
  }
}
