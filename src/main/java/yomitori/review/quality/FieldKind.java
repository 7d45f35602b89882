package yomitori.review.quality;

import java.util.Locale;
import yomitori.form.AmountField;
import yomitori.form.CheckboxField;
import yomitori.form.ChoiceField;
import yomitori.form.CombField;
import yomitori.form.Field;

/** How a field is filled in: fields of one kind are misread alike. */
enum FieldKind {
  CHECKBOX,
  CHOICE,
  COMB,
  AMOUNT,
  TEXT,
  /** Of an edition of a form that the desk no longer reads. */
  FORMER;

  static FieldKind of(Field field) {
    if (field instanceof CheckboxField) {
      return CHECKBOX;
    }
    if (field instanceof ChoiceField) {
      return CHOICE;
    }
    if (field instanceof CombField) {
      return COMB;
    }
    return field instanceof AmountField ? AMOUNT : TEXT;
  }

  /** As it stands in message keys. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
