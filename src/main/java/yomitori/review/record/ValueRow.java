package yomitori.review.record;

import java.util.List;
import java.util.Optional;
import yomitori.geometry.RectPx;
import yomitori.review.AnswerOption;

/**
 * A field of the record as its page shows it.
 *
 * @param label what the form prints for it
 * @param words its value in words
 * @param state accepted, review or corrected
 * @param confidence in percent
 * @param reason why it is in doubt, in words
 * @param alternatives other readings, in words
 * @param options values and words to choose from; empty where the value is typed
 * @param place on the picture of the page
 * @param history what was decided, oldest first
 * @param wanted whether the page was opened for it
 */
public record ValueRow(
    String field,
    String label,
    String value,
    String words,
    String state,
    long confidence,
    String reason,
    String alternatives,
    long version,
    List<AnswerOption> options,
    Optional<RectPx> place,
    List<String> history,
    boolean wanted) {

  public ValueRow {
    options = List.copyOf(options);
    history = List.copyOf(history);
  }
}
