package yomitori.tally.duplicate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import yomitori.tally.answer.Answer;

/**
 * What a person said of pairs of answers.
 *
 * @param same by pair, whether both are of one institution
 */
public record PairDecisions(Map<Set<AnswerName>, Boolean> same) {

  /** Keeps the decisions. */
  public PairDecisions {
    same = Map.copyOf(same);
  }

  /**
   * An answer's name over all sources.
   *
   * @param source the source's id
   * @param reference the answer's name in it
   */
  public record AnswerName(String source, String reference) {

    /** The name of an answer. */
    public static AnswerName of(Answer answer) {
      return new AnswerName(answer.source(), answer.reference());
    }
  }

  /** Nobody said anything. */
  public static PairDecisions none() {
    return new PairDecisions(Map.of());
  }

  /** What was said of two answers; empty where nothing was. */
  Optional<Boolean> of(AnswerName first, AnswerName second) {
    return first.equals(second)
        ? Optional.empty()
        : Optional.ofNullable(same.get(Set.of(first, second)));
  }

  /** How many decisions name an answer that is not among these. */
  public long unused(List<Answer> answers) {
    Set<AnswerName> names = answers.stream().map(AnswerName::of).collect(Collectors.toSet());
    return same.keySet().stream().filter(pair -> !names.containsAll(pair)).count();
  }
}
