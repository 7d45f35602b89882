package yomitori.text;

import java.util.Arrays;
import yomitori.geometry.GrayImage;

/** Contrast and size of a cell's picture. */
final class CellRaster {

  /** A picture whose ink and paper differ by less, in grey values, shows nothing. */
  private static final int LEAST_CONTRAST = 48;

  /** Dark share of a negative; the thickest digit covers less of a crop cut closely round it. */
  private static final double NEGATIVE_FROM = 0.75;

  /** Shares of a picture's pixels below which its ink and its paper are taken. */
  private static final double INK_QUANTILE = 0.005;

  private static final double PAPER_QUANTILE = 0.85;

  private CellRaster() {}

  /** The same picture with its darkest strokes black and its paper white; white if it has none. */
  static GrayImage stretched(GrayImage image) {
    byte[] pixels = image.pixels();
    int[] values = new int[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = pixels[i] & 0xff;
    }
    int[] ordered = values.clone();
    Arrays.sort(ordered);
    int ink = ordered[(int) (INK_QUANTILE * (ordered.length - 1))];
    int paper = ordered[(int) (PAPER_QUANTILE * (ordered.length - 1))];
    if (paper - ink < LEAST_CONTRAST) {
      return GrayImage.white(image.width(), image.height());
    }
    byte[] out = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      int grey = GrayImage.WHITE * (values[i] - ink) / (paper - ink);
      out[i] = (byte) Math.max(0, Math.min(GrayImage.WHITE, grey));
    }
    return new GrayImage(image.width(), image.height(), out);
  }

  /** The same picture dark on light: turned round where most of it is dark, as on a negative. */
  static GrayImage positive(GrayImage image) {
    int least = GrayImage.WHITE;
    int most = 0;
    for (byte pixel : image.pixels()) {
      least = Math.min(least, pixel & 0xff);
      most = Math.max(most, pixel & 0xff);
    }
    int dark = 0;
    for (byte pixel : image.pixels()) {
      dark += (pixel & 0xff) < (least + most) / 2.0 ? 1 : 0;
    }
    if (dark < NEGATIVE_FROM * image.pixels().length) {
      return image;
    }
    byte[] turned = image.pixels().clone();
    for (int i = 0; i < turned.length; i++) {
      turned[i] = (byte) (GrayImage.WHITE - (turned[i] & 0xff));
    }
    return new GrayImage(image.width(), image.height(), turned);
  }

  /**
   * The same picture with its longer side made {@code longer} px.
   *
   * @param longer above 0
   */
  static GrayImage scaled(GrayImage image, int longer) {
    double scale = (double) longer / Math.max(image.width(), image.height());
    return resized(
        image,
        Math.max(1, (int) Math.round(image.width() * scale)),
        Math.max(1, (int) Math.round(image.height() * scale)));
  }

  /** The whole picture at another size, its proportions not kept. */
  static GrayImage resized(GrayImage image, int width, int height) {
    double across = (double) image.width() / width;
    double down = (double) image.height() / height;
    GrayImage out = GrayImage.white(width, height);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double grey = mean(image, x * across, y * down, (x + 1) * across, (y + 1) * down);
        out.set(x, y, (int) Math.round(grey));
      }
    }
    return out;
  }

  /**
   * A part of a picture at another size, laid on white paper in the middle of a square.
   *
   * @param x0 left edge of the part, px; it may reach beyond the picture, where there is paper
   * @param y0 upper edge
   * @param w width of the part, px, above 0
   * @param h height of the part, px, above 0
   * @param room px that the part's longer side fills
   * @param side of the square, px
   */
  static GrayImage fitted(
      GrayImage image, double x0, double y0, double w, double h, int room, int side) {
    double scale = room / Math.max(w, h);
    double left = side / 2.0 - scale * w / 2;
    double top = side / 2.0 - scale * h / 2;
    GrayImage out = GrayImage.white(side, side);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        double ax = Math.max(0, (x - left) / scale);
        double bx = Math.min(w, (x + 1 - left) / scale);
        double ay = Math.max(0, (y - top) / scale);
        double by = Math.min(h, (y + 1 - top) / scale);
        if (ax < bx && ay < by) {
          double covered = (bx - ax) * (by - ay) * scale * scale;
          double grey = mean(image, x0 + ax, y0 + ay, x0 + bx, y0 + by);
          out.set(x, y, (int) Math.round(GrayImage.WHITE - covered * (GrayImage.WHITE - grey)));
        }
      }
    }
    return out;
  }

  /**
   * The same picture turned round its middle, on white paper.
   *
   * @param radians clockwise
   */
  static GrayImage turned(GrayImage image, double radians) {
    if (radians == 0) {
      return image;
    }
    double cos = Math.cos(radians);
    double sin = Math.sin(radians);
    double cx = image.width() / 2.0;
    double cy = image.height() / 2.0;
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double dx = x + 0.5 - cx;
        double dy = y + 0.5 - cy;
        out.set(x, y, between(image, cx + cos * dx + sin * dy, cy - sin * dx + cos * dy));
      }
    }
    return out;
  }

  /** The grey at a point between the middles of four pixels, bilinear. */
  private static int between(GrayImage image, double px, double py) {
    int x = (int) Math.floor(px - 0.5);
    int y = (int) Math.floor(py - 0.5);
    double fx = px - 0.5 - x;
    double fy = py - 0.5 - y;
    double upper = (1 - fx) * grey(image, x, y) + fx * grey(image, x + 1, y);
    double lower = (1 - fx) * grey(image, x, y + 1) + fx * grey(image, x + 1, y + 1);
    return (int) Math.round((1 - fy) * upper + fy * lower);
  }

  /** The mean grey of an area: bilinear where it is smaller than a pixel. */
  private static double mean(GrayImage image, double x0, double y0, double x1, double y1) {
    double cx = (x0 + x1) / 2;
    double cy = (y0 + y1) / 2;
    double rx = Math.max(1, x1 - x0) / 2;
    double ry = Math.max(1, y1 - y0) / 2;
    double sum = 0;
    double weights = 0;
    for (int y = (int) Math.floor(cy - ry); y < cy + ry; y++) {
      double wy = Math.min(y + 1, cy + ry) - Math.max(y, cy - ry);
      for (int x = (int) Math.floor(cx - rx); x < cx + rx; x++) {
        double wx = Math.min(x + 1, cx + rx) - Math.max(x, cx - rx);
        if (wx > 0 && wy > 0) {
          sum += wx * wy * grey(image, x, y);
          weights += wx * wy;
        }
      }
    }
    return weights > 0 ? sum / weights : GrayImage.WHITE;
  }

  private static int grey(GrayImage image, int x, int y) {
    return x >= 0 && y >= 0 && x < image.width() && y < image.height()
        ? image.get(x, y)
        : GrayImage.WHITE;
  }
}
