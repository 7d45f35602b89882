package yomitori.resolve.table;

import java.io.IOException;

/** A file that is longer, unpacked, than {@link TableFile#MOST_MB}. */
public final class TableTooLargeException extends IOException {

  private static final long serialVersionUID = 1L;

  TableTooLargeException() {
    super("more than " + TableFile.MOST_MB + " MB");
  }
}
