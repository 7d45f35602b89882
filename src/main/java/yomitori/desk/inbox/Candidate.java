package yomitori.desk.inbox;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file seen in the inbox.
 *
 * @param file where it is
 * @param source its path below the inbox, with forward slashes
 * @param bytes its size when it was seen
 * @param modified when it was last written, as seen
 */
record Candidate(Path file, String source, long bytes, Instant modified) {

  /** The first folder of its path below the inbox; empty where it lies in the inbox itself. */
  String sender() {
    return sender(source);
  }

  static String sender(String source) {
    int end = source.indexOf('/');
    return end < 0 ? "" : source.substring(0, end);
  }
}
