package yomitori.review.web;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.regex.Pattern;

/** A form with files, which is read as a whole before its first value is known. */
final class SentForm {

  /** By what it says, and by nothing else, Jetty tells a large form from a broken one. */
  private static final String TOO_LARGE = "exceeds";

  /** A broken form in Jetty's words; anything else is a fault of ours, such as a full disk. */
  private static final Pattern BROKEN = Pattern.compile("^(Missing|Incomplete|No name|Bad) .*");

  private SentForm() {}

  /**
   * Reads the form of a request, if it has files and was not read yet.
   *
   * @throws Refusal if there is more of it than is taken, or if it is broken
   */
  static void read(Context context) {
    if (!context.isMultipartFormData()) {
      return;
    }
    try {
      context.formParamMap();
    } catch (Exception e) { // declared by none of Kotlin's methods, thrown by this one
      String words = String.valueOf(e.getMessage());
      if (e instanceof IllegalStateException && words.contains(TOO_LARGE)) {
        throw Refusal.tooLarge();
      }
      if (e instanceof IllegalStateException
          || (e instanceof IOException && BROKEN.matcher(words).matches())) {
        throw Refusal.malformed();
      }
      throw e;
    }
  }
}
