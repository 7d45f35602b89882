package yomitori.desk.backup;

import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** A backup cannot be made or restored for what a person must mend. */
public final class BackupException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final Fault fault;
  private final String place;

  /** What is wrong. */
  enum Fault {
    /** The file that is to be written is there. */
    EXISTS,
    /** The folder holds no desk. */
    NO_DESK,
    /** The file is no backup of a desk. */
    NO_BACKUP,
    /** What lies in the backup is not what was put there. */
    DAMAGED,
    /** The folder to restore into holds something. */
    NOT_EMPTY
  }

  BackupException(Fault fault, Path place) {
    this(fault, place.toString());
  }

  BackupException(Fault fault, String place) {
    super(fault + ": " + place);
    this.fault = fault;
    this.place = place;
  }

  /** Where, what and what to do, in Japanese for a Japanese locale, else in English. */
  public String said(Locale locale) {
    ResourceBundle words =
        ResourceBundle.getBundle(
            "yomitori.desk.backup.messages",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    return new MessageFormat(words.getString("fault." + fault), locale)
        .format(new Object[] {place});
  }
}
