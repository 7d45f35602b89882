package yomitori.simulate.respondent;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * What one respondent meant.
 *
 * @param values by field id in the form's order, as records show them; {@code ?} for a choice of
 *     which several options are marked
 * @param marked ids of the boxes that are marked
 */
public record Answers(Map<String, String> values, Set<String> marked) {

  public Answers {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    marked = Set.copyOf(marked);
  }
}
