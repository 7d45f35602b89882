package yomitori.intake;

/**
 * How the rows of a bilevel strip are coded.
 *
 * @param scheme the code
 * @param alignment bits on whose multiples every row starts: 1 for any, 8 for TIFF's Compression 2
 *     and PDF's EncodedByteAlign, 16 for Compression 32771; zero bits before an end-of-line code
 *     need none
 */
record FaxCoding(Scheme scheme, int alignment) {

  /** The codes of ITU-T T.4 and T.6. */
  enum Scheme {
    /** T.4 one-dimensional (MH), with or without end-of-line codes. */
    ONE_DIMENSIONAL,
    /** T.4 two-dimensional (MR): a tag bit after each end-of-line code. */
    TWO_DIMENSIONAL,
    /** T.6 (MMR): every row relative to the one above, no end-of-line codes. */
    T6
  }

  static final FaxCoding MH = new FaxCoding(Scheme.ONE_DIMENSIONAL, 1);
  static final FaxCoding MH_ALIGNED = new FaxCoding(Scheme.ONE_DIMENSIONAL, 8);
  static final FaxCoding MH_WORD_ALIGNED = new FaxCoding(Scheme.ONE_DIMENSIONAL, 16);
  static final FaxCoding MR = new FaxCoding(Scheme.TWO_DIMENSIONAL, 1);
  static final FaxCoding MMR = new FaxCoding(Scheme.T6, 1);
}
