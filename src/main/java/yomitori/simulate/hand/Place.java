package yomitori.simulate.hand;

import java.util.List;
import yomitori.geometry.RectMm;

/**
 * A place of the form that can be answered, and what a hand did there.
 *
 * @param field the form's field id
 * @param id the box's id, or the field's where the field has no boxes to tick
 * @param kind what sort of place it is
 * @param area where it lies on the form
 * @param meant 1 or 0 for a box, the text for what is written
 * @param effects what the hand did here, as tags in lower case
 * @param ink the points that it inked
 */
public record Place(
    String field,
    String id,
    Kind kind,
    RectMm area,
    String meant,
    List<String> effects,
    InkTrace ink) {

  /** Sorts of place. */
  public enum Kind {
    CHECKBOX,
    /** A box that is one option of a choice. */
    CHOICE,
    COMB,
    AMOUNT,
    TEXT
  }

  public Place {
    effects = List.copyOf(effects);
  }
}
