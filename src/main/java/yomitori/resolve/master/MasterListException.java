package yomitori.resolve.master;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import yomitori.resolve.table.TableFile;
import yomitori.resolve.table.TableTooLargeException;

/** A file that holds no master list. Its message names the file and what is wrong with it. */
public final class MasterListException extends Exception {

  private static final long serialVersionUID = 1L;

  /** What is wrong with the file. */
  public enum Fault {
    /**
     * It cannot be opened, or is no text and no workbook; the detail is what was found, in the
     * words of the exception that is the cause.
     */
    UNREADABLE,
    /** It is longer, unpacked, than any list; the detail is the limit in MB. */
    TOO_LARGE,
    /** No row of it is an institution. */
    NO_INSTITUTION,
    /** A table that is no bureau's and does not name its columns; the detail is its first row. */
    UNKNOWN_HEADER,
    /**
     * More rows are left out than taken; the details are how many of how many, the first one's
     * number and what stands in it.
     */
    MOSTLY_BAD,
    /**
     * A bureau's list, which names its prefecture neither in a title nor in the file's name; the
     * detail is the row of its first institution.
     */
    NO_PREFECTURE
  }

  private final transient Path file;
  private final Fault fault;
  private final transient List<String> details;

  MasterListException(Path file, Fault fault, String... details) {
    this(file, fault, null, List.of(details));
  }

  private MasterListException(Path file, Fault fault, Throwable cause, List<String> details) {
    super(file + ": " + fault + " " + String.join(", ", details), cause);
    this.file = file;
    this.fault = fault;
    this.details = details;
  }

  /** A file that cannot be opened or is damaged, with what was found. */
  static MasterListException unreadable(Path file, IOException found) {
    String said = String.valueOf(found.getMessage()).replaceAll("\\s+", " ");
    return new MasterListException(file, Fault.UNREADABLE, found, List.of(said));
  }

  static MasterListException tooLarge(Path file, TableTooLargeException found) {
    List<String> limit = List.of(Integer.toString(TableFile.MOST_MB));
    return new MasterListException(file, Fault.TOO_LARGE, found, limit);
  }

  /** The file. */
  public Path file() {
    return file;
  }

  /** What was found, as {@link Fault} tells. */
  public List<String> details() {
    return details;
  }

  /** What is wrong with it. */
  public Fault fault() {
    return fault;
  }
}
