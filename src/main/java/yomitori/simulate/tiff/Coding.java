package yomitori.simulate.tiff;

/** How the rows of a fax page are coded. */
public enum Coding {
  /** T.4 one-dimensional (MH): what every machine can send. */
  T4_1D,
  /**
   * T.4 two-dimensional (MR): each fourth row or so on its own, the others against the row above.
   */
  T4_2D,
  /** T.6 (MMR), used with error correction. */
  T6
}
