package yomitori.tally.report;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import yomitori.record.FileInUseException;
import yomitori.record.StagedFile;

/**
 * Files that appear together when all of them are whole; what stood there before stays till then.
 */
final class Delivery implements Closeable {

  private final Path folder;
  private final List<StagedFile> files = new ArrayList<>();

  /**
   * @param folder made where it is missing
   */
  Delivery(Path folder) {
    this.folder = folder;
  }

  /**
   * Adds a file.
   *
   * @param name relative to the folder, with {@code /}
   * @throws FileInUseException if another run is writing it
   */
  void add(String name, byte[] content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    StagedFile staged = new StagedFile(file);
    files.add(staged);
    staged.append(content);
  }

  /** Gives all files their names. */
  void publish() throws IOException {
    for (StagedFile file : files) {
      file.publish();
    }
  }

  /** Takes away what was not published. */
  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (StagedFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        if (failure == null) {
          failure = e;
        } else {
          failure.addSuppressed(e);
        }
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
