package yomitori.form;

import java.util.Locale;

/** What can be wrong in a form definition; each has its sentence in the message bundles. */
public enum Mistake {
  /** There is no such file. */
  MISSING_FILE,
  /** The file cannot be read: what the system says. */
  UNREADABLE,
  /** The file is larger than any form: limit in kB. */
  TOO_LARGE,
  /** Bytes that are not UTF-8. */
  NOT_UTF8,
  /** Not YAML: what the parser says. */
  SYNTAX,
  /** An alias ({@code *name}), which definitions do without. */
  ALIAS,
  /** A key that does not exist here: key, the nearest that does. */
  UNKNOWN_KEY,
  /** A key that does not exist here and resembles none: key, all that do. */
  STRANGE_KEY,
  /** The same key twice: key. */
  DUPLICATE_KEY,
  /** A key that must be there: key. */
  MISSING_KEY,
  /** A list or block where words belong: key. */
  NOT_WORDS,
  /** No number where one belongs: key. */
  NOT_A_NUMBER,
  /** No whole number where one belongs: key. */
  NOT_WHOLE,
  /** Neither true nor false where one belongs: key. */
  NOT_TRUE_OR_FALSE,
  /** No block of keys where one belongs: key. */
  NOT_A_BLOCK,
  /** No list where one belongs: key. */
  NOT_A_LIST,
  /** Not {@code [x, y]}: key. */
  NOT_A_POINT,
  /** Not {@code [width, height]}: key. */
  NOT_A_SIZE,
  /** Not {@code [x, y, width, height]}: key. */
  NOT_A_RECTANGLE,
  /** Not {@code [x1, y1, x2, y2]}: key. */
  NOT_A_LINE,
  /** A number outside its range: number, least, most. */
  OUT_OF_RANGE,
  /** A word that is not one of a few: word, the few. */
  UNKNOWN_WORD,
  /** Words that are empty: key. */
  EMPTY,
  /** A list that is empty: key. */
  EMPTY_LIST,
  /** An entry that names none of the kinds: the kinds. */
  NO_KIND,
  /** An entry that names two kinds: the first, the second. */
  TWO_KINDS,
  /** An id with other characters than allowed: id. */
  BAD_ID,
  /** An id that is a fixed column of the records: id. */
  RESERVED_ID,
  /** An id that was used before: id, line. */
  DUPLICATE_ID,
  /** The form's id is not the name of its folder: id, folder. */
  NOT_ITS_FOLDER,
  /** A choice with fewer than two options: id. */
  FEW_OPTIONS,
  /** A row of options with another number of labels than ids: labels, ids. */
  LABEL_COUNT,
  /** A picture whose pixels are not square on the sheet: dpi across, dpi down. */
  UNEVEN_PIXELS,
  /** Asking a person costs no less than a mistake: review, error. */
  REVIEW_TOO_DEAR,
  /** A word list that is not shipped: name, those that are. */
  UNKNOWN_LEXICON,
  /** A rule for check digits that does not exist: name, those that do. */
  UNKNOWN_CHECK,
  /** A second field for what a form asks for once, the sender's code or name: what, line. */
  ASKED_TWICE,
  /** The blank's file name: name. */
  BAD_BLANK,
  /** A comb whose cells overlap: pitch, width. */
  CELLS_OVERLAP,
  /** Something that does not lie on the sheet: what, sheet width, sheet height. */
  OUTSIDE_SHEET,
  /** Two areas to be read that overlap: the one, the other, its line. */
  OVERLAP;

  /** The name of its sentence in the bundles. */
  String key() {
    return "mistake." + name().toLowerCase(Locale.ROOT);
  }
}
