package yomitori.tally.source;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import yomitori.tally.answer.Given;

/** What the cells of one row come to. */
final class RowAnswers {

  private final Map<String, Given> values = new HashMap<>();
  private final Map<String, String> unknown = new LinkedHashMap<>();
  private boolean answered;

  void put(String field, String value) {
    values.put(field, Given.certain(value));
  }

  /** Adds words to what stands in a field; it was asked, even if there are none. */
  void addWords(String field, String words) {
    String before = values.getOrDefault(field, Given.nothing()).value();
    put(field, before.isEmpty() || words.isEmpty() ? before + words : before + "、" + words);
  }

  /** Notes a cell that says none of the answers. */
  void unknown(String column, String cell) {
    unknown.put(column, cell);
  }

  /** Notes that something stands in a cell. */
  void answered() {
    answered = true;
  }

  boolean isEmpty() {
    return !answered;
  }

  Map<String, Given> values() {
    return values;
  }

  Map<String, String> unknown() {
    return unknown;
  }
}
