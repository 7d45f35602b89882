package yomitori.simulate.hand;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.stream.IntStream;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.RectMm;

/**
 * A paper sheet at high density that ink is put on. Ink only darkens: writing over print leaves the
 * print. Places are in millimetres from the sheet's top left corner. Not thread-safe.
 */
public final class Sheet {

  /** Every so many pixels across and down, it is remembered what was inked: 0.125 mm. */
  private static final int LATTICE_PX = 2;

  /** Paper darker than this is print already. */
  private static final int PRINT_BELOW = 128;

  /** Ink this close to print melts into it: about a line of a fax of standard resolution. */
  private static final double PRINT_SPREAD_MM = 0.25;

  /** A point counts as inked where the trace covers this much of its pixel. */
  private static final double WHOLLY = 0.99;

  /** Of more points than this only every second, third … is kept. */
  private static final int MOST_POINTS = 600;

  private static final int FIRST_CAPACITY = 256;

  private final GrayImage image;
  private final double pxPerMm;
  private boolean[] printed = new boolean[0];
  private int[] inked = new int[FIRST_CAPACITY];
  private int inkedCount;
  private boolean tracing;

  /**
   * @param printed the sheet as printed, copied
   * @param pxPerMm its density
   */
  public Sheet(GrayImage printed, double pxPerMm) {
    this.image = new GrayImage(printed.width(), printed.height(), printed.pixels().clone());
    this.pxPerMm = pxPerMm;
  }

  public GrayImage image() {
    return image;
  }

  public double pxPerMm() {
    return pxPerMm;
  }

  /**
   * Takes all that is dark now for print, with what lies so close to it that it is black on a fax
   * in any case, and remembers what is inked from here on.
   */
  void beginTrace() {
    if (printed.length == 0) {
      int across = latticeWidth();
      int down = (image.height() + LATTICE_PX - 1) / LATTICE_PX;
      int spread = (int) Math.round(PRINT_SPREAD_MM * pxPerMm / LATTICE_PX);
      printed = new boolean[across * down];
      for (int i = 0; i < printed.length; i++) {
        int x = i % across;
        int y = i / across;
        if (image.get(x * LATTICE_PX, y * LATTICE_PX) < PRINT_BELOW) {
          for (int row = Math.max(0, y - spread); row <= Math.min(down - 1, y + spread); row++) {
            int from = row * across + Math.max(0, x - spread);
            int to = row * across + Math.min(across - 1, x + spread);
            Arrays.fill(printed, from, to + 1, true);
          }
        }
      }
    }
    tracing = true;
    inkedCount = 0;
  }

  /** What was inked since the last {@link #beginTrace}. */
  InkTrace endTrace() {
    tracing = false;
    int across = latticeWidth();
    int[] points = Arrays.stream(inked, 0, inkedCount).sorted().distinct().toArray();
    int every = 1 + points.length / MOST_POINTS;
    return new InkTrace(
        IntStream.range(0, points.length)
            .filter(n -> n % every == 0)
            .map(n -> points[n])
            .mapToObj(
                i ->
                    new PointMm(
                        (i % across * LATTICE_PX + 0.5) / pxPerMm,
                        (i / across * LATTICE_PX + 0.5) / pxPerMm))
            .toList());
  }

  private int latticeWidth() {
    return (image.width() + LATTICE_PX - 1) / LATTICE_PX;
  }

  /** Draws a straight piece of line with round ends, its width changing evenly on the way. */
  public void line(
      double x0, double y0, double width0, double x1, double y1, double width1, Ink ink) {
    double ax = x0 * pxPerMm;
    double ay = y0 * pxPerMm;
    double bx = x1 * pxPerMm;
    double by = y1 * pxPerMm;
    double ra = width0 * pxPerMm / 2;
    double rb = width1 * pxPerMm / 2;
    double reach = Math.max(ra, rb) + 1;
    int left = (int) Math.max(0, Math.floor(Math.min(ax, bx) - reach));
    int right = (int) Math.min(image.width() - 1.0, Math.ceil(Math.max(ax, bx) + reach));
    int top = (int) Math.max(0, Math.floor(Math.min(ay, by) - reach));
    int bottom = (int) Math.min(image.height() - 1.0, Math.ceil(Math.max(ay, by) + reach));
    double dx = bx - ax;
    double dy = by - ay;
    double length2 = dx * dx + dy * dy;
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - ax;
        double py = y + 0.5 - ay;
        double t = length2 == 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
        double ex = px - t * dx;
        double ey = py - t * dy;
        double cover = ra + t * (rb - ra) + 0.5 - Math.sqrt(ex * ex + ey * ey);
        if (cover > 0) {
          darken(x, y, Math.min(1, cover), ink);
        }
      }
    }
  }

  /** Fills a shape given in millimetres. */
  public void fill(Shape shapeMm, Ink ink) {
    put(mask(shapeMm), ink);
  }

  /** The pixels that a shape given in millimetres covers. */
  Mask mask(Shape shapeMm) {
    Shape shape =
        AffineTransform.getScaleInstance(pxPerMm, pxPerMm).createTransformedShape(shapeMm);
    return Mask.of(shape, image.width(), image.height());
  }

  /** Inks what a mask covers. */
  void put(Mask mask, Ink ink) {
    for (int i = 0; i < mask.cover().length; i++) {
      if (mask.cover()[i] > 0) {
        int x = mask.place().x + i % mask.place().width;
        int y = mask.place().y + i / mask.place().width;
        darken(x, y, mask.cover()[i], ink);
      }
    }
  }

  /** How deep a point lies inside something drawn. */
  interface Depth {
    /** Distance to the edge in mm, positive inside. */
    double at(double xMm, double yMm);
  }

  /** Inks all within an area that lies inside. */
  void paint(RectMm area, Depth depth, Ink ink) {
    int left = (int) Math.max(0, Math.floor(area.x() * pxPerMm));
    int right = (int) Math.min(image.width() - 1.0, Math.ceil(area.right() * pxPerMm));
    int top = (int) Math.max(0, Math.floor(area.y() * pxPerMm));
    int bottom = (int) Math.min(image.height() - 1.0, Math.ceil(area.bottom() * pxPerMm));
    for (int y = top; y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double inside = depth.at((x + 0.5) / pxPerMm, (y + 0.5) / pxPerMm) * pxPerMm + 0.5;
        if (inside > 0) {
          darken(x, y, Math.min(1, inside), ink);
        }
      }
    }
  }

  private void darken(int x, int y, double cover, Ink ink) {
    double grey = GrayImage.WHITE - cover * ink.darknessAt(x, y);
    if (tracing && cover >= WHOLLY && x % LATTICE_PX == 0 && y % LATTICE_PX == 0) {
      remember(y / LATTICE_PX * latticeWidth() + x / LATTICE_PX);
    }
    if (grey < image.get(x, y)) {
      image.set(x, y, (int) grey);
    }
  }

  private void remember(int point) {
    if (!printed[point]) {
      if (inkedCount == inked.length) {
        inked = Arrays.copyOf(inked, 2 * inkedCount);
      }
      inked[inkedCount++] = point;
    }
  }
}
