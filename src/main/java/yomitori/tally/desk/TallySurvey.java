package yomitori.tally.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yomitori.form.Form;
import yomitori.resolve.master.MasterList;

/**
 * The survey that a desk counts.
 *
 * @param form that is answered
 * @param formFolder where it and its plan lie
 * @param masters files of {@code list}
 * @param list all institutions that may answer
 * @param version of Yomitori
 */
public record TallySurvey(
    Form form, Path formFolder, List<Path> masters, Optional<MasterList> list, String version) {

  /** Keeps the files. */
  public TallySurvey {
    masters = List.copyOf(masters);
  }
}
