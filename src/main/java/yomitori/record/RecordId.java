package yomitori.record;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a record after what was read and what it was read with. */
public final class RecordId {

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
    return digest(pageSha256, formId, formVersion);
  }

  /**
   * The name of a record that a person typed from a page that could not be decoded, so that its own
   * bytes are not known: the file's and its number stand for them.
   *
   * @param fileSha256 as 64 hex digits
   * @param page from 1, or 0 for a file that could not be opened
   */
  public static String ofTyped(String fileSha256, int page, String formId, String formVersion) {
    return digest(fileSha256 + '#' + page, formId, formVersion);
  }

  private static String digest(String page, String formId, String formVersion) {
    String parts = page + '\n' + formId + '\n' + formVersion + '\n';
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
