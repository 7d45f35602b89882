package yomitori.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A strip or tile of a TIFF page.
 *
 * @param x column of its first pixel
 * @param y row of its first row
 * @param width pixels a row
 * @param height rows, 0 where the file does not say
 * @param offset where its bytes begin
 * @param length how many the file says it has, cut to the file
 * @param room how many there can be before the next thing in the file; at least {@code length}
 */
record TiffSegment(int x, int y, int width, int height, long offset, long length, long room) {

  /** Sides of a tile that are believed; TIFF asks for multiples of 16. */
  private static final int MAX_TILE_SIDE = 1 << 14;

  /**
   * The strips or tiles of a page.
   *
   * @param width the page's width, checked
   * @param height its height, checked, or 0 where the file does not say
   */
  static List<TiffSegment> of(TiffDirectory tags, FileBytes file, int width, int height)
      throws IOException, UnreadableException {
    boolean tiled = tags.has(TiffDirectory.TILE_OFFSETS);
    long[] offsets = tags.numbers(tiled ? TiffDirectory.TILE_OFFSETS : TiffDirectory.STRIP_OFFSETS);
    long[] lengths =
        tags.numbers(tiled ? TiffDirectory.TILE_BYTE_COUNTS : TiffDirectory.STRIP_BYTE_COUNTS);
    int segmentWidth = width;
    int segmentHeight = rowsPerStrip(tags, height, offsets.length);
    if (tiled) {
      segmentWidth = tileSide(tags.number(TiffDirectory.TILE_WIDTH, 0));
      segmentHeight = tileSide(tags.number(TiffDirectory.TILE_LENGTH, 0));
    }
    int across = (width + segmentWidth - 1) / segmentWidth;
    long[] sorted = offsets.clone();
    Arrays.sort(sorted);
    List<TiffSegment> segments = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      int x = i % across * segmentWidth;
      long y = (long) (i / across) * segmentHeight;
      if (y >= (height > 0 ? height : IntakeLimits.MAX_SIDE)) {
        break;
      }
      long room = room(sorted, offsets[i], tags.offset(), file.size());
      long said = i < lengths.length ? lengths[i] : 0;
      long length = said == 0 ? room : file.available(offsets[i], said);
      // The rows of a tile reach beyond the page's edge, those of a last strip do not.
      int rows = tiled || height == 0 ? segmentHeight : (int) Math.min(segmentHeight, height - y);
      segments.add(
          new TiffSegment(
              x, (int) y, segmentWidth, rows, offsets[i], length, Math.max(room, length)));
    }
    return segments;
  }

  private static int rowsPerStrip(TiffDirectory tags, int height, int strips) throws IOException {
    long said = tags.number(TiffDirectory.ROWS_PER_STRIP, 0);
    if (strips <= 1) {
      return height;
    }
    int even = (height + strips - 1) / strips;
    return (int) (said <= 0 || said > IntakeLimits.MAX_SIDE ? even : said);
  }

  private static int tileSide(long said) throws UnreadableException {
    if (said < 1 || said > MAX_TILE_SIDE) {
      throw new UnreadableException(FailureReason.CORRUPT, "tile side " + said + " px");
    }
    return (int) said;
  }

  private static long room(long[] sorted, long offset, long directory, long size) {
    int after = Arrays.binarySearch(sorted, offset + 1);
    after = after < 0 ? -after - 1 : after;
    long stop = after < sorted.length ? Math.min(size, sorted[after]) : size;
    if (directory > offset && directory < stop) {
      stop = directory;
    }
    return Math.max(0, stop - offset);
  }
}
