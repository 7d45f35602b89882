package yomitori.tally.answer;

import java.util.Map;

/**
 * What a survey published of one question instead of its single answers.
 *
 * @param question the question's id
 * @param respondents how many were asked and sent the survey back
 * @param answers how many gave each answer, by the answer's id; an answer that is missing was not
 *     asked
 */
public record PublishedCount(String question, long respondents, Map<String, Long> answers) {

  /** Keeps the counts. */
  public PublishedCount {
    answers = Map.copyOf(answers);
  }
}
