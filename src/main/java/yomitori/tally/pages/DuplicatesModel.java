package yomitori.tally.pages;

import java.util.List;
import java.util.Locale;
import yomitori.review.web.Pager;
import yomitori.tally.desk.Decision;

/**
 * The page of second answers. Of the three lists one is shown.
 *
 * @param manager whether the visitor may decide
 * @param made whether there is a tally to show
 * @param view which list is shown
 * @param open how many pairs nobody has decided
 * @param settled how many pairs were decided
 * @param removed how many answers were taken out
 * @param pairs of answers, where one of the first two lists is shown
 * @param removals where the third one is shown
 * @param said what became of what was asked for
 * @param fault whether that is bad news
 */
public record DuplicatesModel(
    boolean manager,
    boolean made,
    View view,
    int open,
    int settled,
    int removed,
    List<Pair> pairs,
    List<Removed> removals,
    Pager pager,
    String said,
    boolean fault) {

  /** Keeps the lists. */
  public DuplicatesModel {
    pairs = List.copyOf(pairs);
    removals = List.copyOf(removals);
  }

  /** A list of the page. */
  public enum View {
    OPEN,
    SETTLED,
    REMOVED;

    /** As it stands in addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Two answers that may be of one institution.
   *
   * @param first the one that was named first
   * @param firstSource the id of its source
   * @param second the other
   * @param secondSource the id of its source
   * @param why they may be, in words; empty where only a decision tells of them
   * @param differences fields in which they differ
   * @param word what was said of them; null where nothing was
   * @param decided when and by whom
   */
  public record Pair(
      AnswerCard first,
      String firstSource,
      AnswerCard second,
      String secondSource,
      String why,
      List<Difference> differences,
      Decision.Word word,
      String decided) {

    /** Keeps the list. */
    public Pair {
      differences = List.copyOf(differences);
    }
  }

  /** An answer that was taken out, the one that counts instead, and why, in words. */
  public record Removed(AnswerCard removed, AnswerCard kept, String reason) {}
}
