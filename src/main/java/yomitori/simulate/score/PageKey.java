package yomitori.simulate.score;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which page of which file, by what the two tables agree on.
 *
 * @param source a relative path with forward slashes and without {@code .} and {@code ..}
 * @param page from 1
 */
public record PageKey(String source, int page) {

  /** The key of a page whose source is spelt anyhow: {@code ./a\b.tif} is {@code a/b.tif}. */
  static PageKey of(String source, int page) {
    return new PageKey(normalised(source), page);
  }

  /** A source as keys spell it. */
  static String normalised(String source) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : source.replace('\\', '/').split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.peekLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.addLast(part);
      }
    }
    return String.join("/", parts);
  }
}
