package yomitori.simulate.score;

import java.util.List;
import java.util.Optional;
import yomitori.geometry.RectPx;

/**
 * What a record says about one field.
 *
 * @param value as the records show it
 * @param detail what only {@code records.jsonl} tells
 */
record ReadField(String value, Optional<Detail> detail) {

  /**
   * What {@code records.jsonl} adds to a value.
   *
   * @param confidence 0 to 1
   * @param accepted whether it was taken without a person, or after one has looked
   * @param notRead whether reading it was not asked for
   * @param alternatives other values, the likelier first
   * @param box where it lies on the page as received
   */
  record Detail(
      double confidence,
      boolean accepted,
      boolean notRead,
      List<String> alternatives,
      Optional<RectPx> box) {

    Detail {
      alternatives = List.copyOf(alternatives);
    }
  }
}
