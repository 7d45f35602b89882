package yomitori.tally.pages;

import java.util.List;

/**
 * The page of themes.
 *
 * @param manager whether the visitor may change them
 * @param text of the rules, as typed or in force
 * @param before the rules that were changed into it
 * @param counts how many texts each theme takes; empty where there is no tally
 * @param texts how many texts there are
 * @param unmatched how many no rule takes
 * @param open those, the most frequent first
 * @param tried whether the counts are of rules that are not kept yet
 * @param made whether there is a tally to count in
 * @param said what became of what was asked for
 * @param fault whether that is bad news
 */
public record ThemesModel(
    boolean manager,
    String text,
    String before,
    List<Count> counts,
    long texts,
    long unmatched,
    List<Count> open,
    boolean tried,
    boolean made,
    String said,
    boolean fault) {

  /** Keeps the lists. */
  public ThemesModel {
    counts = List.copyOf(counts);
    open = List.copyOf(open);
  }

  /**
   * How often something was written.
   *
   * @param what a theme, or a text
   * @param count how many texts
   * @param before how many by the rules in force
   */
  public record Count(String what, long count, long before) {}
}
