package yomitori.tally.plan;

import java.util.List;
import java.util.function.Function;

/**
 * Answers that cannot all be true.
 *
 * @param id as files call it
 * @param label what contradicts what, in words
 * @param all what applies to such an answer, all of it
 * @param any of these at least one applies; no condition where empty
 */
public record Contradiction(String id, String label, List<Condition> all, List<Condition> any) {

  /**
   * A condition on one field.
   *
   * @param field its id
   * @param is the values of which it has one; empty text is nothing written
   */
  public record Condition(String field, List<String> is) {

    /** Keeps the values. */
    public Condition {
      is = List.copyOf(is);
    }

    boolean applies(Function<String, String> values) {
      return is.contains(values.apply(field));
    }
  }

  /** Keeps the conditions. */
  public Contradiction {
    all = List.copyOf(all);
    any = List.copyOf(any);
  }

  /** Whether an answer with these values contradicts itself so. */
  public boolean applies(Function<String, String> values) {
    return all.stream().allMatch(c -> c.applies(values))
        && (any.isEmpty() || any.stream().anyMatch(c -> c.applies(values)));
  }
}
