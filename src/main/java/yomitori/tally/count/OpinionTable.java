package yomitori.tally.count;

import java.util.List;

/**
 * The free texts of one field by theme. A text may have several themes.
 *
 * @param field which one
 * @param label the question's and the field's
 * @param given how many wrote something
 * @param themes in the order of the rules, those of which there is any
 * @param unmatched how many texts no rule takes
 */
public record OpinionTable(
    String field, String label, long given, List<ThemeCount> themes, long unmatched) {

  /**
   * How many wrote of a theme.
   *
   * @param theme its name
   * @param count how many
   * @param examples the most frequent texts, of the same frequency the first; not more than three
   */
  public record ThemeCount(String theme, long count, List<String> examples) {

    /** Keeps the examples. */
    public ThemeCount {
      examples = List.copyOf(examples);
    }
  }

  /** Keeps the themes. */
  public OpinionTable {
    themes = List.copyOf(themes);
  }
}
