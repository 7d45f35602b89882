package yomitori.desk;

import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * What a file system said, without the file: logs may go to others, and names of files hold numbers
 * and names of senders.
 */
public final class DiskWords {

  private DiskWords() {}

  /** The kind of fault and, where it gives one, the system's reason. */
  public static String of(IOException e) {
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    String kind = e.getClass().getSimpleName();
    return reason == null || reason.isBlank() ? kind : kind + ": " + reason;
  }
}
