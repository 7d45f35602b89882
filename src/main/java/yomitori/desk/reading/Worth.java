package yomitori.desk.reading;

import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;
import yomitori.resolve.FieldValue;

/**
 * How much an operator's look at a field is worth, the order of the queue: what the tally stands on
 * before what it only quotes, and of two fields of a kind the less sure one.
 */
final class Worth {

  private Worth() {}

  /** From 0, a sure value, to 10. */
  static double of(Field field, FieldValue value) {
    return value.inDoubt() ? weight(field) * (1 + (1 - value.confidence())) / 2 : 0;
  }

  /**
   * The code says who answers, and tells duplicates apart; the marks are the answers; a wrong
   * amount shifts a median a little; free text is read by people anyhow.
   */
  private static double weight(Field field) {
    if (field instanceof CombField) {
      return 10;
    } else if (field instanceof ChoiceField || field instanceof CheckboxField) {
      return 8;
    } else if (field instanceof AmountField) {
      return 6;
    } else if (field instanceof TextField text && !text.lexicon().isEmpty()) {
      return 9;
    }
    return 4;
  }
}
