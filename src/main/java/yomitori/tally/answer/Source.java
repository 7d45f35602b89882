package yomitori.tally.answer;

/**
 * A way by which answers came.
 *
 * @param id as tables and files call it
 * @param label as people read it
 * @param kind what becomes of its answers
 */
public record Source(String id, String label, Kind kind) {

  /** What becomes of a source's answers. */
  public enum Kind {
    /** Read from faxes; put together with the web's. */
    FAX,
    /** Typed into a form on the web; put together with the faxes. */
    WEB,
    /** A survey of another body; shown beside the others, never put together with them. */
    REGIONAL
  }

  /** Whether its answers are put together with those of other sources. */
  public boolean isMain() {
    return kind != Kind.REGIONAL;
  }
}
