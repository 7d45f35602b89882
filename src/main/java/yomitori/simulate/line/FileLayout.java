package yomitori.simulate.line;

import yomitori.geometry.Resolution;
import yomitori.simulate.chance.Chance;

/**
 * How the TIFF is laid out around the coded rows: one strip, as TIFF-S asks, or several; either
 * byte order (a big-endian file is what servers on older processors wrote); whether the fax tags of
 * RFC 2306 tell how many rows were bad; whether the resolution tags are there and right. Shares are
 * an assumption. Strong where the resolution is missing or wrong.
 *
 * @param rowsPerStrip 0 for one strip
 * @param bigEndian the byte order
 * @param badRows what is told about bad rows
 * @param resolution what is told about the pixels' size
 */
public record FileLayout(
    int rowsPerStrip, boolean bigEndian, BadRows badRows, ResolutionTags resolution)
    implements Effect {

  /** One strip, little-endian, bad rows told where there are any, the resolution right. */
  public static final FileLayout PLAIN =
      new FileLayout(0, false, BadRows.WHERE_ANY, ResolutionTags.RIGHT);

  private static final int[] STRIPS = {32, 64, 256};

  /** When the tags CleanFaxData, BadFaxLines and ConsecutiveBadFaxLines are written. */
  public enum BadRows {
    ALWAYS,
    WHERE_ANY,
    NEVER
  }

  /** What the resolution tags say. */
  public enum ResolutionTags {
    RIGHT,
    MISSING,
    /** The same value both ways, as programs write that take pixels for square. */
    SQUARE
  }

  /** Draws a layout. */
  public static FileLayout draw(LineProfile profile, Chance chance) {
    int rows = chance.happens(0.15) ? STRIPS[chance.below(STRIPS.length)] : 0;
    boolean bigEndian = chance.happens(0.1);
    double u = chance.unit();
    BadRows badRows = u < 0.3 ? BadRows.ALWAYS : u < 0.6 ? BadRows.WHERE_ANY : BadRows.NEVER;
    double v = chance.unit();
    double odd = profile.choose(0, 0.004, 0.01, 0.02);
    return new FileLayout(
        rows,
        bigEndian,
        badRows,
        v < odd
            ? ResolutionTags.MISSING
            : v < 2 * odd ? ResolutionTags.SQUARE : ResolutionTags.RIGHT);
  }

  @Override
  public Level level() {
    return Level.of(!equals(PLAIN), resolution != ResolutionTags.RIGHT);
  }

  boolean oneStrip() {
    return rowsPerStrip == 0;
  }

  /** What the tags say of pixels of this size. */
  Resolution tags(Resolution truly) {
    return resolution == ResolutionTags.SQUARE ? new Resolution(truly.dpiX(), truly.dpiX()) : truly;
  }
}
