package yomitori.tally.duplicate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  public record AnswerName(String source, String reference) {}

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
}
