package yomitori.simulate.score;

/**
 * What became of all fields that ask for one thing. Fields that were left empty and are given as
 * empty are in no number: they would flatter the shares. Pages that were not read are in the number
 * of those written.
 *
 * @param written fields in which something was written
 * @param acceptedWritten of those, how many were accepted without a person
 * @param filledIn fields left empty for which a value was accepted
 * @param wrong accepted fields whose value is not what was written; those filled in are among them
 */
public record SubjectScore(long written, long acceptedWritten, long filledIn, long wrong) {

  static final SubjectScore NONE = new SubjectScore(0, 0, 0, 0);

  /** Those accepted without a person, of those written. */
  public Rate accepted() {
    return Rate.of(acceptedWritten, written);
  }

  /** Wrong values, of those accepted. */
  public Rate wrongOfAccepted() {
    return Rate.of(wrong, acceptedWritten + filledIn);
  }

  /** Right values, of those accepted. */
  public Rate rightOfAccepted() {
    long all = acceptedWritten + filledIn;
    return Rate.of(all - wrong, all);
  }

  SubjectScore plus(Answer answer) {
    if (answer.noInk()) {
      return this;
    }
    boolean wrote = !answer.meant().isEmpty();
    boolean accepted = answer.outcome() == Outcome.RIGHT || answer.outcome() == Outcome.WRONG;
    boolean isWrong = answer.outcome() == Outcome.WRONG;
    return new SubjectScore(
        written + (wrote ? 1 : 0),
        acceptedWritten + (wrote && accepted ? 1 : 0),
        filledIn + (!wrote && isWrong ? 1 : 0),
        wrong + (isWrong ? 1 : 0));
  }
}
