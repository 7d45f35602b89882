package yomitori.resolve;

import java.util.Collection;
import java.util.Map;
import yomitori.mark.MarkReading;

/**
 * Where the writer of a page puts the marks.
 *
 * @param besideBoxes more boxes have ink beside them than are marked: perhaps each tick stands left
 *     of its box
 */
record WriterHabit(boolean besideBoxes) {

  /**
   * @param marked how likely each box is marked, by its id
   */
  static WriterHabit of(
      Collection<MarkReading> page, Map<String, Double> marked, MarkThresholds thresholds) {
    long inside = page.stream().filter(box -> marked.get(box.checkBox().id()) >= 0.5).count();
    long beside =
        page.stream()
            .filter(box -> marked.get(box.checkBox().id()) < 0.5)
            .filter(box -> box.nearbyInk() >= thresholds.besideFrom())
            .count();
    return new WriterHabit(beside > inside);
  }
}
