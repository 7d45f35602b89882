package yomitori.resolve.master;

import java.nio.file.Path;

/** A file that holds no master list. Its message names the file and what to do. */
public final class MasterListException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Fault {
    /** It cannot be opened, or is no text and no workbook. */
    UNREADABLE,
    /** No row of it is an institution. */
    NO_INSTITUTION,
    /** A bureau's list, which names its prefecture neither in a title nor in the file's name. */
    NO_PREFECTURE
  }

  private final transient Path file;
  private final Fault fault;
  private final String detail;

  MasterListException(Path file, Fault fault, String detail) {
    super(file + ": " + fault + " " + detail);
    this.file = file;
    this.fault = fault;
    this.detail = detail;
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What was found, in English. */
  public String detail() {
    return detail;
  }

  /** What is wrong with it. */
  public Fault fault() {
    return fault;
  }
}
