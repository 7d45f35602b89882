package yomitori.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/**
 * A small piece of the form's printing that can be found again on a page in both directions: words,
 * corners of boxes, crossings of rules.
 *
 * @param centre where it stands on the form
 * @param shades its picture at each stage that compares greys
 * @param inks its ink at each of the others
 */
record Anchor(PointMm centre, Map<Stage, GrayImage> shades, Map<Stage, InkBits> inks) {

  /** Density of the raster on which anchors are chosen. */
  static final double SELECTION_PX_PER_MM = 2;

  /** Enough to cover a sheet with one about every 2.5 cm, few enough to search in milliseconds. */
  private static final int MOST = 80;

  private static final double LEAST_DISTANCE_MM = 10;
  private static final int GRID_MM = 2;

  /** An anchor weaker than this share of the strongest is mere paper. */
  private static final double LEAST_STRENGTH = 0.06;

  /** The rounds of the search, from coarse to fine; all sizes are whole pixels. */
  enum Stage {
    COARSE(2, 12, 7, 6.0, 0),
    MIDDLE(4, 12, 7, 2.5, 160),
    /** In greys, where paper is dithered or print so faint that ink alone does not tell. */
    MIDDLE_SHADE(4, 12, 7, 2.5, 0),
    FINE(8, 9, 6, 0.75, 128),
    FINE_SHADE(8, 9, 6, 1.25, 0);

    /** Density at which patch and page are compared. */
    final double pxPerMm;

    /** The patch. */
    final double widthMm;

    final double heightMm;

    /** How far from its expected place it is searched. */
    final double radiusMm;

    /**
     * Grey values under this are ink: thin strokes fill a part of a pixel. 0: greys are compared.
     */
    final int inkBelow;

    Stage(double pxPerMm, double widthMm, double heightMm, double radiusMm, int inkBelow) {
      this.pxPerMm = pxPerMm;
      this.widthMm = widthMm;
      this.heightMm = heightMm;
      this.radiusMm = radiusMm;
      this.inkBelow = inkBelow;
    }

    boolean comparesGreys() {
      return inkBelow == 0;
    }
  }

  /** The patch's area on the form at a stage, {@code marginMm} larger on each side. */
  RectMm area(Stage stage, double marginMm) {
    return area(centre, stage, marginMm);
  }

  private static RectMm area(PointMm centre, Stage stage, double marginMm) {
    return new RectMm(
            centre.x() - stage.widthMm / 2,
            centre.y() - stage.heightMm / 2,
            stage.widthMm,
            stage.heightMm)
        .grow(marginMm);
  }

  /**
   * Chooses the anchors of a form: the places whose printing varies most in its weaker direction
   * (Shi and Tomasi, Good features to track, CVPR 1994), not too near to each other.
   *
   * @param sheet the blank at {@link #SELECTION_PX_PER_MM}
   */
  static List<Anchor> select(Blank blank, GrayImage sheet) {
    double[][] strength = strength(sheet);
    List<PointMm> chosen = new ArrayList<>();
    double strongest = 0;
    while (chosen.size() < MOST) {
      PointMm best = null;
      double most = LEAST_STRENGTH * strongest;
      for (int j = 0; j < strength.length; j++) {
        for (int i = 0; i < strength[j].length; i++) {
          PointMm p = new PointMm(i * (double) GRID_MM, j * (double) GRID_MM);
          if (strength[j][i] > most && chosen.stream().noneMatch(c -> near(c, p))) {
            most = strength[j][i];
            best = p;
          }
        }
      }
      if (best == null) {
        break;
      }
      strongest = Math.max(strongest, most);
      chosen.add(best);
    }
    return chosen.stream().map(p -> cut(blank, p)).toList();
  }

  private static boolean near(PointMm a, PointMm b) {
    return Math.hypot(a.x() - b.x(), (a.y() - b.y())) < LEAST_DISTANCE_MM;
  }

  private static Anchor cut(Blank blank, PointMm centre) {
    Map<Stage, GrayImage> shades = new EnumMap<>(Stage.class);
    Map<Stage, InkBits> inks = new EnumMap<>(Stage.class);
    for (Stage stage : Stage.values()) {
      GrayImage patch = patch(blank, centre, stage);
      if (stage.comparesGreys()) {
        shades.put(stage, patch);
      } else {
        inks.put(stage, InkBits.of(patch, stage.inkBelow));
      }
    }
    return new Anchor(centre, shades, inks);
  }

  private static GrayImage patch(Blank blank, PointMm centre, Stage stage) {
    double reduction = Math.max(1, blank.pxPerMm() / stage.pxPerMm);
    GrayImage fine = blank.crop(area(centre, stage, 0), stage.pxPerMm * reduction);
    return Pyramid.resize(
        fine,
        (int) Math.round(stage.widthMm * stage.pxPerMm),
        (int) Math.round(stage.heightMm * stage.pxPerMm));
  }

  /** The smaller eigenvalue of the gradients' second moments over a patch, on a grid. */
  private static double[][] strength(GrayImage sheet) {
    int w = sheet.width();
    int h = sheet.height();
    double[][] xx = new double[h + 1][w + 1];
    double[][] yy = new double[h + 1][w + 1];
    double[][] xy = new double[h + 1][w + 1];
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double gx = sheet.get(Math.min(x + 1, w - 1), y) - sheet.get(Math.max(x - 1, 0), y);
        double gy = sheet.get(x, Math.min(y + 1, h - 1)) - sheet.get(x, Math.max(y - 1, 0));
        xx[y + 1][x + 1] = gx * gx + xx[y][x + 1] + xx[y + 1][x] - xx[y][x];
        yy[y + 1][x + 1] = gy * gy + yy[y][x + 1] + yy[y + 1][x] - yy[y][x];
        xy[y + 1][x + 1] = gx * gy + xy[y][x + 1] + xy[y + 1][x] - xy[y][x];
      }
    }
    int step = (int) (GRID_MM * SELECTION_PX_PER_MM);
    int halfW = (int) (Stage.FINE.widthMm * SELECTION_PX_PER_MM / 2);
    int halfH = (int) (Stage.FINE.heightMm * SELECTION_PX_PER_MM / 2);
    double[][] strength = new double[(h - 1) / step + 1][(w - 1) / step + 1];
    for (int j = 0; j < strength.length; j++) {
      for (int i = 0; i < strength[j].length; i++) {
        int left = i * step - halfW;
        int right = i * step + halfW;
        int top = j * step - halfH;
        int bottom = j * step + halfH;
        if (left < 0 || top < 0 || right > w || bottom > h) {
          continue;
        }
        double a = sum(xx, left, top, right, bottom);
        double d = sum(yy, left, top, right, bottom);
        double b = sum(xy, left, top, right, bottom);
        strength[j][i] = (a + d) / 2 - Math.sqrt((a - d) * (a - d) / 4 + b * b);
      }
    }
    return strength;
  }

  private static double sum(double[][] integral, int left, int top, int right, int bottom) {
    return integral[bottom][right]
        - integral[top][right]
        - integral[bottom][left]
        + integral[top][left];
  }
}
