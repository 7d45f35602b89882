package yomitori.desk.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import yomitori.desk.DataFolder;
import yomitori.desk.FileHash;
import yomitori.desk.FolderTree;
import yomitori.desk.backup.BackupException.Fault;

/** Makes a data folder out of a backup: the whole, proven by its hashes, or nothing. */
public final class Restore {

  private Restore() {}

  /**
   * Restores a backup.
   *
   * @param data a folder that is empty or not there
   * @return how many files there are
   * @throws BackupException if the file is no whole backup, or the folder is not empty
   * @throws IOException if the disk refuses; the folder is then as it was
   */
  public static int from(Path file, DataFolder data) throws IOException {
    Path root = data.root();
    if (!isEmpty(root)) {
      throw new BackupException(Fault.NOT_EMPTY, root);
    }
    Path part = root.resolveSibling("." + root.getFileName() + ".restoring");
    FolderTree.delete(part);
    try (ZipFile zip = open(file)) {
      Manifest manifest = manifest(zip, file);
      DataFolder.createPrivate(part);
      for (Map.Entry<String, String> saved : manifest.hashes().entrySet()) {
        extract(zip, saved.getKey(), saved.getValue(), part);
      }
      Files.deleteIfExists(root);
      Files.move(part, root, StandardCopyOption.ATOMIC_MOVE);
      return manifest.hashes().size();
    } catch (ZipException e) {
      throw new BackupException(Fault.DAMAGED, file);
    } finally {
      FolderTree.delete(part);
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException e) {
      throw new BackupException(Fault.NO_BACKUP, file);
    }
  }

  private static Manifest manifest(ZipFile zip, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.NAME);
    if (entry == null) {
      throw new BackupException(Fault.NO_BACKUP, file);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return Manifest.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void extract(ZipFile zip, String name, String sha256, Path folder)
      throws IOException {
    Path target = folder.resolve(name).normalize();
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || !target.startsWith(folder)) { // a name may lead out of the folder
      throw new BackupException(Fault.DAMAGED, name);
    }
    Files.createDirectories(target.getParent());
    String found;
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target)) {
      found = FileHash.copied(in, out);
    } catch (ZipException e) {
      throw new BackupException(Fault.DAMAGED, name);
    }
    if (!found.equals(sha256)) {
      throw new BackupException(Fault.DAMAGED, name);
    }
    if (entry.getLastModifiedTime() != null) {
      Files.setLastModifiedTime(target, entry.getLastModifiedTime());
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return true;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    }
  }
}
