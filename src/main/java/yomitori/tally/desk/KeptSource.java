package yomitori.tally.desk;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import yomitori.tally.answer.Source;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.input.TallyException;

/**
 * A source that a desk keeps.
 *
 * @param id of the source
 * @param table the name of its table; empty where it has none
 * @param numbers what it brings; empty where it cannot be used
 * @param fault why it cannot be used
 */
public record KeptSource(
    String id, String table, Optional<Numbers> numbers, Optional<TallyException> fault) {

  /**
   * What a source brings.
   *
   * @param source which one
   * @param answers that it holds, or of how many it published counts
   * @param questions of which it published counts
   * @param notCounted rows, or parts of rows, that are no answers
   * @param unusedColumns columns of which nothing is made
   */
  public record Numbers(
      Source source, long answers, int questions, long notCounted, List<String> unusedColumns) {

    /** Keeps the columns. */
    public Numbers {
      unusedColumns = List.copyOf(unusedColumns);
    }

    static Numbers of(SourceAnswers brought) {
      return new Numbers(
          brought.source(),
          brought.published().isEmpty()
              ? brought.answers().size()
              : brought.published().stream().mapToLong(p -> p.respondents()).max().orElse(0),
          brought.published().size(),
          brought.notCounted().size(),
          brought.unusedColumns());
    }
  }

  /** Why it cannot be used, in words; empty where it can. */
  public String said(Locale locale) {
    return fault.map(f -> f.said(locale)).orElse("");
  }
}
