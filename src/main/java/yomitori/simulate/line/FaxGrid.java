package yomitori.simulate.line;

import yomitori.geometry.Resolution;
import yomitori.simulate.chance.Chance;

/**
 * The raster a machine scans and sends: ITU-T T.4's widths and T.30's optional resolutions. Nothing
 * acts at 204 × 196; strong below 150 dpi down.
 *
 * @param widthPx pixels of a scan line
 * @param scanLineMm length of a scan line
 * @param linesPerMm scan lines a millimetre
 * @param dpiX what the TIFF's tag says, across
 * @param dpiY what the TIFF's tag says, down
 */
public record FaxGrid(int widthPx, double scanLineMm, double linesPerMm, double dpiX, double dpiY)
    implements Effect {

  private static final double R8_DPI = 204;
  private static final double R16_DPI = 408;

  /** 204 × 98: what every machine can. */
  public static final FaxGrid STANDARD = new FaxGrid(1728, 215, 3.85, R8_DPI, 98);

  /** 204 × 196. */
  public static final FaxGrid FINE = new FaxGrid(1728, 215, 7.7, R8_DPI, 196);

  /** 204 × 391. */
  public static final FaxGrid SUPERFINE = new FaxGrid(1728, 215, 15.4, R8_DPI, 391);

  /** 408 × 391. */
  public static final FaxGrid R16 = new FaxGrid(3456, 215, 15.4, R16_DPI, 391);

  /** 200 × 100, inch-based: 1728 px at 200 dpi are 219.46 mm. */
  public static final FaxGrid INCH_100 = inch(1728, 200, 100);

  /** 200 × 200. */
  public static final FaxGrid INCH_200 = inch(1728, 200, 200);

  /** 300 × 300. */
  public static final FaxGrid INCH_300 = inch(2592, 300, 300);

  /** 400 × 400. */
  public static final FaxGrid INCH_400 = inch(3456, 400, 400);

  /** T.4's scan line for A3, which A4 needs that is laid in sideways. */
  private static final double A3_LINE_MM = 303;

  private static final int R8_A3_PX = 2432;
  private static final int R8_A4_PX = 1728;
  private static final double STRONG_DPI = 150;

  private static FaxGrid inch(int widthPx, double dpiX, double dpiY) {
    double mm = Resolution.MM_PER_INCH;
    return new FaxGrid(widthPx, widthPx / dpiX * mm, dpiY / mm, dpiX, dpiY);
  }

  /** Draws a grid. Shares of the resolutions are an assumption. */
  public static FaxGrid draw(LineProfile profile, Chance chance) {
    double u = chance.unit();
    return switch (profile) {
      case CLEAN -> FINE;
      case FINE -> u < 0.75 ? FINE : u < 0.9 ? INCH_200 : u < 0.95 ? SUPERFINE : INCH_300;
      case STANDARD ->
          u < 0.42
              ? FINE
              : u < 0.78
                  ? STANDARD
                  : u < 0.88
                      ? INCH_200
                      : u < 0.94 ? INCH_100 : u < 0.97 ? SUPERFINE : u < 0.99 ? R16 : INCH_400;
      case HARSH -> u < 0.55 ? STANDARD : u < 0.85 ? FINE : u < 0.93 ? INCH_100 : INCH_200;
    };
  }

  /** The same resolution on a line long enough for a sheet of this width, A4 or A3. */
  FaxGrid wideEnoughFor(double sheetMm) {
    if (sheetMm <= scanLineMm) {
      return this;
    }
    int wide = (int) Math.round(widthPx * (double) R8_A3_PX / R8_A4_PX);
    double mm = dpiX == R8_DPI || dpiX == R16_DPI ? A3_LINE_MM : scanLineMm * wide / widthPx;
    return new FaxGrid(wide, mm, linesPerMm, dpiX, dpiY);
  }

  double pxPerMmX() {
    return widthPx / scanLineMm;
  }

  /** What the file's tags say. */
  public Resolution tags() {
    return new Resolution(dpiX, dpiY);
  }

  @Override
  public Level level() {
    return Level.of(!equals(FINE), dpiY < STRONG_DPI);
  }
}
