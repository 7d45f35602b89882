package yomitori.intake;

import java.util.List;
import yomitori.geometry.Resolution;

/**
 * Decides what a page's pixels measure, from what its file says and from its shape.
 *
 * <ol>
 *   <li>The file's own values are believed where they make a page: each between {@value #MIN_DPI}
 *       and {@value #MAX_DPI} dpi, in a ratio that scanners and faxes have, and a sheet between A5
 *       and A3 in size (a long feed may be longer). A raster of a T.4 line width must also come out
 *       at that line's length, or at a known paper size.
 *   <li>Else the two values swapped, then the two taken as pixels per centimetre.
 *   <li>Else a raster of a T.4 line width has that line's resolution across, and down the one of
 *       the fax resolutions that brings its height nearest to the paper's.
 *   <li>Else the usual resolution and paper (A4, B4, A3, letter and so on, either way up) that fit
 *       the shape best; where none does, as if it were A4.
 * </ol>
 *
 * <p>One believable statement is overruled: square pixels on a raster of a T.4 line width that
 * would be a whole page at 98 lines to the inch. Gateways that turn standard-resolution faxes into
 * PDF or PNG write those.
 *
 * <p>Line widths and resolutions: ITU-T T.4 (8.04 pels and 3.85, 7.7 or 15.4 lines to the mm, and
 * the inch-based ones of its annexes).
 */
final class ResolutionRule {

  static final int MIN_DPI = 70;
  static final int MAX_DPI = 1250;

  private static final double MM_PER_INCH = Resolution.MM_PER_INCH;
  private static final double CM_PER_INCH = 2.54;

  /** Pixels per inch across at 8.04 pels/mm and down at 3.85, 7.7 and 15.4 lines/mm. */
  private static final double R8 = 204.1;

  private static final double R16 = 408.2;
  private static final double STANDARD = 97.8;
  private static final double FINE = 195.6;
  private static final double SUPERFINE = 391.2;

  /** Down to across, as faxes and scanners have it: 98, 196 or 391 to 204, 100 or 200 to 200. */
  private static final double[] RATIOS = {0.24, 0.479, 0.5, 0.958, 1, 1.917};

  private static final double RATIO_TOLERANCE = 0.035;

  /** Rounding of a square resolution to whole dpi or dots per metre. */
  private static final double SQUARE_TOLERANCE = 0.01;

  /** A fax line is up to 5 % longer than the paper is wide. */
  private static final double LINE_TOLERANCE = 0.06;

  private static final double PAPER_TOLERANCE = 0.04;

  /** A raster whose width is this near to a T.4 line is one: some gateways trim a few pixels. */
  private static final double LINE_WIDTH_TOLERANCE = 0.005;

  /** T.4 lets A4 at 98 lines/inch have 1037 to 1143 rows, up to 10 % less than the paper. */
  private static final double WHOLE_PAGE_TOLERANCE = 0.12;

  /** A5 on its short side, less a margin, to A3 on its long side, more a margin. */
  private static final double MIN_WIDTH_MM = 135;

  private static final double MAX_SIDE_MM = 450;

  /** Shorter than this is no page, only its header. */
  private static final double MIN_HEIGHT_MM = 50;

  /** A feed may be long if it is no wider than A3 upright. */
  private static final double MAX_ROLL_WIDTH_MM = 320;

  private static final double MAX_ROLL_MM = 3000;

  /** Log misfit of both sides together above which no known paper is meant. */
  private static final double MAX_MISFIT = 0.15;

  /** Handicap, in log misfit, of a paper other than A4 and of pixels that are not square. */
  private static final double NOT_A4 = 0.02;

  private static final double NOT_SQUARE = 0.05;

  private record Line(int px, double dpi, List<Double> down, double paperHeightMm) {}

  private record Paper(double shortMm, double longMm, double handicap) {}

  private static final List<Line> LINES =
      List.of(
          new Line(1728, R8, List.of(FINE, STANDARD, SUPERFINE), 297),
          new Line(2048, R8, List.of(FINE, STANDARD, SUPERFINE), 364),
          new Line(2432, R8, List.of(FINE, STANDARD, SUPERFINE), 420),
          new Line(2592, 300, List.of(300.0), 297),
          new Line(3072, 300, List.of(300.0), 364),
          new Line(3648, 300, List.of(300.0), 420),
          new Line(3456, R16, List.of(SUPERFINE, FINE, STANDARD), 297),
          new Line(4096, R16, List.of(SUPERFINE, FINE, STANDARD), 364),
          new Line(4864, R16, List.of(SUPERFINE, FINE, STANDARD), 420),
          new Line(5184, 600, List.of(600.0), 297),
          new Line(6144, 600, List.of(600.0), 364),
          new Line(7296, 600, List.of(600.0), 420));

  private static final List<Paper> PAPERS =
      List.of(
          new Paper(210, 297, 0),
          new Paper(257, 364, NOT_A4),
          new Paper(297, 420, NOT_A4),
          new Paper(215.9, 279.4, NOT_A4),
          new Paper(215.9, 355.6, NOT_A4),
          new Paper(182, 257, NOT_A4),
          new Paper(148, 210, NOT_A4));

  private static final List<Resolution> USUAL =
      List.of(
          new Resolution(200, 200),
          new Resolution(300, 300),
          new Resolution(400, 400),
          new Resolution(600, 600),
          new Resolution(240, 240),
          new Resolution(150, 150),
          new Resolution(100, 100),
          new Resolution(R8, FINE),
          new Resolution(R8, STANDARD));

  private ResolutionRule() {}

  /**
   * The resolution to believe.
   *
   * @param width px
   * @param height px
   * @param saidX what the file says, in dpi; 0 or less where it says nothing
   * @param saidY likewise
   */
  static Resolution decide(int width, int height, double saidX, double saidY) {
    Line line = line(width);
    if (line != null && isSquashed(line, height, saidX, saidY)) {
      return new Resolution(line.dpi(), STANDARD);
    }
    double[][] readings = {
      {saidX, saidY}, {saidY, saidX}, {saidX * CM_PER_INCH, saidY * CM_PER_INCH}
    };
    for (double[] reading : readings) {
      if (makesPage(width, height, reading[0], reading[1])) {
        return new Resolution(reading[0], reading[1]);
      }
    }
    return line == null
        ? byPaper(width, height)
        : new Resolution(line.dpi(), down(line, height, saidY));
  }

  private static boolean makesPage(int width, int height, double x, double y) {
    if (!(x >= MIN_DPI && x <= MAX_DPI && y >= MIN_DPI && y <= MAX_DPI) || !usualRatio(y / x)) {
      return false;
    }
    double w = width / x * MM_PER_INCH;
    double h = height / y * MM_PER_INCH;
    double maxHeight = w <= MAX_ROLL_WIDTH_MM ? MAX_ROLL_MM : MAX_SIDE_MM;
    if (w < MIN_WIDTH_MM || w > MAX_SIDE_MM || h < MIN_HEIGHT_MM || h > maxHeight) {
      return false;
    }
    Line line = line(width);
    return line == null || near(x, line.dpi(), LINE_TOLERANCE) || isPaper(w, h);
  }

  private static boolean usualRatio(double ratio) {
    for (double usual : RATIOS) {
      if (near(ratio, usual, RATIO_TOLERANCE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPaper(double w, double h) {
    return PAPERS.stream()
        .anyMatch(
            p ->
                near(Math.min(w, h), p.shortMm(), PAPER_TOLERANCE)
                    && near(Math.max(w, h), p.longMm(), PAPER_TOLERANCE));
  }

  private static boolean isSquashed(Line line, int height, double x, double y) {
    return line.dpi() == R8
        && near(x, line.dpi(), LINE_TOLERANCE)
        && near(x, y, SQUARE_TOLERANCE)
        && near(height / STANDARD * MM_PER_INCH, line.paperHeightMm(), WHOLE_PAGE_TOLERANCE);
  }

  private static Line line(int width) {
    return LINES.stream()
        .filter(line -> near(width, line.px(), LINE_WIDTH_TOLERANCE))
        .findFirst()
        .orElse(null);
  }

  private static double down(Line line, int height, double saidY) {
    double best = line.down().get(0);
    double bestMisfit = Double.POSITIVE_INFINITY;
    for (double dpi : line.down()) {
      double mm = height / dpi * MM_PER_INCH;
      if (near(saidY, dpi, RATIO_TOLERANCE) && mm >= MIN_HEIGHT_MM && mm <= MAX_SIDE_MM) {
        return dpi;
      }
      double misfit = Math.abs(Math.log(mm / line.paperHeightMm()));
      if (misfit < bestMisfit) {
        bestMisfit = misfit;
        best = dpi;
      }
    }
    return best;
  }

  private static Resolution byPaper(int width, int height) {
    Resolution best = asA4(width, height);
    double bestMisfit = MAX_MISFIT;
    for (Resolution usual : USUAL) {
      double w = width / usual.dpiX() * MM_PER_INCH;
      double h = height / usual.dpiY() * MM_PER_INCH;
      double shape = usual.dpiX() == usual.dpiY() ? 0 : NOT_SQUARE;
      for (Paper paper : PAPERS) {
        double misfit =
            Math.abs(Math.log(Math.min(w, h) / paper.shortMm()))
                + Math.abs(Math.log(Math.max(w, h) / paper.longMm()))
                + paper.handicap()
                + shape;
        if (misfit < bestMisfit) {
          bestMisfit = misfit;
          best = usual;
        }
      }
    }
    return best;
  }

  private static Resolution asA4(int width, int height) {
    double dpi =
        MM_PER_INCH * Math.max(Math.min(width, height) / 210.0, Math.max(width, height) / 297.0);
    return new Resolution(dpi, dpi);
  }

  private static boolean near(double a, double b, double tolerance) {
    return Math.abs(a - b) <= tolerance * b;
  }
}
