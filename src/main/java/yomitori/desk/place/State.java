package yomitori.desk.place;

/** How far the reading of a page by four points is. */
public enum State {
  READING,
  READ,
  /** Nothing of the form's printing was found there; nothing was changed. */
  DOES_NOT_FIT,
  /** No sheet can be seen so; nothing was changed. */
  IMPOSSIBLE,
  /** The page was read or settled meanwhile, or is gone; nothing was changed. */
  GONE,
  /** The desk failed: the log says why; nothing was changed. */
  FAILED
}
