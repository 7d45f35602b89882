package yomitori.review.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a form of ours holds and no other site's can: a number that follows from the browser's
 * cookie, but does not give it away. It is good as long as the cookie is, over a restart too.
 */
final class FormToken {

  /** The name of the hidden field. */
  static final String FIELD = "_token";

  /** The header that htmx sends instead. */
  static final String HEADER = "X-Form-Token";

  private static final String ALGORITHM = "HmacSHA256";
  private static final byte[] PURPOSE = "form".getBytes(StandardCharsets.US_ASCII);

  private FormToken() {}

  /** The token that belongs to a cookie. */
  static String of(String cookie) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(cookie.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(PURPOSE));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether a token is the cookie's. */
  static boolean belongs(String token, String cookie) {
    return MessageDigest.isEqual(
        token.getBytes(StandardCharsets.UTF_8), of(cookie).getBytes(StandardCharsets.UTF_8));
  }
}
