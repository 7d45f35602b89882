package yomitori.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears under its own name only when it is whole. Until then it grows beside it as
 * {@code NAME.part}, line by line, and what stood under the name before stays as it was. While it
 * grows no other run can begin the same file.
 *
 * <p>A link is followed: the file that it names is replaced, not the link. What is there and is no
 * file, such as a device or a pipe, is written to directly.
 */
public final class StagedFile implements Closeable {

  private final Path target;
  private final boolean direct;
  private final Path part;
  private final OutputStream out;
  private boolean published;

  /**
   * Begins the file; its folder is there.
   *
   * @throws FileInUseException if another run is writing it
   */
  public StagedFile(Path target) throws IOException {
    this.target = Files.exists(target) ? target.toRealPath() : target;
    this.direct = Files.exists(target) && !Files.isRegularFile(target);
    this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
    this.out =
        new BufferedOutputStream(
            direct
                ? Files.newOutputStream(target, StandardOpenOption.WRITE)
                : Channels.newOutputStream(begin(part)));
  }

  /** Opens the part for this run alone and empties it of what an earlier one may have left. */
  private static FileChannel begin(Path part) throws IOException {
    FileChannel channel =
        FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean mine = false;
    try {
      mine = channel.tryLock() != null && Files.exists(part);
    } catch (OverlappingFileLockException e) {
      mine = false;
    } finally {
      if (!mine) {
        channel.close();
      }
    }
    if (!mine) {
      throw new FileInUseException(part);
    }
    return channel.truncate(0);
  }

  /** Appends whole lines and hands them to the system, so that a killed run leaves no half line. */
  public void append(byte[] lines) throws IOException {
    out.write(lines);
    out.flush();
  }

  /** Closes the file and gives it its own name. */
  public void publish() throws IOException {
    if (!direct) {
      move();
    }
    published = true;
    out.close();
  }

  /** While the part is still locked, so that no other run can take it for its own. */
  private void move() throws IOException {
    out.flush();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Closes the file and, where it was not published, takes it away. */
  @Override
  public void close() throws IOException {
    if (published) {
      return;
    }
    try {
      if (!direct) {
        Files.deleteIfExists(part);
      }
    } finally {
      out.close();
    }
  }
}
