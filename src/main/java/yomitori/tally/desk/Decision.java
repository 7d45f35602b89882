package yomitori.tally.desk;

import java.util.Set;
import yomitori.tally.duplicate.PairDecisions.AnswerName;

/**
 * What a person said of two answers.
 *
 * @param first one of them
 * @param second the other
 * @param word what was said
 * @param at when, as the file tells it; empty where it does not
 * @param by whom; empty where the file does not tell
 */
public record Decision(AnswerName first, AnswerName second, Word word, String at, String by) {

  /** What may be said of two answers. */
  public enum Word {
    /** Both are of one institution. */
    SAME("same"),
    /** They are of two. */
    DIFFERENT("different"),
    /** It is to be decided later. */
    LATER("");

    private final String written;

    Word(String written) {
      this.written = written;
    }

    /** As {@code decisions.csv} has it. */
    String written() {
      return written;
    }

    static Word of(String written) {
      for (Word word : values()) {
        if (word.written.equals(written)) {
          return word;
        }
      }
      throw new IllegalArgumentException(written);
    }
  }

  /** Both answers, in no order. */
  public Set<AnswerName> pair() {
    return Set.of(first, second);
  }
}
