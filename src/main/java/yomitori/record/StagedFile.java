package yomitori.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * A file that appears under its own name only when it is whole. Until then it grows beside it as
 * {@code NAME.part}, line by line, and what stood under the name before stays as it was. While it
 * grows no other run can begin the same file.
 *
 * <p>A link is followed: the file that it names is replaced, not the link. What is there and is no
 * file, such as a device or a pipe, is written to directly.
 */
public final class StagedFile implements Closeable {

  /** As many as Linux follows. */
  private static final int MOST_LINKS = 40;

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
    this.direct = Files.exists(target) && !Files.isRegularFile(target);
    this.target = direct ? target : named(target);
    this.part = this.target.resolveSibling(this.target.getFileName() + ".part");
    this.out =
        new BufferedOutputStream(
            direct
                ? Files.newOutputStream(target, StandardOpenOption.WRITE)
                : Channels.newOutputStream(begin(part)));
  }

  /** The file itself, through links to it, be it there yet or not. */
  private static Path named(Path target) throws IOException {
    if (Files.exists(target)) {
      return target.toRealPath();
    }
    Path named = target;
    for (int i = 0; Files.isSymbolicLink(named); i++) {
      if (i == MOST_LINKS) {
        throw new FileSystemLoopException(target.toString());
      }
      named = named.resolveSibling(Files.readSymbolicLink(named));
    }
    return named;
  }

  /** Opens the part for this run alone and empties it of what an earlier one may have left. */
  private static FileChannel begin(Path part) throws IOException {
    try {
      Files.createFile(part);
    } catch (FileAlreadyExistsException e) {
      // Left by a killed run, or another run's: the lock tells.
    }
    boolean mine = false;
    FileChannel channel = null;
    try {
      Object before = identity(part);
      channel = FileChannel.open(part, StandardOpenOption.WRITE);
      mine = channel.tryLock() != null && Objects.equals(before, identity(part));
    } catch (OverlappingFileLockException | NoSuchFileException e) {
      mine = false; // this program holds it, or another has just given it its name
    } finally {
      if (!mine && channel != null) {
        channel.close();
      }
    }
    if (!mine) {
      throw new FileInUseException(part);
    }
    return channel.truncate(0);
  }

  /** Tells the file under a name from the next one of that name; none on Windows. */
  private static Object identity(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
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
