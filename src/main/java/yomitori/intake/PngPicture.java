package yomitori.intake;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import yomitori.geometry.GrayImage;

/**
 * Decodes a PNG row by row into grey, alpha over white. A file that breaks off keeps the rows
 * before; checksums are not looked at. Interlaced pictures are not supported: no scanner or fax
 * gateway makes them, and they would have to be held whole in colour.
 */
final class PngPicture {

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  private static final int IHDR = 0x49484452;
  private static final int PLTE = 0x504c5445;
  private static final int TRNS = 0x74524e53;
  private static final int PHYS = 0x70485973;
  private static final int IDAT = 0x49444154;

  private static final int GREY = 0;
  private static final int RGB = 2;
  private static final int PALETTE = 3;
  private static final int GREY_ALPHA = 4;
  private static final int RGB_ALPHA = 6;

  private static final int CHUNK_HEAD = 8;
  private static final int CHUNK_FRAME = 12;
  private static final int PER_METRE = 1;
  private static final double INCHES_PER_METRE = 1 / 0.0254;

  private final FileBytes file;
  private int width;
  private int height;
  private int bits;
  private int type;
  private int interlace;
  private byte[] palette = new byte[0];
  private byte[] transparency = new byte[0];
  private double dpiX;
  private double dpiY;
  private long dataAt;

  /** Reads the chunks up to the picture's data. */
  PngPicture(FileBytes file) throws IOException, UnreadableException {
    this.file = file;
    long at = SIGNATURE.length;
    while (dataAt == 0) {
      ByteBuffer head = ByteBuffer.wrap(file.read(at, CHUNK_HEAD));
      if (head.remaining() < CHUNK_HEAD) {
        throw new UnreadableException(FailureReason.CORRUPT, "PNG without a picture");
      }
      long length = Integer.toUnsignedLong(head.getInt());
      int name = head.getInt();
      if (name == IDAT) {
        dataAt = at;
      } else {
        header(name, at + CHUNK_HEAD, length);
      }
      at += length + CHUNK_FRAME;
    }
    IntakeLimits.checkSize(width, height);
  }

  static boolean matches(byte[] head) {
    return head.length >= SIGNATURE.length
        && Arrays.equals(head, 0, SIGNATURE.length, SIGNATURE, 0, SIGNATURE.length);
  }

  double dpiX() {
    return dpiX;
  }

  double dpiY() {
    return dpiY;
  }

  private void header(int name, long at, long length) throws IOException {
    ByteBuffer body = ByteBuffer.wrap(file.read(at, (int) Math.min(length, 768)));
    if (name == IHDR && body.remaining() >= 13) {
      width = body.getInt();
      height = body.getInt();
      bits = body.get();
      type = body.get();
      interlace = body.get(12);
    } else if (name == PLTE) {
      palette = new byte[body.remaining() / 3];
      for (int i = 0; i < palette.length; i++) {
        palette[i] =
            (byte) SampleRows.luma(body.get() & 0xff, body.get() & 0xff, body.get() & 0xff);
      }
    } else if (name == TRNS) {
      transparency = body.array();
    } else if (name == PHYS && body.remaining() >= 9 && body.get(8) == PER_METRE) {
      dpiX = body.getInt() / INCHES_PER_METRE;
      dpiY = body.getInt() / INCHES_PER_METRE;
    }
  }

  Raster decode() throws UnreadableException {
    SampleRows samples = samples();
    GrayRows target = new GrayRows(width, height);
    byte[] row = new byte[samples.rowBytes(width)];
    byte[] above = new byte[row.length];
    int pixelBytes = Math.max(1, samples.samples() * bits / 8);
    int rows = 0;
    boolean altered = false;
    try (InputStream in = new InflaterInputStream(new DataChunks())) {
      for (; rows < height; rows++) {
        int filter = in.read();
        if (filter < 0 || in.readNBytes(row, 0, row.length) < row.length) {
          break;
        }
        unfilter(filter, row, above, pixelBytes);
        samples.toGrey(row, width, target.pixels(), rows * width);
        byte[] swap = above;
        above = row;
        row = swap;
      }
      altered = rows == height && !agrees(in);
    } catch (IOException e) {
      // The rows that came before the break are kept; the others are counted as missing.
    }
    if (rows == 0) {
      throw new UnreadableException(FailureReason.NO_ROWS, "0 of " + height + " rows");
    }
    GrayImage image = target.image(height);
    BitSet bad = new BitSet();
    bad.set(0, altered ? height : 0);
    return new Raster(image, new Page.RowDamage(bad, bad.cardinality(), rows));
  }

  /** Whether the checksum behind the last row, if it arrived, is that of the rows. */
  private static boolean agrees(InputStream in) throws IOException {
    try {
      in.skip(1);
      return true;
    } catch (EOFException e) {
      return true;
    } catch (ZipException e) {
      return false;
    }
  }

  private SampleRows samples() throws UnreadableException {
    boolean knownBits = bits == 1 || bits == 2 || bits == 4 || bits == 8 || bits == 16;
    if (interlace != 0 || !knownBits) {
      throw new UnreadableException(
          FailureReason.UNSUPPORTED, "PNG of " + bits + " bits, interlace " + interlace);
    }
    return switch (type) {
      case GREY -> new SampleRows(bits, 1, SampleRows.Colour.BLACK_IS_ZERO, -1, false, palette);
      case RGB -> new SampleRows(bits, 3, SampleRows.Colour.RGB, -1, false, palette);
      case PALETTE ->
          new SampleRows(bits, 1, SampleRows.Colour.PALETTE, -1, false, paletteOverWhite());
      case GREY_ALPHA ->
          new SampleRows(bits, 2, SampleRows.Colour.BLACK_IS_ZERO, 1, false, palette);
      case RGB_ALPHA -> new SampleRows(bits, 4, SampleRows.Colour.RGB, 3, false, palette);
      default ->
          throw new UnreadableException(FailureReason.UNSUPPORTED, "PNG colour type " + type);
    };
  }

  private byte[] paletteOverWhite() {
    byte[] shown = palette.clone();
    for (int i = 0; i < Math.min(shown.length, transparency.length); i++) {
      int a = transparency[i] & 0xff;
      shown[i] = (byte) ((shown[i] & 0xff) * a / 255 + GrayImage.WHITE - a);
    }
    return shown;
  }

  /** Undoes a row's filter (PNG specification, clause 9). */
  private static void unfilter(int filter, byte[] row, byte[] above, int pixel) {
    for (int i = 0; i < row.length; i++) {
      int left = i >= pixel ? row[i - pixel] & 0xff : 0;
      int up = above[i] & 0xff;
      int corner = i >= pixel ? above[i - pixel] & 0xff : 0;
      row[i] +=
          (byte)
              switch (filter) {
                case 1 -> left;
                case 2 -> up;
                case 3 -> (left + up) / 2;
                case 4 -> paeth(left, up, corner);
                default -> 0;
              };
    }
  }

  private static int paeth(int left, int up, int corner) {
    int estimate = left + up - corner;
    int byLeft = Math.abs(estimate - left);
    int byUp = Math.abs(estimate - up);
    int byCorner = Math.abs(estimate - corner);
    if (byLeft <= byUp && byLeft <= byCorner) {
      return left;
    }
    return byUp <= byCorner ? up : corner;
  }

  /** The bodies of the IDAT chunks, one after the other. */
  private final class DataChunks extends InputStream {

    private long next = dataAt;
    private InputStream body = InputStream.nullInputStream();

    private boolean advance() throws IOException {
      try (DataInputStream head = new DataInputStream(file.stream(next, CHUNK_HEAD))) {
        long length = Integer.toUnsignedLong(head.readInt());
        if (head.readInt() != IDAT) {
          return false;
        }
        body = file.stream(next + CHUNK_HEAD, length);
        next += length + CHUNK_FRAME;
        return true;
      }
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int n = body.read(bytes, offset, length);
      while (n < 0) {
        if (!advance()) {
          return -1;
        }
        n = body.read(bytes, offset, length);
      }
      return n;
    }
  }
}
