package yomitori.intake;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The Exif orientation of a JPEG: how a viewer turns the picture. */
final class ExifOrientation {

  private static final int TAG = 0x0112;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  /** The orientation, 1 to 8, of the TIFF structure between two places; 1 where it is not there. */
  static int read(byte[] jpeg, int from, int to) {
    int stop = Math.min(to, jpeg.length);
    if (stop - from < 8) {
      return 1;
    }
    ByteBuffer tiff = ByteBuffer.wrap(jpeg, from, stop - from).slice();
    tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    int at = tiff.getInt(4);
    if (at < 8 || at > tiff.limit() - 2) {
      return 1;
    }
    int entries = Short.toUnsignedInt(tiff.getShort(at));
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + i * ENTRY_BYTES;
      if (entry + ENTRY_BYTES > tiff.limit()) {
        return 1;
      }
      if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
        int value = tiff.getShort(entry + 8);
        return value >= 1 && value <= 8 ? value : 1;
      }
    }
    return 1;
  }
}
