package yomitori.desk.settings;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Predicate;

/** What a setting may be. */
final class Kind {

  /** How the jdbc URL of a PostgreSQL database begins. */
  private static final String POSTGRESQL = "jdbc:postgresql://";

  static final Kind TEXT = new Kind(Shape.TEXT, "…", text -> true);

  /** Several texts; one to a line in the file, with commas between them in one line. */
  static final Kind TEXTS = new Kind(Shape.TEXTS, "…, …", text -> true);

  /** A file or folder; a relative one in the file is below the file's folder. */
  static final Kind PATH = new Kind(Shape.PATH, "…", text -> true);

  /** Several of them. */
  static final Kind PATHS = new Kind(Shape.PATHS, "…, …", text -> true);

  static final Kind SWITCH =
      new Kind(Shape.SWITCH, "true, false", text -> text.equals("true") || text.equals("false"));

  /** A PostgreSQL database, or none. */
  static final Kind DATABASE =
      new Kind(
          Shape.TEXT,
          POSTGRESQL + "HOST/DATABASE",
          text -> text.isEmpty() || text.startsWith(POSTGRESQL));

  /** A time zone, or the system's. */
  static final Kind ZONE = new Kind(Shape.TEXT, "Asia/Tokyo, …", Kind::isZone);

  private static final String BETWEEN = "\n";

  private final Shape shape;
  private final String range;
  private final Predicate<String> takes;

  /** Of what a text is the written form. */
  enum Shape {
    TEXT,
    TEXTS,
    PATH,
    PATHS,
    SWITCH,
    COUNT
  }

  private Kind(Shape shape, String range, Predicate<String> takes) {
    this.shape = shape;
    this.range = range;
    this.takes = takes;
  }

  /** A whole number, both ends inclusive. */
  static Kind count(int least, int most) {
    return new Kind(Shape.COUNT, least + "–" + most, text -> isCount(text, least, most));
  }

  Shape shape() {
    return shape;
  }

  /** What it may be, as documents say it. */
  String range() {
    return range;
  }

  boolean takes(String text) {
    return takes.test(text);
  }

  boolean isList() {
    return shape == Shape.TEXTS || shape == Shape.PATHS;
  }

  boolean isPath() {
    return shape == Shape.PATH || shape == Shape.PATHS;
  }

  private static boolean isCount(String text, int least, int most) {
    try {
      int number = Integer.parseInt(text);
      return number >= least && number <= most;
    } catch (NumberFormatException e) {
      return false; // the answer, not a fault
    }
  }

  private static boolean isZone(String text) {
    try {
      return text.isEmpty() || ZoneId.of(text) != null;
    } catch (DateTimeException e) {
      return false; // the answer, not a fault
    }
  }

  /** The texts of a line with commas between them. */
  static List<String> split(String line) {
    return line.isBlank() ? List.of() : List.of(line.trim().split("\\s*,\\s*", -1));
  }

  /** Several texts as one, which {@link #texts} takes apart again. */
  static String joined(List<String> texts) {
    return String.join(BETWEEN, texts);
  }

  /** What {@link #joined} put together. */
  static List<String> texts(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(BETWEEN, -1));
  }
}
