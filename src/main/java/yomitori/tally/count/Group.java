package yomitori.tally.count;

/**
 * Answers that are counted together.
 *
 * @param kind by what they are told from others
 * @param id in tables, unique among those of its kind; that of a prefecture is its name, empty
 *     where none was given
 * @param label as people read it
 */
public record Group(Kind kind, String id, String label) {

  /** By what a group is told from others. */
  public enum Kind {
    /** All answers to the survey itself. */
    ALL,
    /** A class of institutions. */
    CLASS,
    /** A way by which answers came. */
    SOURCE,
    /** A prefecture. */
    PREFECTURE,
    /** All surveys of other bodies. */
    ALL_REGIONAL,
    /** A survey of another body. */
    REGIONAL
  }
}
