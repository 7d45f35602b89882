package yomitori.intake;

import java.util.Arrays;
import yomitori.geometry.GrayImage;

/** A white raster that is painted from the top and grows when more rows come than were promised. */
final class GrayRows {

  private final int width;
  private byte[] pixels;

  GrayRows(int width, int height) {
    this.width = width;
    this.pixels = new byte[Math.multiplyExact(width, height)];
    Arrays.fill(pixels, (byte) GrayImage.WHITE);
  }

  int width() {
    return width;
  }

  /** The buffer as it is now; another one after the raster has grown. */
  byte[] pixels() {
    return pixels;
  }

  /** Makes room for {@code rows} rows at least. */
  void ensure(int rows) {
    int wanted = Math.multiplyExact(rows, width);
    if (wanted > pixels.length) {
      int old = pixels.length;
      long limit = Math.max(wanted, IntakeLimits.MAX_PIXELS / width * width);
      long roomy = (rows + rows / 2L + 64) * width;
      pixels = Arrays.copyOf(pixels, (int) Math.min(limit, roomy));
      Arrays.fill(pixels, old, pixels.length, (byte) GrayImage.WHITE);
    }
  }

  /** The first {@code height} rows, without a copy where that is all there is. */
  GrayImage image(int height) {
    ensure(height);
    int size = Math.multiplyExact(width, height);
    return new GrayImage(
        width, height, size == pixels.length ? pixels : Arrays.copyOf(pixels, size));
  }
}
