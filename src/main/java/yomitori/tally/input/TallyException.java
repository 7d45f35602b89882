package yomitori.tally.input;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A file given to the tally that cannot be used, and that a person can mend. */
public final class TallyException extends Exception {

  private static final long serialVersionUID = 1L;

  private static final String BUNDLE = "yomitori.tally.input.messages";

  private final String file;
  private final int line;
  private final Fault fault;
  private final String what;

  /** What is wrong with a file. */
  public enum Fault {
    /** It is not there, or the system refuses it; the detail is the system's. */
    UNREADABLE,
    /** It is not there. */
    NOT_THERE,
    /** It is a folder. */
    IS_FOLDER,
    /** It is a text in another encoding than UTF-8. */
    NOT_UTF8,
    /** It is no YAML; the detail is the parser's. */
    NO_YAML,
    /** A key that is not known. */
    UNKNOWN_KEY,
    /** A value that cannot be so. */
    WRONG_VALUE,
    /** Something that must be there is not. */
    MISSING,
    /** A field that the form has not, or of another kind. */
    NO_SUCH_FIELD,
    /** A question that is not in the plan, or cannot be mapped so. */
    NO_SUCH_QUESTION,
    /** An answer that the question has not. */
    NO_SUCH_ANSWER,
    /** A column that the table has not. */
    NO_SUCH_COLUMN,
    /** A column of which the table has several. */
    COLUMN_TWICE,
    /** A sheet that the workbook has not. */
    NO_SUCH_SHEET,
    /** Neither a table of records nor a file of records. */
    NO_RECORDS,
    /** Not a CSV or a workbook that can be read; the detail is the parser's. */
    NO_TABLE,
    /** Larger than any answers are. */
    TOO_LARGE,
    /** Two sources with one id. */
    SOURCE_TWICE,
    /** A line of the themes without a colon. */
    THEME_COLON,
    /** A line of the themes without a word to look for. */
    THEME_WORD,
    /** A decision that is neither {@code same} nor {@code different}. */
    WRONG_DECISION
  }

  /**
   * @param file which one
   * @param line from 1; 0 where no line is at fault
   * @param what the key, column or value; may be empty
   */
  public TallyException(Path file, int line, Fault fault, String what) {
    super(file + ":" + line + ": " + fault + ": " + what);
    this.file = file.toString();
    this.line = line;
    this.fault = fault;
    this.what = what;
  }

  /**
   * A file that the system did not let be read.
   *
   * @param otherwise what is wrong where the system's word is not one of the usual ones
   */
  public static TallyException unreadable(Path file, Fault otherwise, IOException found) {
    Fault fault = otherwise;
    if (found instanceof NoSuchFileException) {
      fault = Fault.NOT_THERE;
    } else if (Files.isDirectory(file)) {
      fault = Fault.IS_FOLDER;
    } else if (found instanceof CharacterCodingException) {
      fault = Fault.NOT_UTF8;
    }
    TallyException told = new TallyException(file, 0, fault, String.valueOf(found.getMessage()));
    told.initCause(found);
    return told;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /**
   * The same fault, its file named as it is called below a folder; unchanged where it is not there.
   */
  public TallyException below(Path folder) {
    Path place = Path.of(file);
    if (!place.startsWith(folder)) {
      return this;
    }
    TallyException told = new TallyException(folder.relativize(place), line, fault, what);
    told.initCause(this);
    return told;
  }

  /** Where, what and what to do, in Japanese for a Japanese locale, else in English. */
  public String said(Locale locale) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            BUNDLE, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    String where = line > 0 ? file + ":" + line : file;
    String pattern = bundle.getString(fault.name());
    return where + ": " + new MessageFormat(pattern, locale).format(new Object[] {what});
  }
}
