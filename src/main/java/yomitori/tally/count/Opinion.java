package yomitori.tally.count;

import java.util.List;
import yomitori.tally.answer.Answer;

/**
 * A free text.
 *
 * @param answer whose
 * @param field in which it was written
 * @param text as it was read or typed
 * @param themes of it; none where no rule takes it
 */
public record Opinion(Answer answer, String field, String text, List<String> themes) {

  /** Keeps the themes. */
  public Opinion {
    themes = List.copyOf(themes);
  }
}
