package yomitori.tally.pages;

import java.util.List;
import yomitori.review.web.Pager;

/**
 * The page of answers that contradict themselves.
 *
 * @param made whether there is a tally to show
 * @param rules all that are looked for
 * @param label of the rule whose answers are shown
 * @param rows those answers
 */
public record ContradictionsModel(
    boolean made, List<Rule> rules, String label, List<Row> rows, Pager pager) {

  /** Keeps the lists. */
  public ContradictionsModel {
    rules = List.copyOf(rules);
    rows = List.copyOf(rows);
  }

  /**
   * A rule.
   *
   * @param count how many answers it applies to
   * @param current whether its answers are shown
   */
  public record Rule(String id, String label, long count, boolean current) {}

  /** An answer, and what it says in the fields of the rule. */
  public record Row(AnswerCard answer, List<String> said) {

    /** Keeps the list. */
    public Row {
      said = List.copyOf(said);
    }
  }
}
