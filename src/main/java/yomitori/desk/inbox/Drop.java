package yomitori.desk.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import yomitori.desk.DataFolder;
import yomitori.desk.DurableMove;
import yomitori.desk.FileHash;
import yomitori.desk.FileName;

/**
 * Puts a fax into the inbox as a whole: it is written under a hidden name, which the inbox passes
 * over, and gets its own when it is safe on the disk. Names come from strangers; what of them could
 * lead anywhere else is left out.
 */
public final class Drop {

  /** What the readers open. */
  private static final List<String> ENDINGS =
      List.of(".tif", ".tiff", ".pdf", ".png", ".jpg", ".jpeg");

  private static final String HIDDEN = ".drop-";
  private static final Pattern LEFT = Pattern.compile("\\.drop-[0-9a-f]{16}\\.part");

  private final DataFolder data;

  /** A file without a byte: what was sent broke off before it began. */
  public static final class EmptyFaxException extends IOException {

    private static final long serialVersionUID = 1;

    EmptyFaxException(String name) {
      super("no bytes came of " + name + ": send it again");
    }
  }

  /** Into the inbox of a desk. */
  public Drop(DataFolder data) {
    this.data = data;
  }

  /** Whether a file's name says that it is of a kind that is read. */
  public static boolean isFax(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(small::endsWith);
  }

  /**
   * Writes a file.
   *
   * @param sender the subfolder, a fax number or an office; empty for none
   * @param name with an ending of {@link #isFax}
   * @return where it lies, below the inbox
   * @throws EmptyFaxException if it has no bytes
   * @throws IOException if it cannot be written; nothing is left then
   */
  public String put(String sender, String name, InputStream content) throws IOException {
    return put(sender, name, content, sha256 -> false).source().orElseThrow();
  }

  /**
   * What became of a file.
   *
   * @param sha256 of its bytes, in hex
   * @param source where it lies, below the inbox; empty where its bytes were known
   */
  public record Dropped(String sha256, Optional<String> source) {}

  /**
   * As {@link #put(String, String, InputStream)}, but leaves nothing where the bytes are known.
   *
   * @param known whether there is a fax of that SHA-256 already
   * @throws EmptyFaxException if it has no bytes
   */
  public Dropped put(String sender, String name, InputStream content, Predicate<String> known)
      throws IOException {
    Path folder = FileName.harmless(sender).map(data.inbox()::resolve).orElse(data.inbox());
    Files.createDirectories(folder);
    String mark = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path hidden = folder.resolve(HIDDEN + mark + ".part");
    try {
      String sha256 = write(hidden, content);
      if (Files.size(hidden) == 0) {
        throw new EmptyFaxException(name);
      }
      if (known.test(sha256)) {
        return new Dropped(sha256, Optional.empty());
      }
      Path placed = place(hidden, folder, FileName.harmless(name).orElse("fax"), mark);
      DurableMove.sync(folder);
      DurableMove.sync(data.inbox());
      return new Dropped(sha256, Optional.of(InboxScan.source(data.inbox(), placed)));
    } finally {
      Files.deleteIfExists(hidden);
    }
  }

  /**
   * Removes what a process that was killed left half written. Nothing may be dropped meanwhile.
   *
   * @throws IOException if it cannot be deleted
   */
  public void clear() throws IOException {
    Files.walkFileTree(
        data.inbox(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (LEFT.matcher(file.getFileName().toString()).matches()) {
              Files.deleteIfExists(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // the inbox tells of it
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static String write(Path file, InputStream content) throws IOException {
    try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        OutputStream out = Channels.newOutputStream(channel)) {
      String sha256 = FileHash.copied(content, out);
      channel.force(true);
      return sha256;
    }
  }

  /** Never in the place of another fax, whoever writes that name meanwhile. */
  private static Path place(Path hidden, Path folder, String name, String mark) throws IOException {
    Path wanted = folder.resolve(name);
    try {
      return Files.createLink(wanted, hidden);
    } catch (FileSystemException | UnsupportedOperationException e) {
      // Another fax of that name waits there, or the disk has no links: a name that nobody has.
      return Files.move(hidden, folder.resolve(mark + "-" + name), StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
