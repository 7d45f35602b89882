package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import yomitori.geometry.GrayImage;

/**
 * Skew of a page by projection profiles: turned by the right angle, lines of print and rules fall
 * into few rows of the profile and its differences are largest (Postl, Detection of linear oblique
 * structures and skew scan in digitized documents, ICPR 1986).
 */
final class Skew {

  /** Pages skewed by more than this are not looked for, in degrees. */
  private static final double LIMIT_DEG = 12;

  private static final double COARSE_DEG = 0.5;
  private static final double FINE_DEG = 0.1;

  /** More ink than this is thinned out: the profile does not need it. */
  private static final int MOST_POINTS = 10_000;

  /** For the steps of half a degree one point in three is enough: they err by less than a step. */
  private static final int COARSE_STRIDE = 3;

  private Skew() {}

  /**
   * How a page seems to be turned, counter-clockwise in degrees.
   *
   * @param rowsDeg the slope of its lines of print
   * @param columnsDeg the slope of its upright rules; on a page squeezed after it was turned the
   *     two differ
   */
  record Turn(double rowsDeg, double columnsDeg) {

    private static Turn both(double degrees) {
      return new Turn(degrees, degrees);
    }
  }

  /**
   * Likeliest first: judged by the page's rows or columns, whichever is clearer, and where they
   * differ, by each for itself where they may both be right, and by the other.
   *
   * @param level about 2 px to the mm
   * @param aspect its px per mm down divided by its px per mm across
   */
  static List<Turn> candidates(GrayImage level, double aspect) {
    // Dithered shade would line up with the pixel grid and pass for a page without skew.
    GrayImage page = Thumbnail.blur(level, BLUR_PX);
    int lightest = (int) Math.min(LIGHTEST_INK, PaperLevel.darkest(page));
    int[][] ink = inkPoints(page, Math.min(Otsu.threshold(page), lightest));
    Peak byRows = new Projection(ink[0], ink[1], page.width(), page.height(), aspect).best();
    Peak byColumns = new Projection(ink[1], ink[0], page.height(), page.width(), 1 / aspect).best();
    double rows = byRows.degrees;
    double columns = -byColumns.degrees;
    boolean rowsFirst = byRows.energy >= byColumns.energy;
    List<Turn> turns = new ArrayList<>();
    turns.add(Turn.both(rowsFirst ? rows : columns));
    double apart = Math.abs(rows - columns);
    if (apart > COARSE_DEG && apart < SQUEEZED_DEG) {
      turns.add(new Turn(rows, columns));
    }
    if (apart > COARSE_DEG) {
      turns.add(Turn.both(rowsFirst ? columns : rows));
    }
    return turns;
  }

  /** A page skewed by 12° and then shrunk to 89 % in height shows slopes 2.6° apart. */
  private static final double SQUEEZED_DEG = 3;

  private record Peak(double degrees, double energy) {}

  private static int[][] inkPoints(GrayImage page, int below) {
    int[] places = new int[page.pixels().length];
    int count = 0;
    for (int y = 0; y < page.height(); y++) {
      for (int x = 0; x < page.width(); x++) {
        if (page.get(x, y) < below && !solid(page, x, y, below)) {
          places[count++] = y * page.width() + x;
        }
      }
    }
    int stride = Math.max(1, count / MOST_POINTS);
    int kept = (count + stride - 1) / stride;
    int[] xs = new int[kept];
    int[] ys = new int[kept];
    for (int k = 0; k < kept; k++) {
      xs[k] = places[k * stride] % page.width();
      ys[k] = places[k * stride] / page.width();
    }
    return new int[][] {xs, ys};
  }

  /** Inside a black area, as beside a sheet that was laid askew: its ends at the raster's edge. */
  private static boolean solid(GrayImage page, int x, int y, int below) {
    return blackOrOff(page, x - SOLID_PX, y, below)
        && blackOrOff(page, x + SOLID_PX, y, below)
        && blackOrOff(page, x, y - SOLID_PX, below)
        && blackOrOff(page, x, y + SOLID_PX, below);
  }

  private static boolean blackOrOff(GrayImage page, int x, int y, int below) {
    boolean on = x >= 0 && y >= 0 && x < page.width() && y < page.height();
    return !on || page.get(x, y) < below;
  }

  /** Further than half of any rule or stroke. */
  private static final int SOLID_PX = 4;

  private static final double BLUR_PX = 0.8;

  /** On reduced pages thin strokes are grey, but never lighter than this. */
  private static final int LIGHTEST_INK = 200;

  /** Ink projected along lines of any slope. */
  private static final class Projection {

    private final int[] along;
    private final int[] across;
    private final int lengthAlong;
    private final int lengthAcross;
    private final double aspect;

    /**
     * @param along place of each ink pixel along the lines
     * @param across its place across them
     * @param aspect pixels per mm across the lines divided by those along them
     */
    Projection(int[] along, int[] across, int lengthAlong, int lengthAcross, double aspect) {
      this.along = along;
      this.across = across;
      this.lengthAlong = lengthAlong;
      this.lengthAcross = lengthAcross;
      this.aspect = aspect;
    }

    Peak best() {
      Peak coarse = search(0, LIMIT_DEG, COARSE_DEG, COARSE_STRIDE);
      return search(coarse.degrees, COARSE_DEG, FINE_DEG, 1);
    }

    private Peak search(double about, double range, double step, int stride) {
      Peak best = new Peak(about, -1);
      int steps = (int) Math.round(range / step);
      for (int i = -steps; i <= steps; i++) {
        double degrees = about + i * step;
        double energy = energy(degrees, stride);
        if (energy > best.energy) {
          best = new Peak(degrees, energy);
        }
      }
      return best;
    }

    private double energy(double degrees, int stride) {
      int slope = (int) Math.round(slope(degrees) * 65536);
      int offset = (int) Math.ceil(lengthAlong * slope(LIMIT_DEG + 1));
      int[] profile = new int[lengthAcross + 2 * offset + 2];
      for (int i = 0; i < along.length; i += stride) {
        profile[across[i] + offset + ((along[i] * slope) >> 16)]++;
      }
      double sum = 0;
      for (int i = 1; i < profile.length; i++) {
        double difference = profile[i] - profile[i - 1];
        sum += difference * difference;
      }
      return sum;
    }

    private double slope(double degrees) {
      return Math.tan(Math.toRadians(degrees)) * aspect;
    }
  }
}
