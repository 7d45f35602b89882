package yomitori.resolve;

import java.util.List;
import java.util.Optional;
import yomitori.geometry.RectPx;

/**
 * What was decided for one field.
 *
 * @param fieldId the column
 * @param value as the records show it: {@code 1}, {@code 0}, {@code ?}, an option's id, a text, a
 *     number; empty where nothing is written
 * @param confidence probability that the value is right, 0 to 1
 * @param decision accepted, or for a person to look at
 * @param alternatives other values in the order of their likelihood
 * @param reason why it is in doubt; empty where it is not
 * @param box where the field lies on the page as received; empty where it lies off the page
 */
public record FieldValue(
    String fieldId,
    String value,
    double confidence,
    Decision decision,
    List<String> alternatives,
    Optional<Reason> reason,
    Optional<RectPx> box) {

  /** The value of a mark that is in doubt. */
  public static final String IN_DOUBT = "?";

  public FieldValue {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException(fieldId + ": confidence outside 0..1: " + confidence);
    }
    alternatives = List.copyOf(alternatives);
  }

  /**
   * Whether a person must look. What nobody asked to read is no doubt, nor was it in older records,
   * which call it {@link Decision#REVIEW}.
   */
  public boolean inDoubt() {
    return decision == Decision.REVIEW && !reason.equals(Optional.of(Reason.NOT_READ));
  }

  /** Who decided. */
  public enum Decision {
    /** Taken as it is; what was not to be read, with the reason {@link Reason#NOT_READ}, too. */
    ACCEPTED,
    /** A person must look. */
    REVIEW,
    /** A person has looked. */
    CORRECTED
  }

  /** Why a value is in doubt. */
  public enum Reason {
    /** The ink in the box is between empty and marked. */
    FAINT_MARK,
    /** The box is empty but there is writing close around it. */
    INK_BESIDE_BOX,

    /** Nothing of these, yet an error is likelier than the form allows. */
    NOT_SURE,
    /** The box is marked, but with so much ink around it that the mark may be struck out. */
    PERHAPS_STRUCK_OUT,
    /** The box's printed outline was not found where it should be. */
    BOX_NOT_FOUND,
    /** The field's printed rules were not found: its part of the page may be missing. */
    PRINT_NOT_FOUND,
    /** More than one option of a question that takes one. */
    SEVERAL_MARKED,
    /** The place of the field is damaged or missing on the page. */
    DAMAGED,
    /** Reading it was not asked for. */
    NOT_READ,
    /** The text was read with too low a score. */
    UNSURE_TEXT,
    /** Writing around the field may be a part of what belongs in it. */
    WRITING_OUTSIDE,
    /** The word is one prefecture's, but code and name are an institution's of another. */
    PREFECTURE_DISAGREES,
    /** Read surely, but what it says together with other fields is not sure. */
    NAME_DISAGREES,
    /** Not the code that was read: list or check digit mended it, and nothing else confirms it. */
    CODE_MENDED,
    /** A code beside which neither a prefecture nor a listed name was read. */
    CODE_ALONE,
    /** Not one of the values that the field may hold. */
    NOT_IN_LEXICON,
    /** Not as many digits as there are boxes. */
    WRONG_LENGTH,
    /** The check digit does not agree. */
    CHECK_DIGIT,
    /** Not a number, or larger than the form expects. */
    NOT_AN_AMOUNT
  }
}
