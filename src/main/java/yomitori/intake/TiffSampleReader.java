package yomitori.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.zip.InflaterInputStream;

/**
 * Decodes TIFF pages that are not fax-coded: uncompressed, LZW, Deflate, PackBits and JPEG strips
 * or tiles of 1 to 16 bits, grey, palette or RGB. Strips are streamed row by row, so a strip that
 * breaks off keeps the rows before, and one that unpacks to more than its size is left there.
 */
final class TiffSampleReader {

  static final int NONE = 1;
  static final int LZW = 5;
  static final int JPEG = 7;
  static final int DEFLATE = 8;
  static final int PACK_BITS = 32773;
  static final int OLD_DEFLATE = 32946;

  private static final int HORIZONTAL_PREDICTOR = 2;
  private static final int CHUNKY = 1;
  private static final int UNSIGNED = 1;

  private static final int WHITE_IS_ZERO = 0;
  private static final int BLACK_IS_ZERO = 1;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int YCBCR = 6;

  private static final int ASSOCIATED_ALPHA = 1;
  private static final int UNASSOCIATED_ALPHA = 2;

  private static final int MAX_TABLES = 1 << 16;

  private final FileBytes file;
  private final TiffDirectory tags;
  private final int compression;
  private final int photometric;
  private final GrayRows target;
  private final int height;
  private final BitSet came = new BitSet();
  private final BitSet bad = new BitSet();

  TiffSampleReader(FileBytes file, TiffDirectory tags, int width, int height) throws IOException {
    this.file = file;
    this.tags = tags;
    this.compression = (int) tags.number(TiffDirectory.COMPRESSION, NONE);
    this.photometric = (int) tags.number(TiffDirectory.PHOTOMETRIC, BLACK_IS_ZERO);
    this.target = new GrayRows(width, height);
    this.height = height;
  }

  static boolean supports(int compression) {
    return switch (compression) {
      case NONE, LZW, JPEG, DEFLATE, PACK_BITS, OLD_DEFLATE -> true;
      default -> false;
    };
  }

  Raster read(List<TiffSegment> segments) throws IOException, UnreadableException {
    if (compression == JPEG) {
      byte[] tables = tags.bytes(TiffDirectory.JPEG_TABLES, MAX_TABLES);
      for (TiffSegment segment : segments) {
        readJpeg(segment, tables);
      }
    } else {
      SampleRows samples = samples();
      for (TiffSegment segment : segments) {
        readRows(segment, samples);
      }
    }
    if (came.isEmpty()) {
      throw new UnreadableException(FailureReason.NO_ROWS, "0 of " + height + " rows");
    }
    came.flip(0, height);
    int missingFrom = came.previousClearBit(height - 1) + 1;
    bad.or(came.get(0, missingFrom));
    return new Raster(
        target.image(height), new Page.RowDamage(bad, bad.cardinality(), missingFrom));
  }

  private SampleRows samples() throws IOException, UnreadableException {
    int bits = (int) tags.number(TiffDirectory.BITS_PER_SAMPLE, 1);
    int samples = (int) tags.number(TiffDirectory.SAMPLES_PER_PIXEL, 1);
    SampleRows.Colour colour =
        switch (photometric) {
          case WHITE_IS_ZERO -> SampleRows.Colour.WHITE_IS_ZERO;
          case BLACK_IS_ZERO -> SampleRows.Colour.BLACK_IS_ZERO;
          case RGB -> SampleRows.Colour.RGB;
          case PALETTE -> SampleRows.Colour.PALETTE;
          default -> throw unsupported("photometric " + photometric);
        };
    int colours = colour == SampleRows.Colour.RGB ? 3 : 1;
    boolean knownBits = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    if (!knownBits || samples < colours || samples > colours + 2) {
      throw unsupported(samples + " samples of " + bits + " bits");
    }
    if (samples > 1 && tags.number(TiffDirectory.PLANAR_CONFIGURATION, CHUNKY) != CHUNKY) {
      throw unsupported("separate colour planes");
    }
    if (tags.number(TiffDirectory.SAMPLE_FORMAT, UNSIGNED) != UNSIGNED) {
      throw unsupported("samples that are not unsigned integers");
    }
    int extra = (int) tags.number(TiffDirectory.EXTRA_SAMPLES, 0);
    boolean alpha = samples > colours && (extra == ASSOCIATED_ALPHA || extra == UNASSOCIATED_ALPHA);
    return new SampleRows(
        bits, samples, colour, alpha ? colours : -1, extra == ASSOCIATED_ALPHA, palette());
  }

  private byte[] palette() throws IOException {
    long[] map = tags.numbers(TiffDirectory.COLOR_MAP);
    int n = map.length / 3;
    byte[] palette = new byte[n];
    for (int i = 0; i < n; i++) {
      palette[i] =
          (byte)
              SampleRows.luma((int) map[i] >> 8, (int) map[n + i] >> 8, (int) map[2 * n + i] >> 8);
    }
    return palette;
  }

  private void readRows(TiffSegment segment, SampleRows samples) {
    int columns = Math.min(segment.width(), target.width() - segment.x());
    byte[] row = new byte[samples.rowBytes(segment.width())];
    int rows = Math.min(segment.height(), height - segment.y());
    try (InputStream in = unpack(segment)) {
      int predictor = (int) tags.number(TiffDirectory.PREDICTOR, 1);
      for (int y = 0; y < rows; y++) {
        if (in.readNBytes(row, 0, row.length) < row.length) {
          return;
        }
        if (samples.bits() == 16 && tags.order() == ByteOrder.LITTLE_ENDIAN) {
          swapBytes(row);
        }
        if (predictor == HORIZONTAL_PREDICTOR
            && (compression == LZW || compression == DEFLATE || compression == OLD_DEFLATE)) {
          addUp(row, samples);
        }
        int at = (segment.y() + y) * target.width() + segment.x();
        samples.toGrey(row, columns, target.pixels(), at);
        came.set(segment.y() + y);
      }
    } catch (IOException e) {
      // The rows that came before the break are kept; the others are counted as missing.
      return;
    }
  }

  private InputStream unpack(TiffSegment segment) throws IOException {
    InputStream in = file.stream(segment.offset(), segment.length());
    if (tags.number(TiffDirectory.FILL_ORDER, 1) == 2) {
      in = Bits.reversed(in);
    }
    return switch (compression) {
      case LZW -> new LzwInputStream(in);
      case DEFLATE, OLD_DEFLATE -> new InflaterInputStream(in);
      case PACK_BITS -> new PackBitsInputStream(in);
      default -> in;
    };
  }

  private static void swapBytes(byte[] row) {
    for (int i = 0; i + 1 < row.length; i += 2) {
      byte low = row[i];
      row[i] = row[i + 1];
      row[i + 1] = low;
    }
  }

  /** Undoes horizontal differencing (TIFF 6.0 section 14). */
  private static void addUp(byte[] row, SampleRows format) {
    int samples = format.samples();
    if (format.bits() == 8) {
      for (int i = samples; i < row.length; i++) {
        row[i] += row[i - samples];
      }
    } else if (format.bits() == 16) {
      addUp16(row, 2 * samples);
    }
  }

  private static void addUp16(byte[] row, int pixel) {
    for (int i = pixel; i + 1 < row.length; i += 2) {
      int sum = sample16(row, i) + sample16(row, i - pixel);
      row[i] = (byte) (sum >> 8);
      row[i + 1] = (byte) sum;
    }
  }

  private static int sample16(byte[] row, int i) {
    return (row[i] & 0xff) << 8 | (row[i + 1] & 0xff);
  }

  private void readJpeg(TiffSegment segment, byte[] tables)
      throws IOException, UnreadableException {
    if (segment.length() > IntakeLimits.MAX_JPEG_BYTES) {
      throw new UnreadableException(
          FailureReason.TOO_LARGE, "a JPEG strip of " + segment.length() + " bytes");
    }
    byte[] jpeg = file.read(segment.offset(), (int) segment.length());
    JpegPicture picture;
    try {
      picture =
          JpegPicture.decode(
              JpegPicture.withTables(tables, jpeg),
              photometric == YCBCR ? JpegPicture.Colour.YCBCR : JpegPicture.Colour.RGB);
    } catch (UnreadableException e) {
      if (e.reason() == FailureReason.CORRUPT) {
        return;
      }
      throw e;
    }
    GrayRows rows = target;
    int columns = Math.min(picture.image().width(), rows.width() - segment.x());
    int most = Math.min(Math.min(segment.height(), picture.image().height()), height - segment.y());
    for (int y = 0; y < most; y++) {
      System.arraycopy(
          picture.image().pixels(),
          y * picture.image().width(),
          rows.pixels(),
          (segment.y() + y) * rows.width() + segment.x(),
          columns);
    }
    came.set(segment.y(), segment.y() + Math.min(most, picture.missingFrom()));
    picture.bad().stream().filter(y -> y < most).forEach(y -> bad.set(segment.y() + y));
  }

  private static UnreadableException unsupported(String what) {
    return new UnreadableException(FailureReason.UNSUPPORTED, what);
  }
}
