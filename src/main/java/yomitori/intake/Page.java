package yomitori.intake;

import java.util.BitSet;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * One page as received.
 *
 * @param source the file, as it is named in the records
 * @param number from 1 within the file
 * @param sha256 64 hex digits over the page's own encoded bytes: the same for the same page on
 *     every machine, whatever the file is called
 * @param image its pixels as received: not turned, not made square
 * @param resolution pixels per inch across and down, believed after checking the file's own tags
 * @param damage the rows that arrived damaged
 */
public record Page(
    String source,
    int number,
    String sha256,
    GrayImage image,
    Resolution resolution,
    RowDamage damage) {

  /** The same page with other pixels of the same size. */
  public Page withImage(GrayImage other) {
    return new Page(source, number, sha256, other, resolution, damage);
  }

  /** The same pixels, believed to stand at another density. */
  public Page withResolution(Resolution other) {
    return new Page(source, number, sha256, image, other, damage);
  }

  /**
   * Rows of a page that the fax line or the disk spoilt.
   *
   * @param bad rows that could not be decoded and were filled in from the row above, or that the
   *     file itself reports as regenerated, where it says which
   * @param badCount how many bad rows, at least {@code bad.cardinality()}: the file's own
   *     BadFaxLines tag counts them without saying where
   * @param missingFrom the first row that never arrived, or the image's height where all did
   */
  public record RowDamage(BitSet bad, int badCount, int missingFrom) {

    /** No damage on a page of {@code height} rows. */
    public static RowDamage none(int height) {
      return new RowDamage(new BitSet(), 0, height);
    }

    public boolean any(int height) {
      return badCount > 0 || missingFrom < height;
    }
  }
}
