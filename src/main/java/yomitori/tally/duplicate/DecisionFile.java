package yomitori.tally.duplicate;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import yomitori.tally.duplicate.PairDecisions.AnswerName;
import yomitori.tally.input.TallyException;
import yomitori.tally.input.TallyException.Fault;
import yomitori.tally.input.YamlFile;

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
   * Reads a file; rows without a decision say nothing, and of two rows of one pair the later
   * counts.
   *
   * @throws TallyException with the line, if it cannot be read or a decision is none
   */
  public static PairDecisions read(Path file) throws TallyException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    Map<Set<AnswerName>, Boolean> same = new HashMap<>();
    String text = YamlFile.read(file).text();
    try (Reader in = new StringReader(text.startsWith("\uFEFF") ? text.substring(1) : text);
        CSVParser rows = CSVParser.parse(in, format)) {
      for (String column : COLUMNS) {
        if (!rows.getHeaderMap().containsKey(column)) {
          throw new TallyException(file, 1, Fault.NO_SUCH_COLUMN, column);
        }
      }
      for (CSVRecord row : rows) {
        take(row, file, (int) rows.getCurrentLineNumber(), same);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      TallyException broken = new TallyException(file, 0, Fault.NO_TABLE, e.getMessage());
      broken.initCause(e);
      throw broken;
    }
    return new PairDecisions(same);
  }

  private static void take(CSVRecord row, Path file, int line, Map<Set<AnswerName>, Boolean> same)
      throws TallyException {
    String decision = row.get("decision").strip();
    if (decision.isEmpty()) {
      return;
    }
    if (!decision.equals(SAME) && !decision.equals(DIFFERENT)) {
      throw new TallyException(file, line, Fault.WRONG_DECISION, decision);
    }
    AnswerName first = new AnswerName(row.get("first_source"), row.get("first_reference"));
    AnswerName second = new AnswerName(row.get("second_source"), row.get("second_reference"));
    if (first.equals(second)) {
      throw new TallyException(file, line, Fault.WRONG_DECISION, first.reference());
    }
    same.put(Set.of(first, second), decision.equals(SAME));
  }
}
