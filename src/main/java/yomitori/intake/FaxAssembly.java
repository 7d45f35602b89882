package yomitori.intake;

import java.util.BitSet;

/** A page put together from fax strips, with account of which rows came and which are bad. */
final class FaxAssembly {

  /** Rows beyond the promised height that are taken seriously; pad bits can look like a few. */
  private static final int MIN_EXTRA_ROWS = 16;

  private final GrayRows target;
  private final int height;
  private final BitSet bad = new BitSet();
  private final BitSet came = new BitSet();

  /**
   * @param height the promised height, or 0 where there is no promise
   */
  FaxAssembly(int width, int height) {
    this.target = new GrayRows(width, Math.max(height, 1));
    this.height = height;
  }

  GrayRows target() {
    return target;
  }

  /** Notes what came of the strip whose first row is the page's row {@code top}. */
  void add(FaxDecoder.Rows rows, int top) {
    rows.bad().stream().forEach(row -> bad.set(top + row));
    came.set(top, top + rows.rows());
  }

  /** The row after the last that came. */
  int next() {
    return came.length();
  }

  /**
   * The page with black runs as ink.
   *
   * @param ended whether the sender's own end of the page was met, so that it is no longer than
   *     what came
   */
  Raster finish(boolean ended) throws UnreadableException {
    if (came.cardinality() <= bad.cardinality()) {
      throw new UnreadableException(FailureReason.NO_ROWS, "0 of " + height + " rows");
    }
    int shown = height;
    if (height == 0 || hasMore() || (ended && came.length() < height)) {
      shown = came.length();
    }
    came.flip(0, shown);
    int missingFrom = came.previousClearBit(shown - 1) + 1;
    bad.or(came.get(0, missingFrom));
    bad.clear(missingFrom, Math.max(missingFrom, bad.length()));
    // A page that ends by its own code at another height than promised may hide an error.
    int hidden = height > 0 && shown != height ? 1 : 0;
    return new Raster(
        target.image(shown),
        new Page.RowDamage(bad, Math.max(bad.cardinality(), hidden), missingFrom));
  }

  /** Whether the data goes on below the promised height with rows that are a picture. */
  private boolean hasMore() {
    int extra = came.length() - height;
    if (extra < MIN_EXTRA_ROWS
        || bad.get(height, came.length()).cardinality() > extra * FaxVariant.DOUBTFUL) {
      return false;
    }
    byte[] pixels = target.pixels();
    int width = target.width();
    for (int i = height * width; i < came.length() * width; i++) {
      if (pixels[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
