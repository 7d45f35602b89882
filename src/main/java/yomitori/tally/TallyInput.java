package yomitori.tally;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.resolve.master.MasterList;
import yomitori.tally.answer.InputFile;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.duplicate.PairDecisions;
import yomitori.tally.plan.TallyPlan;

/**
 * All that a tally is made from.
 *
 * @param plan what is counted
 * @param sources the answers
 * @param masters all institutions that may answer
 * @param decisions what a person said of pairs of answers
 * @param stated figures that were published elsewhere, by {@code web}, {@code fax}, {@code total},
 *     {@code duplicates} and {@code counted}; those that are known
 * @param asOf the day up to which answers are in it; that of the last answer where empty
 * @param version of Yomitori
 * @param files other than those of the sources
 */
public record TallyInput(
    TallyPlan plan,
    List<SourceAnswers> sources,
    Optional<MasterList> masters,
    PairDecisions decisions,
    Map<String, Long> stated,
    Optional<LocalDate> asOf,
    String version,
    List<InputFile> files) {

  /** Keeps the lists. */
  public TallyInput {
    sources = List.copyOf(sources);
    stated = Map.copyOf(stated);
    files = List.copyOf(files);
  }
}
