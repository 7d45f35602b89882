package yomitori.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;

/**
 * The folder that holds all that a desk has: its inbox, its archive, its ledger.
 *
 * @param root absolute
 */
public record DataFolder(Path root) {

  /** The faxes name people, and the ledger holds accounts. */
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /** Where faxes are dropped; its subfolders are senders. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Files on their way from the inbox into the archive, each in a folder of its own. */
  public Path taking() {
    return root.resolve("taking");
  }

  /** Every file that was taken, by day and hash. */
  public Path archive() {
    return root.resolve("archive");
  }

  /** Copies of files that could not be read, each with its reason beside it, for the clerk. */
  public Path failed() {
    return root.resolve("failed");
  }

  /** Where exports are, unless a setting names another folder. */
  public Path exports() {
    return root.resolve("exports");
  }

  /** What people gave for the tally, and the last one that was made. */
  public Path tally() {
    return root.resolve("tally");
  }

  /**
   * The copy of a fax in {@link #failed}.
   *
   * @param fax its number in the ledger
   * @param name as it was dropped
   */
  public Path failedCopy(long fax, String name) {
    return failed().resolve(fax + FileName.harmless(name).map(n -> "-" + n).orElse(""));
  }

  /** What is wrong with a file of {@link #failed}, beside it. */
  public static Path reasonOf(Path copy) {
    return copy.resolveSibling(copy.getFileName() + ".reason.txt");
  }

  /** The SQLite file. */
  public Path ledger() {
    return root.resolve("ledger.db");
  }

  /** Structured logs. */
  public Path logs() {
    return root.resolve("logs");
  }

  /** The settings. */
  public Path settings() {
    return root.resolve("desk.yaml");
  }

  /** What this folder is known by to a ledger on a database server. */
  public Path identity() {
    return root.resolve("desk.id");
  }

  /** Held while a desk runs on this folder. */
  public Path lock() {
    return root.resolve("desk.lock");
  }

  /**
   * Makes a folder, and those above it, that only its owner may look into where the system knows
   * owners.
   */
  public static void createPrivate(Path folder) throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectory(folder);
    }
  }

  /** Makes the folders that are not there; a new root is its owner's alone. */
  public void create() throws IOException {
    if (Files.notExists(root)) {
      createPrivate(root);
    }
    for (Path folder : List.of(inbox(), taking(), archive(), failed(), logs())) {
      Files.createDirectories(folder);
    }
  }
}
