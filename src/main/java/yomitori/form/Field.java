package yomitori.form;

/** One question or line of the form that becomes one column of the records. */
public sealed interface Field
    permits CheckboxField, ChoiceField, CombField, AmountField, TextField {

  /** The column's name: letters, digits, {@code _} and {@code .}, unique in the form. */
  String id();

  /** What the form prints for it, word for word. */
  String label();
}
