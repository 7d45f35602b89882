package yomitori.desk.sheet;

import java.util.Optional;
import yomitori.resolve.FieldValue.Decision;

/**
 * What stands on a sheet.
 *
 * @param form the form's id
 * @param field the form's id of the field
 * @param decision {@link Decision#REVIEW} for what is in doubt, {@link Decision#ACCEPTED} for what
 *     nobody has looked at
 * @param read only what was read so, in the records' words; nothing for whatever was read
 */
public record Selection(String form, String field, Decision decision, Optional<String> read) {

  /**
   * @throws IllegalArgumentException if a person has decided already
   */
  public Selection {
    if (decision == Decision.CORRECTED) {
      throw new IllegalArgumentException("what a person decided is on no sheet");
    }
  }
}
