package yomitori.desk.sheet;

import java.util.List;
import java.util.Set;

/**
 * What an operator says of a sheet.
 *
 * @param shown the crops that were on it, as they were shown
 * @param picked pages of those that are wrong
 * @param opposite whether the picked ones are what was not read, where only two answers are
 *     possible; otherwise somebody looks at each
 */
public record Judgement(List<Shown> shown, Set<Long> picked, boolean opposite) {

  public Judgement {
    shown = List.copyOf(shown);
    picked = Set.copyOf(picked);
  }

  /**
   * A crop as it was shown.
   *
   * @param version the newest row of its history at that time
   */
  public record Shown(long page, long version) {}
}
