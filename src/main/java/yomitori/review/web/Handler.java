package yomitori.review.web;

import java.io.IOException;

/** Answers a request. */
@FunctionalInterface
public interface Handler {

  /**
   * Answers.
   *
   * @throws Refusal for what is shown to people as a page in words
   * @throws IOException if something cannot be read or written; shown as a fault of the desk
   */
  void answer(Request request) throws IOException;
}
