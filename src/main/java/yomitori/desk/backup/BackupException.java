package yomitori.desk.backup;

import java.nio.file.Path;
import java.util.Locale;
import yomitori.desk.DeskException;
import yomitori.desk.DeskWords;

/** A backup cannot be made or restored for what a person must mend. */
public final class BackupException extends DeskException {

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
    super(fault + ": " + place, null);
    this.fault = fault;
    this.place = place;
  }

  @Override
  public String said(Locale locale) {
    return DeskWords.said(BackupException.class, locale, "fault." + fault, place);
  }
}
