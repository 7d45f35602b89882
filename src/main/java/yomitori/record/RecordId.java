package yomitori.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a record after what was read and what it was read with. */
final class RecordId {

  /** 128 bits: no two different pages of any survey will meet. */
  private static final int BYTES = 16;

  private RecordId() {}

  /**
   * The first 32 hex digits of the SHA-256 over the three parts, each closed by a line feed.
   *
   * @param pageSha256 the page's own bytes, as 64 hex digits
   * @param formId empty where no form was recognised
   * @param formVersion empty likewise
   */
  static String of(String pageSha256, String formId, String formVersion) {
    String parts = pageSha256 + '\n' + formId + '\n' + formVersion + '\n';
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
