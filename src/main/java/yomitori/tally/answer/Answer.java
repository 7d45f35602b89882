package yomitori.tally.answer;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One answer to the survey.
 *
 * @param source the id of the source that it came by, such as {@code fax}
 * @param reference its name in that source, unique there: a record's id, a row's number
 * @param answeredAt when it was given or received; empty where the source does not say
 * @param values what was given, by field id; a field that is missing was not asked
 */
public record Answer(
    String source, String reference, Optional<Instant> answeredAt, Map<String, Given> values) {

  /** The values in an order of their own, for they are never listed from here. */
  public Answer {
    values = Map.copyOf(values);
  }

  /** What was given in a field; nothing where it was not asked. */
  public Given given(String field) {
    return values.getOrDefault(field, Given.nothing());
  }

  /** The value of a field, in doubt or not; empty where nothing was given. */
  public String value(String field) {
    return given(field).value();
  }

  /** Whether the source asked for any of some fields. */
  public boolean asked(Iterable<String> fields) {
    for (String field : fields) {
      if (values.containsKey(field)) {
        return true;
      }
    }
    return false;
  }
}
