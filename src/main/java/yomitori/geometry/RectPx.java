package yomitori.geometry;

/**
 * An upright rectangle of whole pixels.
 *
 * @param x leftmost column, may be negative where it hangs over the raster's edge
 * @param y topmost row, likewise
 * @param w columns, at least 0
 * @param h rows, at least 0
 */
public record RectPx(int x, int y, int w, int h) {

  /**
   * @throws IllegalArgumentException if the width or height is negative
   */
  public RectPx {
    if (w < 0 || h < 0) {
      throw new IllegalArgumentException("negative size in px: " + w + " x " + h);
    }
  }
}
