package yomitori.form;

/** What is printed round the place of a tick. */
public enum BoxShape {
  /** A rectangle, closed on all sides. */
  SQUARE,
  /** A circle, or the oval that fills a box which is not square; often with a letter inside. */
  ROUND,
  /** A pair of square brackets, open at the top and the foot. */
  BRACKET
}
