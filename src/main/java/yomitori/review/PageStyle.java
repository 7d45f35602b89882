package yomitori.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The style sheets of pages that are one file each. */
final class PageStyle {

  private PageStyle() {}

  /**
   * A style sheet, to be written into the page's head.
   *
   * @param name of a file beside this class
   */
  static String of(String name) {
    try (InputStream bytes = PageStyle.class.getResourceAsStream(name)) {
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
