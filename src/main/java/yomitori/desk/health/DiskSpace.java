package yomitori.desk.health;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import yomitori.desk.health.Problems.Place;

/** Whether there is room for more faxes. */
public final class DiskSpace {

  /** Room for some ten thousand faxes of 50 KiB, and for the ledger to grow beside them. */
  private static final long LEAST_BYTES = 1L << 30;

  private static final double BYTES_PER_GIBIBYTE = 1L << 30;

  private final Path folder;

  /** The disk that a folder is on. */
  public DiskSpace(Path folder) {
    this.folder = folder;
  }

  /** Bytes that the desk may still write; 0 where nobody can tell. */
  public long free() {
    try {
      return Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      // A disk that cannot be asked cannot be written to either.
      return 0;
    }
  }

  /** Raises a problem when little is left, and forgets it when there is enough again. */
  public void look(Problems problems, Instant now) {
    long free = free();
    if (free < LEAST_BYTES) {
      String left = String.format(Locale.ROOT, "%.2f GiB", free / BYTES_PER_GIBIBYTE);
      problems.raise(Place.DISK, folder.toString(), left, now);
    } else {
      problems.solved(Place.DISK, folder.toString());
    }
  }
}
