package yomitori.desk.values;

import java.util.Locale;

/** On what occasion something was decided. */
public enum Kind {
  /** A doubt of the queue was answered, first or alone. */
  ANSWER,
  /** The second answer to a field that two people answer. */
  SECOND,
  /** The answer of a third, where two differ. */
  THIRD,
  /** An accepted value was read once more without being shown. */
  RECHECK,
  /** Picked out on a sheet of many crops. */
  SHEET,
  /** Corrected in the view of the whole record. */
  RECORD,
  /** A page that could not be read was typed by hand. */
  TYPED,
  /** Thresholds or lists were changed. */
  REDECIDE,
  /** A page as a whole was settled. */
  PAGE,
  /** An earlier step was taken back. */
  UNDO;

  /** As it stands in the ledger and in message keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a word of the ledger. */
  public static Kind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
