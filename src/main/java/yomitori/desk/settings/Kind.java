package yomitori.desk.settings;

import java.util.List;

/**
 * What a setting may be.
 *
 * @param shape of its text
 * @param least of a number, inclusive
 * @param most of a number, inclusive
 */
record Kind(Shape shape, int least, int most) {

  static final Kind TEXT = new Kind(Shape.TEXT, 0, 0);

  /** Several texts; one to a line in the file, with commas between them in one line. */
  static final Kind TEXTS = new Kind(Shape.TEXTS, 0, 0);

  static final Kind SWITCH = new Kind(Shape.SWITCH, 0, 0);

  /** Of what a text is the written form. */
  enum Shape {
    TEXT,
    TEXTS,
    SWITCH,
    COUNT
  }

  static Kind count(int least, int most) {
    return new Kind(Shape.COUNT, least, most);
  }

  boolean takes(String text) {
    return switch (shape) {
      case TEXT, TEXTS -> true;
      case SWITCH -> text.equals("true") || text.equals("false");
      case COUNT -> isCount(text);
    };
  }

  private boolean isCount(String text) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false; // the answer, not a fault
    }
  }

  /** The texts of a line with commas between them. */
  static List<String> split(String text) {
    return text.isBlank() ? List.of() : List.of(text.trim().split("\\s*,\\s*", -1));
  }
}
