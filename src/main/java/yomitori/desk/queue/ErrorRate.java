package yomitori.desk.queue;

/**
 * How often accepted values are wrong, as far as they were read once more.
 *
 * @param read fields that were, and those that turned out to be wrong
 * @param open fields of the sample that are still to be read or settled
 */
public record ErrorRate(Comparison read, int open) {

  /** There is no sample. */
  public static final ErrorRate NONE = new ErrorRate(Comparison.NONE, 0);

  /** Both samples together. */
  public ErrorRate plus(ErrorRate other) {
    return new ErrorRate(read.plus(other.read), open + other.open);
  }
}
