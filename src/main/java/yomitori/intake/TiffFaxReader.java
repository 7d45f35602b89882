package yomitori.intake;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import yomitori.geometry.GrayImage;

/**
 * Decodes the fax-coded strips of one TIFF page and, where the tags and the data disagree, finds
 * out which is right.
 *
 * <p>The coding and fill order of the tags are tried first on the first strip. Where more than a
 * tenth of its rows do not decode, every other coding in both fill orders is measured, and the one
 * with the most good rows is taken if it has at least half as many again.
 */
final class TiffFaxReader {

  /** Share of rows that may be bad before the tags are doubted: HylaFAX accepts 5 %. */
  private static final double DOUBTFUL = 0.10;

  /** How many times as many good rows another coding must have to overrule the tags. */
  private static final double CLEARLY_BETTER = 1.5;

  /** Rows beyond the promised height that are taken seriously; pad bits can look like a few. */
  private static final int MIN_EXTRA_ROWS = 16;

  private static final List<FaxCoding> CODINGS =
      List.of(FaxCoding.MMR, FaxCoding.MR, FaxCoding.MH, FaxCoding.MH_ALIGNED);

  private final FileBytes file;
  private final int width;
  private final int height;
  private final List<TiffSegment> segments;

  private record Variant(FaxCoding coding, boolean reversed) {}

  /**
   * @param height the page's height, or 0 where it is not known
   */
  TiffFaxReader(FileBytes file, int width, int height, List<TiffSegment> segments) {
    this.file = file;
    this.width = width;
    this.height = height;
    this.segments = segments;
  }

  /** Decodes the page with black runs as ink. */
  Raster read(FaxCoding coding, boolean reversed) throws IOException, UnreadableException {
    if (segments.isEmpty()) {
      throw new UnreadableException(FailureReason.NO_ROWS, "no strips");
    }
    Variant variant = choose(new Variant(coding, reversed));
    GrayRows target = new GrayRows(width, Math.max(height, 1));
    BitSet bad = new BitSet();
    BitSet came = new BitSet();
    boolean ended = false;
    int top = 0;
    for (TiffSegment segment : segments) {
      int y = segment.height() > 0 ? segment.y() : top;
      FaxDecoder.Rows rows = decode(segment, variant, target, y);
      for (int i = rows.bad().nextSetBit(0); i >= 0; i = rows.bad().nextSetBit(i + 1)) {
        bad.set(y + i);
      }
      came.set(y, y + rows.rows());
      ended = rows.ended();
      top = y + rows.rows();
    }
    return finish(target, bad, came, ended && segments.size() == 1);
  }

  private Raster finish(GrayRows target, BitSet bad, BitSet came, boolean ended)
      throws UnreadableException {
    if (came.cardinality() <= bad.cardinality()) {
      throw new UnreadableException(FailureReason.NO_ROWS, "0 of " + height + " rows");
    }
    int shown = height;
    if (height == 0 || hasMore(target, bad, came) || (ended && came.length() < height)) {
      shown = came.length();
    }
    came.flip(0, shown);
    int missingFrom = came.previousClearBit(shown - 1) + 1;
    BitSet lost = came.get(0, missingFrom);
    bad.or(lost);
    bad.clear(missingFrom, Math.max(missingFrom, bad.length()));
    GrayImage image = target.image(shown);
    return new Raster(image, new Page.RowDamage(bad, bad.cardinality(), missingFrom));
  }

  /** Whether the data goes on below the promised height with rows that are a picture. */
  private boolean hasMore(GrayRows target, BitSet bad, BitSet came) {
    int extra = came.length() - height;
    if (extra < MIN_EXTRA_ROWS || bad.get(height, came.length()).cardinality() > extra * DOUBTFUL) {
      return false;
    }
    byte[] pixels = target.pixels();
    for (int i = height * width; i < came.length() * width; i++) {
      if (pixels[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private FaxDecoder.Rows decode(TiffSegment segment, Variant variant, GrayRows target, int y)
      throws IOException {
    int mostRows = maxRows(segment, y);
    FaxDecoder.Rows rows =
        decoder(segment, segment.length(), variant.reversed())
            .decode(variant.coding(), segment.height(), mostRows, target, segment.x(), y);
    if (!rows.ended() && rows.rows() < segment.height() && segment.room() > segment.length()) {
      // The byte count may be what is wrong: try all there is before the next strip.
      FaxDecoder all = decoder(segment, segment.room(), variant.reversed());
      FaxDecoder.Rows more =
          all.decode(variant.coding(), segment.height(), segment.height(), null, 0, 0);
      if (more.good() > rows.good()) {
        return all.decode(
            variant.coding(), segment.height(), segment.height(), target, segment.x(), y);
      }
    }
    return rows;
  }

  /** A strip that is the whole page may have more rows than promised; any other may not. */
  private int maxRows(TiffSegment segment, int y) {
    boolean wholePage = segments.size() == 1 && segment.width() == width;
    int most = Math.min(IntakeLimits.MAX_SIDE, IntakeLimits.MAX_PIXELS / width) - y;
    return wholePage || segment.height() == 0 ? most : Math.min(most, segment.height());
  }

  private FaxDecoder decoder(TiffSegment segment, long length, boolean reversed)
      throws IOException {
    byte[] bytes = file.read(segment.offset(), (int) Math.min(length, IntakeLimits.MAX_FAX_BYTES));
    return new FaxDecoder(reversed ? Bits.reversed(bytes) : bytes, segment.width());
  }

  private Variant choose(Variant tagged) throws IOException {
    TiffSegment first = segments.get(0);
    FaxDecoder asTagged = decoder(first, first.length(), tagged.reversed());
    FaxDecoder turned = decoder(first, first.length(), !tagged.reversed());
    int most = maxRows(first, 0);
    int expected = first.height();
    FaxDecoder.Rows rows = asTagged.measure(tagged.coding(), expected, most);
    int wanted = Math.max(expected, rows.rows());
    if (rows.good() > 0
        && (rows.ended() || wanted - rows.good() <= DOUBTFUL * wanted)
        && rows.bad().cardinality() <= DOUBTFUL * wanted) {
      return tagged;
    }
    Variant best = tagged;
    int bestGood = (int) (rows.good() * CLEARLY_BETTER);
    for (FaxCoding coding : CODINGS) {
      for (boolean reversed : new boolean[] {tagged.reversed(), !tagged.reversed()}) {
        FaxDecoder decoder = reversed == tagged.reversed() ? asTagged : turned;
        int good = decoder.measure(coding, expected, most).good();
        if (good > bestGood) {
          bestGood = good;
          best = new Variant(coding, reversed);
        }
      }
    }
    return best;
  }
}
