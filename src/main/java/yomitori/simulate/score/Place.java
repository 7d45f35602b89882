package yomitori.simulate.score;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is true about one place of a page: a row of {@code fields.csv}.
 *
 * @param field the column that it belongs to
 * @param place the box's id, or the field's
 * @param meant 1 or 0 for a box, the text for a written field
 * @param visible the share of what the hand inked that is black on the received page, 0 to 1; empty
 *     where nothing was inked
 * @param onPage whether the whole place lies on the received page
 * @param effects what the hand did here
 */
record Place(
    String field,
    String place,
    String meant,
    OptionalDouble visible,
    boolean onPage,
    List<String> effects) {

  /**
   * Less of a mark than this share of its points arriving is nothing that anyone could see: of a
   * mark of 60 points, 2. The agreed limit of the truth files, not measured.
   */
  static final double LEAST_VISIBLE = 0.05;

  Place {
    effects = List.copyOf(effects);
  }

  /** Whether something was meant here of which nothing reached the page. */
  boolean leftNoInk() {
    boolean meantSomething = !meant.isEmpty() && !meant.equals("0");
    return meantSomething && onPage && visible.isPresent() && visible.getAsDouble() < LEAST_VISIBLE;
  }
}
