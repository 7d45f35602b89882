package yomitori.desk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** Moves files so that after a power cut they are in one place or the other, whole. */
public final class DurableMove {

  private static final boolean FOLDERS_SYNC =
      !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  private static final String PART = ".part";

  private DurableMove() {}

  /**
   * Moves a file or folder, a file across file systems too: there it is copied, and removed only
   * when the copy is on the disk. Nobody else may write the file meanwhile.
   *
   * @param target its folder is made where it does not exist
   */
  public static void move(Path file, Path target) throws IOException {
    try {
      rename(file, target);
    } catch (AtomicMoveNotSupportedException e) {
      copy(file, target);
      Files.delete(file);
    }
  }

  /**
   * Gives a file or folder another name, at one stroke.
   *
   * @param target its folder is made where it does not exist
   * @throws AtomicMoveNotSupportedException if it is on another file system; nothing was moved
   */
  public static void rename(Path file, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
    sync(target.getParent());
    sync(file.getParent());
  }

  private static void copy(Path file, Path target) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + PART);
    try {
      Files.copy(
          file, part, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
      try (FileChannel copy = FileChannel.open(part, StandardOpenOption.WRITE)) {
        copy.force(true);
      }
      Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
    sync(target.getParent());
  }

  /**
   * Writes a small file, which is there as a whole or not at all, in the place of an earlier one.
   */
  public static void write(Path target, byte[] content) throws IOException {
    Path part = target.resolveSibling("." + target.getFileName() + PART);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(content);
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    rename(part, target);
  }

  /** Whether a file is a copy that was not finished. */
  public static boolean isPart(Path file) {
    return file.getFileName().toString().endsWith(PART);
  }

  /**
   * Has the entries of a folder written to the disk. Windows does so by itself and lets no folder
   * be opened, nor do file systems that lie in a file.
   */
  public static void sync(Path folder) throws IOException {
    if (FOLDERS_SYNC && folder.getFileSystem().equals(FileSystems.getDefault())) {
      try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
  }
}
