package yomitori.tally.pages;

import java.nio.file.Path;
import yomitori.review.web.Request;
import yomitori.tally.input.TallyException;

/** What is wrong with a file that people gave, as a page says it. */
final class Faults {

  private Faults() {}

  /**
   * In words, with file and line.
   *
   * @param folder below which the file is named
   */
  static String said(TallyException fault, Path folder, Request request) {
    return fault.below(folder).said(request.locale());
  }
}
