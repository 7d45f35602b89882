package yomitori.intake;

import java.util.Optional;
import yomitori.geometry.Resolution;

/**
 * What a JPEG says of itself before its picture.
 *
 * @param width px
 * @param height px
 * @param components colour components
 * @param rgb whether three components are red, green and blue rather than YCbCr
 * @param progressive whether later scans refine what earlier ones drew
 * @param density the JFIF resolution where there is one with a unit
 * @param orientation the Exif orientation, 1 to 8; 1 where there is none
 */
record JpegHeader(
    int width,
    int height,
    int components,
    boolean rgb,
    boolean progressive,
    Optional<Resolution> density,
    int orientation) {

  private static final int FIRST_FRAME = 0xc0;
  private static final int PROGRESSIVE_FRAME = 0xc2;
  private static final int LAST_FRAME = 0xcf;
  private static final int HUFFMAN_TABLES = 0xc4;
  private static final int EXTENSION = 0xc8;
  private static final int ARITHMETIC_TABLES = 0xcc;
  private static final int SCAN = 0xda;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;

  private static final int PER_INCH = 1;
  private static final int PER_CM = 2;
  private static final double CM_PER_INCH = 2.54;

  static JpegHeader parse(byte[] jpeg) throws UnreadableException {
    Optional<Resolution> density = Optional.empty();
    int orientation = 1;
    int adobe = -1;
    int at = 2;
    while (at + 4 <= jpeg.length) {
      int marker = jpeg[at + 1] & 0xff;
      if ((jpeg[at] & 0xff) != 0xff || marker == 0xff || marker == 0) {
        at++;
        continue;
      }
      int length = short16(jpeg, at + 2);
      int body = at + 4;
      if (marker == APP0 && text(jpeg, body, "JFIF\0") && body + 12 <= jpeg.length) {
        density = density(jpeg[body + 7], short16(jpeg, body + 8), short16(jpeg, body + 10));
      } else if (marker == APP1 && text(jpeg, body, "Exif\0\0")) {
        orientation = ExifOrientation.read(jpeg, body + 6, at + 2 + length);
      } else if (marker == APP14 && text(jpeg, body, "Adobe") && body + 12 <= jpeg.length) {
        adobe = jpeg[body + 11];
      } else if (isFrame(marker)) {
        return frame(jpeg, marker, body, adobe, density, orientation);
      } else if (marker == SCAN) {
        break;
      }
      at += 2 + Math.max(length, 2);
    }
    throw new UnreadableException(FailureReason.CORRUPT, "JPEG without a frame");
  }

  private static boolean isFrame(int marker) {
    return marker >= FIRST_FRAME
        && marker <= LAST_FRAME
        && marker != HUFFMAN_TABLES
        && marker != EXTENSION
        && marker != ARITHMETIC_TABLES;
  }

  private static JpegHeader frame(
      byte[] jpeg, int marker, int body, int adobe, Optional<Resolution> density, int orientation)
      throws UnreadableException {
    if (body + 6 > jpeg.length) {
      throw new UnreadableException(FailureReason.CORRUPT, "JPEG cut in its header");
    }
    int precision = jpeg[body] & 0xff;
    if (marker > PROGRESSIVE_FRAME || precision != 8) {
      throw new UnreadableException(
          FailureReason.UNSUPPORTED, "JPEG process " + marker + ", " + precision + " bits");
    }
    int components = jpeg[body + 5] & 0xff;
    boolean named =
        components == 3
            && body + 13 <= jpeg.length
            && jpeg[body + 6] == 'R'
            && jpeg[body + 9] == 'G'
            && jpeg[body + 12] == 'B';
    boolean rgb = adobe >= 0 ? adobe == 0 : named;
    return new JpegHeader(
        short16(jpeg, body + 3),
        short16(jpeg, body + 1),
        components,
        rgb,
        marker == PROGRESSIVE_FRAME,
        density,
        orientation);
  }

  private static Optional<Resolution> density(int unit, int x, int y) {
    if (x == 0 || y == 0 || (unit != PER_INCH && unit != PER_CM)) {
      return Optional.empty();
    }
    double factor = unit == PER_CM ? CM_PER_INCH : 1;
    return Optional.of(new Resolution(x * factor, y * factor));
  }

  private static boolean text(byte[] jpeg, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= jpeg.length || jpeg[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static int short16(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }
}
