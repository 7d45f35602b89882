package yomitori.simulate.line;

import yomitori.geometry.Resolution;
import yomitori.simulate.chance.Chance;

/**
 * The raster a machine scans and sends: ITU-T T.4's widths and T.30's optional resolutions.
 *
 * @param widthPx pixels of a scan line
 * @param scanLineMm length of a scan line
 * @param linesPerMm scan lines a millimetre
 * @param dpiX what the TIFF's tag says, across
 * @param dpiY what the TIFF's tag says, down
 */
public record FaxGrid(int widthPx, double scanLineMm, double linesPerMm, double dpiX, double dpiY)
    implements Effect {

  /** 204 × 98: what every machine can. */
  public static final FaxGrid STANDARD = new FaxGrid(1728, 215, 3.85, 204, 98);

  /** 204 × 196. */
  public static final FaxGrid FINE = new FaxGrid(1728, 215, 7.7, 204, 196);

  /** 204 × 391. */
  public static final FaxGrid SUPERFINE = new FaxGrid(1728, 215, 15.4, 204, 391);

  /** 200 × 100, inch-based: 1728 px at 200 dpi are 219.46 mm. */
  public static final FaxGrid INCH_100 = inch(1728, 200, 100);

  /** 200 × 200. */
  public static final FaxGrid INCH_200 = inch(1728, 200, 200);

  /** 300 × 300. */
  public static final FaxGrid INCH_300 = inch(2592, 300, 300);

  /** 400 × 400. */
  public static final FaxGrid INCH_400 = inch(3456, 400, 400);

  /** Scan line of an A3 machine, into which A4 goes sideways: 2432 px over 303 mm. */
  private static final FaxGrid WIDE = new FaxGrid(2432, 303, 7.7, 204, 196);

  private static FaxGrid inch(int widthPx, double dpiX, double dpiY) {
    double mm = Resolution.MM_PER_INCH;
    return new FaxGrid(widthPx, widthPx / dpiX * mm, dpiY / mm, dpiX, dpiY);
  }

  /** Draws a grid. Shares of the resolutions are an assumption. */
  public static FaxGrid draw(LineProfile profile, boolean sideways, Chance chance) {
    if (sideways) {
      return WIDE;
    }
    double u = chance.unit();
    return switch (profile) {
      case CLEAN -> FINE;
      case FINE -> u < 0.75 ? FINE : u < 0.9 ? INCH_200 : u < 0.95 ? SUPERFINE : INCH_300;
      case STANDARD ->
          u < 0.42
              ? FINE
              : u < 0.78
                  ? STANDARD
                  : u < 0.9 ? INCH_200 : u < 0.95 ? INCH_100 : u < 0.98 ? SUPERFINE : INCH_400;
      case HARSH -> u < 0.55 ? STANDARD : u < 0.85 ? FINE : u < 0.93 ? INCH_100 : INCH_200;
    };
  }

  double pxPerMmX() {
    return widthPx / scanLineMm;
  }

  /** What the file's tags say. */
  public Resolution tags() {
    return new Resolution(dpiX, dpiY);
  }

  @Override
  public boolean acts() {
    return true;
  }
}
