package yomitori.record;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that appears under its own name only when it is whole. Until then it grows beside it as
 * {@code NAME.part}, line by line, and what stood under the name before stays as it was.
 */
public final class StagedFile implements Closeable {

  private final Path target;
  private final Path part;
  private final OutputStream out;

  /** Begins the file; its folder is there. */
  public StagedFile(Path target) throws IOException {
    this.target = target;
    this.part = target.resolveSibling(target.getFileName() + ".part");
    this.out = new BufferedOutputStream(Files.newOutputStream(part));
  }

  /** Appends whole lines and hands them to the system, so that a killed run leaves no half line. */
  public void append(byte[] lines) throws IOException {
    out.write(lines);
    out.flush();
  }

  /** Closes the file and gives it its own name. */
  public void publish() throws IOException {
    out.close();
    try {
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Closes the file and, where it was not published, takes it away. */
  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
