package yomitori.form;

import java.util.Optional;
import yomitori.geometry.RectMm;

/**
 * One printed box to tick, with the words beside it.
 *
 * @param id unique in the form: the field's id, or {@code field.option} for an option of a choice
 * @param label the words beside the box
 * @param box the printed outline, its outer edge
 * @param labelArea where the words stand, to the right of the box; a circle drawn round them is a
 *     mark too. Empty where the definition does not say
 * @param shape what the outline is
 */
public record CheckBox(
    String id, String label, RectMm box, Optional<RectMm> labelArea, BoxShape shape) {

  /** A square box with words beside it. */
  public CheckBox(String id, String label, RectMm box, RectMm labelArea) {
    this(id, label, box, Optional.of(labelArea), BoxShape.SQUARE);
  }
}
