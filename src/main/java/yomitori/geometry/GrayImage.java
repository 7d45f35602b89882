package yomitori.geometry;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * An 8-bit raster: 0 black (ink), 255 white (paper), row-major. Owns its pixels; whoever holds one
 * may read it from any thread, and only the code that made it writes to it.
 */
public final class GrayImage {

  /** The value of bare paper. */
  public static final int WHITE = 255;

  private final int width;
  private final int height;
  private final byte[] pixels;

  /**
   * Wraps a pixel buffer without copying it.
   *
   * @param width columns, at least 1
   * @param height rows, at least 1
   * @param pixels width × height bytes, row by row
   * @throws IllegalArgumentException if the buffer's length is not width × height
   */
  public GrayImage(int width, int height, byte[] pixels) {
    if (width < 1 || height < 1 || (long) width * height != pixels.length) {
      throw new IllegalArgumentException(
          width + " x " + height + " px do not fit a buffer of " + pixels.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  /** A white raster of the given size in px. */
  public static GrayImage white(int width, int height) {
    byte[] pixels = new byte[Math.multiplyExact(width, height)];
    Arrays.fill(pixels, (byte) WHITE);
    return new GrayImage(width, height, pixels);
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The grey value, 0 to 255, of the pixel in column x of row y. */
  public int get(int x, int y) {
    return pixels[y * width + x] & 0xff;
  }

  /** Sets the pixel in column x of row y to a grey value of 0 to 255. */
  public void set(int x, int y, int grey) {
    pixels[y * width + x] = (byte) grey;
  }

  /** Appends how dark each pixel is, row by row: 0 for paper to 1 for black. */
  public void putInk(FloatBuffer buffer) {
    for (byte pixel : pixels) {
      buffer.put((WHITE - (pixel & 0xff)) / (float) WHITE);
    }
  }

  /** The buffer itself, not a copy: row by row, one unsigned byte a pixel. */
  public byte[] pixels() {
    return pixels;
  }
}
