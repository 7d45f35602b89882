package yomitori.intake;

import java.io.IOException;
import java.util.List;

/** Decodes the fax-coded strips or tiles of one TIFF page. */
final class TiffFaxReader {

  private final FileBytes file;
  private final int width;
  private final int height;
  private final List<TiffSegment> segments;

  /**
   * @param height the page's height, or 0 where it is not known
   */
  TiffFaxReader(FileBytes file, int width, int height, List<TiffSegment> segments) {
    this.file = file;
    this.width = width;
    this.height = height;
    this.segments = segments;
  }

  /** Decodes the page with black runs as ink; {@code said} is what the tags say of its data. */
  Raster read(FaxVariant said) throws IOException, UnreadableException {
    if (segments.isEmpty()) {
      throw new UnreadableException(FailureReason.NO_ROWS, "no strips");
    }
    TiffSegment first = segments.get(0);
    FaxVariant variant =
        said.checkedOn(
            bytes(first, first.length()), first.width(), first.height(), maxRows(first, 0));
    FaxAssembly page = new FaxAssembly(width, height);
    boolean ended = false;
    for (TiffSegment segment : segments) {
      int top = segment.height() > 0 ? segment.y() : page.next();
      FaxDecoder.Rows rows = decode(segment, variant, page.target(), top);
      page.add(rows, top);
      ended = rows.ended() && segments.size() == 1;
    }
    return page.finish(ended);
  }

  private FaxDecoder.Rows decode(TiffSegment segment, FaxVariant variant, GrayRows target, int top)
      throws IOException {
    int expected = segment.height();
    FaxDecoder.Rows rows =
        variant
            .decoder(bytes(segment, segment.length()), segment.width())
            .decode(variant.coding(), expected, maxRows(segment, top), target, segment.x(), top);
    if (rows.ended() || rows.rows() >= expected || segment.room() <= segment.length()) {
      return rows;
    }
    // The byte count may be what is wrong: try all there is before the next thing in the file.
    FaxDecoder all = variant.decoder(bytes(segment, segment.room()), segment.width());
    if (all.measure(variant.coding(), expected, expected).good() <= rows.good()) {
      return rows;
    }
    return all.decode(variant.coding(), expected, expected, target, segment.x(), top);
  }

  /** A strip that is the whole page may have more rows than promised; any other may not. */
  private int maxRows(TiffSegment segment, int top) {
    boolean wholePage = segments.size() == 1 && segment.width() == width;
    int most = Math.min(IntakeLimits.MAX_SIDE, IntakeLimits.MAX_PIXELS / width) - top;
    return wholePage || segment.height() == 0
        ? Math.max(most, 0)
        : Math.min(most, segment.height());
  }

  private byte[] bytes(TiffSegment segment, long length) throws IOException {
    return file.read(segment.offset(), (int) Math.min(length, IntakeLimits.MAX_FAX_BYTES));
  }
}
