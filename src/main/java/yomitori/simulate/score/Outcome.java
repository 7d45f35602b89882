package yomitori.simulate.score;

/** What became of one answer. */
public enum Outcome {
  /** Accepted and as it was meant. */
  RIGHT,
  /** Accepted and not as it was meant: the worst. */
  WRONG,
  /** Left to a person. */
  REVIEW,
  /** Its page gave no record of this form. */
  MISSED
}
