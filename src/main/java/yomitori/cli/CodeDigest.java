package yomitori.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;

/**
 * Tells whether what a file was made by is still the same: digests of the program's own code, of
 * forms and of lists.
 */
final class CodeDigest {

  private static final String ROOT = "yomitori";

  private CodeDigest() {}

  /**
   * The digest of the program's classes and texts.
   *
   * @param packages only these parts of it, as folders below {@code yomitori}
   * @param except of these, the parts that do not count
   * @throws IOException if the program's own files cannot be read
   */
  static String of(List<String> packages, List<String> except) throws IOException {
    try {
      Path code =
          Path.of(CodeDigest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(code)) {
        return of(code.resolve(ROOT), packages, except);
      }
      try (FileSystem jar = FileSystems.newFileSystem(code)) {
        return of(jar.getPath("/", ROOT), packages, except);
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  /** The digest of all files in a folder. */
  static String ofFolder(Path folder) throws IOException {
    return of(folder, List.of(""), List.of());
  }

  /** The digest of what a list says of its institutions, in its order, whatever file it is in. */
  static String ofList(MasterList list) {
    MessageDigest digest = sha256();
    for (MasterEntry entry : list.entries()) {
      String row = entry.prefecture() + "," + entry.code() + "," + entry.name() + "\n";
      digest.update(row.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String of(Path root, List<String> packages, List<String> except)
      throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> isIn(packages, root, file) && !isIn(except, root, file))
              .sorted(Comparator.comparing(Path::toString))
              .toList();
    }
    MessageDigest digest = sha256();
    for (Path file : files) {
      digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static boolean isIn(List<String> folders, Path root, Path file) {
    return folders.stream().anyMatch(folder -> file.startsWith(root.resolve(folder)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
