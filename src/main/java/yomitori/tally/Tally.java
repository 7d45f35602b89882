package yomitori.tally;

import java.util.List;
import yomitori.tally.answer.Answer;
import yomitori.tally.answer.SourceAnswers;
import yomitori.tally.count.AmountTable;
import yomitori.tally.count.ContradictionFound;
import yomitori.tally.count.Opinion;
import yomitori.tally.count.OpinionTable;
import yomitori.tally.count.QuestionTable;
import yomitori.tally.count.ResponseRate;
import yomitori.tally.duplicate.Proposal;
import yomitori.tally.duplicate.Removal;
import yomitori.tally.plan.TallyPlan;

/**
 * A survey, counted.
 *
 * @param plan what was counted, by which rules
 * @param made when and from what
 * @param flow from what was given to what counts
 * @param questions the counts
 * @param amounts how large amounts are
 * @param opinionTables free texts by theme, by field
 * @param opinions every free text
 * @param contradictions answers that contradict themselves
 * @param removals answers that were taken out
 * @param proposals answers of which a person must say whether they are of one institution
 * @param responseRates of the listed institutions; none without a list
 * @param counted the answers that count, in the order in which they were given
 * @param sources all that was given
 */
public record Tally(
    TallyPlan plan,
    Made made,
    Flow flow,
    List<QuestionTable> questions,
    List<AmountTable> amounts,
    List<OpinionTable> opinionTables,
    List<Opinion> opinions,
    List<ContradictionFound> contradictions,
    List<Removal> removals,
    List<Proposal> proposals,
    List<ResponseRate> responseRates,
    List<Answer> counted,
    List<SourceAnswers> sources) {

  /** Keeps the lists. */
  public Tally {
    questions = List.copyOf(questions);
    amounts = List.copyOf(amounts);
    opinionTables = List.copyOf(opinionTables);
    opinions = List.copyOf(opinions);
    contradictions = List.copyOf(contradictions);
    removals = List.copyOf(removals);
    proposals = List.copyOf(proposals);
    responseRates = List.copyOf(responseRates);
    counted = List.copyOf(counted);
    sources = List.copyOf(sources);
  }
}
