package yomitori.tally;

import java.time.LocalDate;
import java.util.List;
import yomitori.tally.answer.InputFile;

/**
 * From what and when a tally was made.
 *
 * @param asOf the day up to which answers are in it
 * @param version of Yomitori
 * @param files that it was made from, in the order given
 */
public record Made(LocalDate asOf, String version, List<InputFile> files) {

  /** Keeps the files. */
  public Made {
    files = List.copyOf(files);
  }
}
