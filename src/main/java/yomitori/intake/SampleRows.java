package yomitori.intake;

import yomitori.geometry.GrayImage;

/** Turns rows of packed samples, as TIFF and PNG store them, into grey. */
final class SampleRows {

  private final int bits;
  private final int samples;
  private final Colour colour;
  private final int alpha;
  private final boolean premultiplied;
  private final byte[] palette;

  /**
   * @param bits bits a sample: 1, 2, 4, 8 or 16 (most significant byte first)
   * @param samples samples a pixel, alpha and unknown ones included
   * @param colour what the first samples mean
   * @param alpha index of the alpha sample, or -1
   * @param premultiplied whether the colours are already multiplied by alpha
   * @param palette the grey of each index, for {@link Colour#PALETTE}; else empty
   */
  SampleRows(
      int bits, int samples, Colour colour, int alpha, boolean premultiplied, byte[] palette) {
    this.bits = bits;
    this.samples = samples;
    this.colour = colour;
    this.alpha = alpha;
    this.premultiplied = premultiplied;
    this.palette = palette;
  }

  /** What the samples of a pixel mean. */
  enum Colour {
    WHITE_IS_ZERO,
    BLACK_IS_ZERO,
    RGB,
    PALETTE
  }

  int bits() {
    return bits;
  }

  int samples() {
    return samples;
  }

  /** Bytes of a row of {@code width} pixels. */
  int rowBytes(int width) {
    return Math.toIntExact(((long) width * samples * bits + 7) / 8);
  }

  /** Grey of red, green and blue, each 0 to 255 (ITU-R BT.601 luma). */
  static int luma(int red, int green, int blue) {
    return (77 * red + 150 * green + 29 * blue) >> 8;
  }

  /** Writes the grey of the first {@code n} pixels of a row. */
  void toGrey(byte[] row, int n, byte[] out, int at) {
    if (bits == 1 && samples == 1 && colour != Colour.PALETTE) {
      bilevelToGrey(row, n, out, at);
      return;
    }
    for (int x = 0; x < n; x++) {
      int first = x * samples;
      int grey =
          switch (colour) {
            case WHITE_IS_ZERO -> 255 - level(row, first);
            case BLACK_IS_ZERO -> level(row, first);
            case RGB -> luma(level(row, first), level(row, first + 1), level(row, first + 2));
            case PALETTE -> indexed(raw(row, first));
          };
      if (alpha >= 0) {
        int a = level(row, first + alpha);
        int shown = premultiplied ? grey : grey * a / 255;
        grey = Math.min(GrayImage.WHITE, shown + GrayImage.WHITE - a);
      }
      out[at + x] = (byte) grey;
    }
  }

  /** The same for the layout of nearly all scanned forms, several times as fast. */
  private void bilevelToGrey(byte[] row, int n, byte[] out, int at) {
    int flip = colour == Colour.WHITE_IS_ZERO ? -1 : 0;
    for (int x = 0; x < n; x++) {
      int bit = (row[x >> 3] >> (7 - (x & 7))) & 1;
      out[at + x] = (byte) (-bit ^ flip);
    }
  }

  private int indexed(int index) {
    return index < palette.length ? palette[index] & 0xff : GrayImage.WHITE;
  }

  private int level(byte[] row, int sample) {
    int raw = raw(row, sample);
    return bits >= 8 ? raw : raw * 255 / ((1 << bits) - 1);
  }

  /** A sample as stored; of 16 bits the upper 8. */
  private int raw(byte[] row, int sample) {
    if (bits == 8) {
      return row[sample] & 0xff;
    }
    if (bits == 16) {
      return row[2 * sample] & 0xff;
    }
    int bit = sample * bits;
    return ((row[bit >> 3] & 0xff) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1);
  }
}
