package yomitori.intake;

import java.util.List;

/**
 * How fax data is to be read: the coding, and whether the bits of its bytes are reversed.
 *
 * <p>What a file says of its data can be wrong. Where more than a tenth of the rows do not decode
 * that way, every other coding in both fill orders is measured, and the one with the most good rows
 * is taken if it has at least half as many again.
 */
record FaxVariant(FaxCoding coding, boolean reversed) {

  /** Share of rows that may be bad before the file's word is doubted: HylaFAX accepts 5 %. */
  static final double DOUBTFUL = 0.10;

  /** How many times as many good rows another variant must have to overrule the file. */
  private static final double CLEARLY_BETTER = 1.5;

  private static final List<FaxCoding> CODINGS =
      List.of(FaxCoding.MMR, FaxCoding.MR, FaxCoding.MH, FaxCoding.MH_ALIGNED);

  /** A decoder of these bytes as this variant has their bits. */
  FaxDecoder decoder(byte[] data, int width) {
    return new FaxDecoder(reversed ? Bits.reversed(data) : data, width);
  }

  /**
   * This variant, or another where the data speaks clearly for it.
   *
   * @param expectedRows rows that the file promises, 0 where it does not say
   * @param maxRows rows after which to stop
   */
  FaxVariant checkedOn(byte[] data, int width, int expectedRows, int maxRows) {
    FaxDecoder.Rows asSaid = decoder(data, width).measure(coding, expectedRows, maxRows);
    int wanted = Math.max(expectedRows, asSaid.rows());
    int lacking = asSaid.ended() ? asSaid.bad().cardinality() : wanted - asSaid.good();
    if (asSaid.good() > 0 && lacking <= DOUBTFUL * wanted) {
      return this;
    }
    FaxVariant best = this;
    int bestGood = (int) (asSaid.good() * CLEARLY_BETTER);
    for (boolean order : new boolean[] {reversed, !reversed}) {
      FaxDecoder decoder = new FaxVariant(coding, order).decoder(data, width);
      for (FaxCoding other : CODINGS) {
        int good = decoder.measure(other, expectedRows, maxRows).good();
        if (good > bestGood) {
          bestGood = good;
          best = new FaxVariant(other, order);
        }
      }
    }
    return best;
  }
}
