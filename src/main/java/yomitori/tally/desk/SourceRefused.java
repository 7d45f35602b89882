package yomitori.tally.desk;

/** A source that is not kept, for what a person can mend. */
public final class SourceRefused extends Exception {

  private static final long serialVersionUID = 1;

  private final Why why;

  /** What is wrong. */
  public enum Why {
    /** The mapping names a table, and none was given. */
    NO_TABLE,
    /** A table was given, and the mapping names none. */
    TABLE_NOT_NAMED,
    /** There is a source with this id, and it was not to be changed. */
    ID_TAKEN,
    /** The source that was to be changed is no longer there. */
    GONE
  }

  SourceRefused(Why why) {
    super(why.name());
    this.why = why;
  }

  /** What is wrong. */
  public Why why() {
    return why;
  }
}
