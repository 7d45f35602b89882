package yomitori.form;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of one form: well formed, none twice, none a column that every record has. */
final class Ids {

  /** A form's id, which is a folder's name too. */
  static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  /** A field's id, which is a column's name too. */
  static final Pattern FIELD = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*");

  /** What an option adds to its field's id. */
  static final Pattern OPTION = Pattern.compile("[a-z0-9][a-z0-9_]*");

  /** The columns that stand before the fields in every record and in the truth. */
  private static final Set<String> FIXED_COLUMNS =
      Set.of("record_id", "form", "form_version", "source", "page", "received_at", "status");

  private final Map<String, Integer> lines = new HashMap<>();

  /** The id in {@code value} if it is in order and new; {@code prefix} is set before it. */
  Optional<String> claim(YamlValue value, Pattern pattern, String prefix) {
    Optional<String> word = value.text();
    if (word.isEmpty()) {
      return word;
    }
    if (!pattern.matcher(word.get()).matches()) {
      value.problems().add(value.node(), Mistake.BAD_ID, word.get());
      return Optional.empty();
    }
    String id = prefix + word.get();
    if (FIXED_COLUMNS.contains(id)) {
      value.problems().add(value.node(), Mistake.RESERVED_ID, id);
      return Optional.empty();
    }
    Integer earlier = lines.putIfAbsent(id, value.node().getStartMark().getLine() + 1);
    if (earlier != null) {
      value.problems().add(value.node(), Mistake.DUPLICATE_ID, id, earlier);
      return Optional.empty();
    }
    return Optional.of(id);
  }
}
