package yomitori.geometry;

/**
 * How many pixels a raster has to the inch, across and down; on faxes the two differ.
 *
 * @param dpiX pixels per inch across, more than 0
 * @param dpiY pixels per inch down, more than 0
 */
public record Resolution(double dpiX, double dpiY) {

  /** Millimetres in an inch. */
  public static final double MM_PER_INCH = 25.4;

  /**
   * @throws IllegalArgumentException if either value is not a positive finite number
   */
  public Resolution {
    if (!(dpiX > 0) || !(dpiY > 0) || !Double.isFinite(dpiX + dpiY)) {
      throw new IllegalArgumentException(
          "a resolution is positive, in dpi: " + dpiX + " x " + dpiY);
    }
  }

  public double pxPerMmX() {
    return dpiX / MM_PER_INCH;
  }

  public double pxPerMmY() {
    return dpiY / MM_PER_INCH;
  }
}
