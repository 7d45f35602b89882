package yomitori.tally.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Values in addresses. */
final class Addresses {

  private Addresses() {}

  static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
