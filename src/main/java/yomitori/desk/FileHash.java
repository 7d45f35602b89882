package yomitori.desk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 of a file, by which the desk knows it again. */
public final class FileHash {

  private FileHash() {}

  /**
   * Reads a whole file.
   *
   * @return 64 hex digits
   * @throws IOException if it cannot be read to its end
   */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return copied(in, OutputStream.nullOutputStream());
    }
  }

  /**
   * Copies what is read.
   *
   * @return the SHA-256 of all that was copied, 64 hex digits
   */
  public static String copied(InputStream in, OutputStream out) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
    new DigestInputStream(in, digest).transferTo(out);
    return HexFormat.of().formatHex(digest.digest());
  }
}
