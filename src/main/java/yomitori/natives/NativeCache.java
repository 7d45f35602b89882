package yomitori.natives;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder that keeps what must lie on disk to be used: native libraries and trained data. Files
 * are written beside their place and moved there, so that two processes that start at once never
 * see half a file.
 *
 * @param root the cache folder; made when first written to
 */
public record NativeCache(Path root) {

  /** System property and environment variable that choose the cache folder. */
  public static final String SETTING = "YOMITORI_CACHE";

  /** The folder that is set by property, else environment, else the user's own cache. */
  public static NativeCache standard() {
    String set = System.getProperty(SETTING, System.getenv(SETTING));
    return new NativeCache(
        set == null || set.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache", "yomitori")
            : Path.of(set).toAbsolutePath());
  }

  /** Where the libraries of one version for one kind of machine lie. */
  public Path natives(String version) {
    return root.resolve("natives").resolve(version);
  }

  /**
   * Puts a resource of the class path at {@code target} unless a file of the same size is there.
   *
   * @return the target, or empty where the class path has no such resource
   * @throws UncheckedIOException if the cache cannot be written
   */
  public Optional<Path> extract(ClassLoader loader, String resource, Path target) {
    var url = loader.getResource(resource);
    if (url == null) {
      return Optional.empty();
    }
    try {
      var connection = url.openConnection();
      connection.setUseCaches(false);
      try (InputStream in = connection.getInputStream()) {
        long size = connection.getContentLengthLong();
        if (!Files.isRegularFile(target) || Files.size(target) != size) {
          place(in, size, target);
        }
      }
      return Optional.of(target);
    } catch (IOException e) {
      throw new UncheckedIOException(
          target + " cannot be written; set " + SETTING + " to a folder that can be", e);
    }
  }

  private static void place(InputStream in, long size, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Path part = Files.createTempFile(target.getParent(), "part-", "");
    try {
      long written = Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      if (written != size) {
        throw new IOException(target + ": " + written + " of " + size + " bytes");
      }
      try {
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
