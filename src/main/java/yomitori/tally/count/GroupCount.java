package yomitori.tally.count;

import java.util.List;

/**
 * How a group answered a question. Respondents are answered, unanswered, invalid and in doubt
 * together.
 *
 * @param group which one
 * @param respondents how many were asked
 * @param answered how many gave an answer that counts
 * @param unanswered how many gave none
 * @param invalid how many gave what is no answer, such as several where one was asked
 * @param inDoubt how many gave what a person must still look at
 * @param answers in the form's order, other answers in words last; those that were not asked are
 *     missing
 */
public record GroupCount(
    Group group,
    long respondents,
    long answered,
    long unanswered,
    long invalid,
    long inDoubt,
    List<AnswerCount> answers) {

  /** Keeps the answers in the form's order. */
  public GroupCount {
    answers = List.copyOf(answers);
  }
}
