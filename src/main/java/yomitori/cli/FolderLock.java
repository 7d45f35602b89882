package yomitori.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second desk from the same data folder; the system gives it up when the process ends. */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Another desk runs on the folder. */
  static final class HeldException extends IOException {

    private static final long serialVersionUID = 1;

    HeldException(Path file) {
      super(file.toString());
    }
  }

  /**
   * Takes the lock.
   *
   * @throws HeldException if another desk has it
   * @throws IOException if the file cannot be made
   */
  static FolderLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean taken = false;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      taken = false; // held by this very process
    } finally {
      if (!taken) {
        channel.close();
      }
    }
    if (!taken) {
      throw new HeldException(file);
    }
    return new FolderLock(channel);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
