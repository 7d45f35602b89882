package yomitori.tally.duplicate;

import java.io.IOException;
import java.nio.file.Path;
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
   * Reads a CSV, as UTF-8 or CP932, or a workbook; rows without a decision say nothing, and of two
   * rows of one pair the later counts.
   *
   * @throws TallyException with the line, if it cannot be read or a decision is none
   */
  public static PairDecisions read(Path file) throws TallyException {
    List<TableRow> rows;
    try {
      rows = TableFile.read(file, Optional.empty()).get(0).rows();
    } catch (IOException e) {
      throw TallyException.unreadable(file, Fault.NO_TABLE, e);
    }
    List<String> head = rows.isEmpty() ? List.of() : rows.get(0).cells();
    for (String column : COLUMNS) {
      if (!head.contains(column)) {
        throw new TallyException(file, 1, Fault.NO_SUCH_COLUMN, column);
      }
    }
    Map<Set<AnswerName>, Boolean> same = new HashMap<>();
    for (TableRow row : rows.subList(1, rows.size())) {
      take(row, head, file, same);
    }
    return new PairDecisions(same);
  }

  private static void take(
      TableRow row, List<String> head, Path file, Map<Set<AnswerName>, Boolean> same)
      throws TallyException {
    String decision = row.plain(head.indexOf("decision")).toLowerCase(Locale.ROOT);
    if (decision.isEmpty()) {
      return;
    }
    if (!decision.equals(SAME) && !decision.equals(DIFFERENT)) {
      throw new TallyException(file, row.number(), Fault.WRONG_DECISION, decision);
    }
    AnswerName first = name(row, head, "first");
    AnswerName second = name(row, head, "second");
    if (first.equals(second)) {
      throw new TallyException(file, row.number(), Fault.WRONG_DECISION, first.reference());
    }
    same.put(Set.of(first, second), decision.equals(SAME));
  }

  /** The answer as it was named before a spreadsheet was kept from running its name. */
  private static AnswerName name(TableRow row, List<String> head, String which) {
    return new AnswerName(
        RecordCsvWriter.original(row.cell(head.indexOf(which + "_source"))),
        RecordCsvWriter.original(row.cell(head.indexOf(which + "_reference"))));
  }
}
