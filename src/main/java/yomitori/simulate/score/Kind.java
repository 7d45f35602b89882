package yomitori.simulate.score;

import java.util.Locale;
import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;
import yomitori.form.TextField;

/** What kind of answer a field takes. */
public enum Kind {
  /** A box of a question that takes any number of them. */
  CHECKBOX,
  /** A question of which one option is ticked. */
  CHOICE,
  /** Digits in boxes. */
  COMB,
  /** A number on a line. */
  AMOUNT,
  /** One of the words of a list. */
  LEXICON,
  /** Any words. */
  TEXT;

  static Kind of(Field field) {
    if (field instanceof CheckboxField) {
      return CHECKBOX;
    }
    if (field instanceof ChoiceField) {
      return CHOICE;
    }
    if (field instanceof CombField) {
      return COMB;
    }
    if (field instanceof AmountField) {
      return AMOUNT;
    }
    return ((TextField) field).lexicon().isEmpty() ? TEXT : LEXICON;
  }

  /** Whether it is written rather than ticked. */
  public boolean written() {
    return this != CHECKBOX && this != CHOICE;
  }

  /** The word for it in tables. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
