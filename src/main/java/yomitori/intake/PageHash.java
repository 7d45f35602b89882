package yomitori.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over what makes a page: its meaning first, then its encoded bytes. */
final class PageHash {

  private final MessageDigest digest;

  /**
   * @param meaning everything beside the bytes that changes the picture, in a fixed form
   */
  PageHash(String meaning) {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    add(meaning.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
  }

  PageHash add(byte[] bytes) {
    digest.update(bytes);
    return this;
  }

  PageHash add(InputStream in) throws IOException {
    byte[] block = new byte[1 << 16];
    for (int n = in.read(block); n >= 0; n = in.read(block)) {
      digest.update(block, 0, n);
    }
    return this;
  }

  PageHash add(FileBytes file, long offset, long length) throws IOException {
    file.digest(digest, offset, length);
    return this;
  }

  /** The hash in 64 hex digits; ends it. */
  String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
