package yomitori.form;

import yomitori.geometry.RectMm;

/** One question or line of the form that becomes one column of the records. */
public sealed interface Field
    permits CheckboxField, ChoiceField, CombField, AmountField, TextField {

  /** The column's name: letters, digits, {@code _} and {@code .}, unique in the form. */
  String id();

  /** What the form prints for it, word for word. */
  String label();

  /** Where it is answered, in form mm: the box or line, or around all its boxes. */
  RectMm area();
}
