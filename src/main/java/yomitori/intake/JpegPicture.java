package yomitori.intake;

import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import yomitori.geometry.GrayImage;

/**
 * A baseline or progressive JPEG as grey, decoded by the JDK's reader. Of a YCbCr picture only the
 * luma plane is kept.
 *
 * @param image the grey picture, not turned
 * @param missingFrom the first row that never arrived, or its height
 * @param bad rows of a picture that broke off which came in part, or only roughly
 */
record JpegPicture(GrayImage image, int missingFrom, BitSet bad) {

  /** What three components mean. */
  enum Colour {
    YCBCR,
    RGB
  }

  private static final int END_OF_IMAGE = 0xd9;
  private static final int START_OF_SCAN = 0xda;

  /** Rows of a block of an interleaved scan whose colour is halved, as nearly all have it. */
  private static final int MOST_BLOCK_ROWS = 16;

  /** What a decoder without data draws: the middle of the range. */
  private static final byte FILL = (byte) 128;

  /** The picture with the rows that never arrived. */
  Raster raster() {
    return new Raster(image, new Page.RowDamage(bad, bad.cardinality(), missingFrom));
  }

  /** Decodes a JPEG whose own header says what its components mean. */
  static JpegPicture decode(byte[] jpeg) throws UnreadableException {
    JpegHeader header = JpegHeader.parse(jpeg);
    return decode(jpeg, header, header.rgb() ? Colour.RGB : Colour.YCBCR);
  }

  /** Decodes a JPEG of which the file around it says what its components mean. */
  static JpegPicture decode(byte[] jpeg, Colour colour) throws UnreadableException {
    return decode(jpeg, JpegHeader.parse(jpeg), colour);
  }

  /** An abbreviated JPEG stream joined with its tables (TIFF's JPEGTables). */
  static byte[] withTables(byte[] tables, byte[] jpeg) {
    boolean closed =
        tables.length > 4
            && tables[tables.length - 2] == (byte) 0xff
            && tables[tables.length - 1] == (byte) END_OF_IMAGE;
    if (tables.length < 4 || jpeg.length < 2) {
      return jpeg;
    }
    int kept = closed ? tables.length - 2 : tables.length;
    byte[] joined = Arrays.copyOf(tables, kept + jpeg.length - 2);
    System.arraycopy(jpeg, 2, joined, kept, jpeg.length - 2);
    return joined;
  }

  private static JpegPicture decode(byte[] jpeg, JpegHeader header, Colour colour)
      throws UnreadableException {
    IntakeLimits.checkSize(header.width(), header.height());
    if (header.components() != 1 && header.components() != 3) {
      throw new UnreadableException(
          FailureReason.UNSUPPORTED, "JPEG of " + header.components() + " components");
    }
    ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
    boolean[] warned = new boolean[1];
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(jpeg))) {
      reader.setInput(in, true, true);
      reader.addIIOReadWarningListener((source, warning) -> warned[0] = true);
      GrayImage image = grey(reader.readRaster(0, null), colour);
      boolean brokeOff = !isClosed(jpeg);
      int missingFrom = warned[0] || brokeOff ? firstFlatRow(image) : image.height();
      BitSet bad = new BitSet();
      if (brokeOff) {
        // A later scan of a progressive picture refines every row; a baseline one ends in a block.
        bad.set(header.progressive() ? 0 : Math.max(0, missingFrom - MOST_BLOCK_ROWS), missingFrom);
      }
      return new JpegPicture(image, missingFrom, bad);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(FailureReason.CORRUPT, "the JPEG data is broken");
    } finally {
      reader.dispose();
    }
  }

  private static GrayImage grey(java.awt.image.Raster raster, Colour colour) {
    byte[] data = ((DataBufferByte) raster.getDataBuffer()).getData();
    int n = raster.getWidth() * raster.getHeight();
    if (raster.getNumBands() == 1) {
      return new GrayImage(raster.getWidth(), raster.getHeight(), data);
    }
    byte[] pixels = new byte[n];
    for (int i = 0; i < n; i++) {
      pixels[i] =
          colour == Colour.YCBCR
              ? data[3 * i]
              : (byte)
                  SampleRows.luma(
                      data[3 * i] & 0xff, data[3 * i + 1] & 0xff, data[3 * i + 2] & 0xff);
    }
    return new GrayImage(raster.getWidth(), raster.getHeight(), pixels);
  }

  /** Whether an end-of-image marker stands behind the last scan's header. */
  private static boolean isClosed(byte[] jpeg) {
    for (int i = jpeg.length - 2; i >= 0; i--) {
      int marker = jpeg[i] == (byte) 0xff ? jpeg[i + 1] & 0xff : 0;
      if (marker == END_OF_IMAGE || marker == START_OF_SCAN) {
        return marker == END_OF_IMAGE;
      }
    }
    return false;
  }

  /** Where the decoder began to fill up a picture that broke off. */
  private static int firstFlatRow(GrayImage image) {
    byte[] pixels = image.pixels();
    int last = pixels.length - 1;
    while (last >= 0 && pixels[last] == FILL) {
      last--;
    }
    return (last + image.width()) / image.width();
  }
}
