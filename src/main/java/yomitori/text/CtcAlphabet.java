package yomitori.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The classes of a net that reads lines: no character, and each that it knows. Immutable. */
final class CtcAlphabet {

  /** The class of no character. */
  static final int NONE = 0;

  private static final int UNKNOWN = -1;

  private final List<String> characters;
  private final Map<String, Integer> indices = new HashMap<>();

  /**
   * @param characters what each class but the first stands for
   */
  CtcAlphabet(List<String> characters) {
    this.characters = List.copyOf(characters);
    for (int i = 0; i < characters.size(); i++) {
      indices.putIfAbsent(characters.get(i), i + 1);
    }
  }

  int classes() {
    return characters.size() + 1;
  }

  /**
   * @param index from 1
   */
  String character(int index) {
    return characters.get(index - 1);
  }

  /** The class of a character; negative where the net does not know it. */
  int indexOf(String character) {
    return indices.getOrDefault(character, UNKNOWN);
  }
}
