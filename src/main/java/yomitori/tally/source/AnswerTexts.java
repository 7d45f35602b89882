package yomitori.tally.source;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the answers of a question in a cell, whatever their width and spaces. Longer answers are
 * looked for first, for the text of an answer may itself hold what stands between two.
 */
final class AnswerTexts {

  private static final List<String> USUAL_SEPARATORS = List.of(",", "、", ";", "\n");

  private final Map<String, String> idByText = new HashMap<>();
  private final List<String> longestFirst;
  private final List<String> separators;

  /**
   * What a cell says.
   *
   * @param ids the answers in it
   * @param rest what is none of them
   */
  record Found(Set<String> ids, String rest) {}

  /**
   * @param ids the answers by their texts
   * @param separator what stands between two; empty for the usual ones
   */
  AnswerTexts(Map<String, String> ids, String separator) {
    ids.forEach((text, id) -> idByText.put(key(text), id));
    idByText.remove("");
    this.longestFirst =
        idByText.keySet().stream()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    String told = normal(separator);
    this.separators =
        told.isEmpty() ? USUAL_SEPARATORS : List.of(told.isBlank() ? told : told.strip());
  }

  /** A text by which it is the same in any width and with any spaces. */
  static String key(String text) {
    return normal(text).replaceAll("\\s", "");
  }

  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  Found find(String cell) {
    String text = normal(cell).strip();
    Set<String> ids = new LinkedHashSet<>();
    String whole = idByText.get(key(text));
    if (whole != null) {
      ids.add(whole);
      return new Found(ids, "");
    }
    List<String> rest = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      int end = -1;
      for (String answer : longestFirst) {
        end = end(text, at, answer);
        if (end >= 0) {
          ids.add(idByText.get(answer));
          break;
        }
      }
      if (end < 0) {
        end = at;
        while (end < text.length() && separatorAt(text, end) == 0) {
          end++;
        }
        String piece = text.substring(at, end).strip();
        if (!piece.isEmpty()) {
          rest.add(piece);
        }
      }
      at = end + Math.max(1, separatorAt(text, end));
    }
    String between = separators.get(0).isBlank() ? separators.get(0) : separators.get(0) + " ";
    return new Found(ids, String.join(between, rest));
  }

  /** Where an answer that begins at a place ends, a separator or nothing after it; -1 for none. */
  private int end(String text, int from, String answer) {
    int at = from;
    for (int i = 0; i < answer.length(); i++) {
      while (at < text.length()
          && text.charAt(at) != answer.charAt(i)
          && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length() || text.charAt(at) != answer.charAt(i)) {
        return -1;
      }
      at++;
    }
    while (at < text.length()
        && separatorAt(text, at) == 0
        && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length() || separatorAt(text, at) > 0 ? at : -1;
  }

  /** How long the separator at a place is; 0 where there is none. */
  private int separatorAt(String text, int at) {
    for (String separator : separators) {
      if (text.startsWith(separator, at)) {
        return separator.length();
      }
    }
    return 0;
  }
}
