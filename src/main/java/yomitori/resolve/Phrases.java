package yomitori.resolve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yomitori.form.TextField;
import yomitori.text.JapaneseText;

/**
 * What people often write in fields of free text, beyond what the form lists: a list that grows
 * with what operators type. It never restricts a field. Immutable.
 */
public final class Phrases {

  private static final String COMMENT = "#";

  private static final String SEPARATOR = "\t";

  /** Stands for every field of which the form lists phrases. */
  private static final String EVERY = "";

  private final Map<String, List<String>> byField;

  private Phrases(Map<String, List<String>> byField) {
    this.byField = byField;
  }

  /** No phrases but the form's. */
  public static Phrases none() {
    return new Phrases(Map.of());
  }

  /**
   * From lines of text.
   *
   * @param lines each a phrase for every field of which the form lists some, or a field's id, a tab
   *     and a phrase for that field; empty lines and those that begin with # say nothing
   */
  public static Phrases of(List<String> lines) {
    Map<String, List<String>> byField = new HashMap<>();
    for (String line : lines) {
      if (says(line)) {
        String phrase = JapaneseText.normalize(line.substring(line.indexOf(SEPARATOR) + 1));
        byField.computeIfAbsent(fieldOf(line), f -> new ArrayList<>()).add(phrase);
      }
    }
    return new Phrases(byField);
  }

  /** The id of the field that a line is for; empty where it is for every field, or for none. */
  public static String fieldOf(String line) {
    int tab = line.indexOf(SEPARATOR);
    return tab < 0 || !says(line) ? EVERY : line.substring(0, tab).strip();
  }

  private static boolean says(String line) {
    return !line.isBlank() && !line.startsWith(COMMENT);
  }

  /** The form's and these, for a field. */
  List<String> of(TextField field) {
    List<String> all = new ArrayList<>();
    field.phrases().forEach(p -> all.add(JapaneseText.normalize(p)));
    all.addAll(byField.getOrDefault(field.id(), List.of()));
    if (!field.phrases().isEmpty()) {
      all.addAll(byField.getOrDefault(EVERY, List.of()));
    }
    return all.stream().distinct().toList();
  }
}
