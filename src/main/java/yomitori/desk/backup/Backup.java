package yomitori.desk.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import yomitori.desk.DataFolder;
import yomitori.desk.FileHash;
import yomitori.desk.backup.BackupException.Fault;
import yomitori.desk.ledger.Ledger;

/**
 * Writes a data folder into a zip file, also while a desk works on it: all that came before the
 * backup began is in it. Inbox and files under way come first, then the ledger as it is at one
 * moment, then the archive: a fax that moves on meanwhile is met again further on.
 */
public final class Backup {

  private final DataFolder data;
  private final boolean ledgerIsFile;
  private final Manifest manifest = new Manifest();

  private Backup(DataFolder data, boolean ledgerIsFile) {
    this.data = data;
    this.ledgerIsFile = ledgerIsFile;
  }

  /**
   * Writes a backup, which has its name only when it is whole.
   *
   * @param ledgerIsFile whether the ledger is in the folder; that of a database server is not saved
   * @return how many files it holds
   * @throws BackupException if the file is there, or the folder is none of a desk
   * @throws IOException if the disk refuses
   */
  public static int write(DataFolder data, boolean ledgerIsFile, Path file) throws IOException {
    if (Files.exists(file)) {
      throw new BackupException(Fault.EXISTS, file);
    }
    if (!Files.isDirectory(data.archive()) || (ledgerIsFile && !Files.exists(data.ledger()))) {
      throw new BackupException(Fault.NO_DESK, data.root());
    }
    Path part = file.toAbsolutePath().resolveSibling("." + file.getFileName() + ".part");
    Files.deleteIfExists(part);
    createPrivate(part);
    try {
      Backup backup = new Backup(data, ledgerIsFile);
      try (ZipOutputStream zip =
          new ZipOutputStream(
              new BufferedOutputStream(Files.newOutputStream(part)), StandardCharsets.UTF_8)) {
        backup.writeAll(zip);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
      return backup.manifest.hashes().size();
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /** It holds what respondents wrote, and perhaps a password of the settings. */
  private static void createPrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
  }

  private void writeAll(ZipOutputStream zip) throws IOException {
    addFolder(zip, data.inbox());
    addFolder(zip, data.inbox()); // what lay apart when it was to be added, to be copied away
    addFolder(zip, data.taking());
    if (ledgerIsFile) {
      addLedger(zip);
    }
    for (Path folder : List.of(data.archive(), data.failed(), data.exports(), data.tally())) {
      addFolder(zip, folder);
    }
    for (Path file : List.of(data.settings(), data.identity())) {
      if (Files.exists(file)) {
        add(zip, file, name(file));
      }
    }
    zip.putNextEntry(new ZipEntry(Manifest.NAME));
    zip.write(manifest.text().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private void addLedger(ZipOutputStream zip) throws IOException {
    Path copy = data.root().resolve(".backup-" + UUID.randomUUID() + ".db");
    try {
      Ledger.copySqlite(data.ledger(), copy);
      add(zip, copy, name(data.ledger()));
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private void addFolder(ZipOutputStream zip, Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().toList();
    }
    for (Path file : files) {
      if (!manifest.hashes().containsKey(name(file))) {
        addIfThere(zip, file);
      }
    }
  }

  /** A file may have moved on since it was listed. */
  private void addIfThere(ZipOutputStream zip, Path file) throws IOException {
    try {
      add(zip, file, name(file));
    } catch (NoSuchFileException e) {
      // It is met again in the archive.
    }
  }

  private String name(Path file) {
    return data.root().relativize(file).toString().replace('\\', '/');
  }

  private void add(ZipOutputStream zip, Path file, String name) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setLastModifiedTime(Files.getLastModifiedTime(file));
      zip.putNextEntry(entry);
      manifest.add(name, FileHash.copied(in, zip));
      zip.closeEntry();
    }
  }
}
