package yomitori.text;

import yomitori.geometry.GrayImage;

/** Makes the pictures that the engine is given: one line, of the letter height that suits it. */
final class LinePicture {

  /** White around the line; the engine misses letters that touch the edge. */
  private static final int BORDER_PX = 12;

  private LinePicture() {}

  /** A part of a picture, in whole pixels, x1 and y1 not included. */
  record Part(int x0, int y0, int x1, int y1) {

    int width() {
      return x1 - x0;
    }

    int height() {
      return y1 - y0;
    }
  }

  /** Scales a line to a letter height and puts white around it. */
  static GrayImage line(GrayImage grey, Part part, int letterPx) {
    GrayImage scaled = scaled(grey, part, part, (double) letterPx / part.height());
    GrayImage out =
        GrayImage.white(scaled.width() + 2 * BORDER_PX, scaled.height() + 2 * BORDER_PX);
    paste(scaled, out, BORDER_PX, BORDER_PX);
    return out;
  }

  /**
   * Scales what lies in a part: bilinear where it grows, the mean of the pixels that fall together
   * where it shrinks.
   *
   * @param ink the part of {@code grey} that is shown; beyond it all is white
   * @param part what the new picture shows; may reach beyond {@code grey}
   */
  static GrayImage scaled(GrayImage grey, Part ink, Part part, double factor) {
    int width = Math.max(1, (int) Math.round(part.width() * factor));
    int height = Math.max(1, (int) Math.round(part.height() * factor));
    GrayImage out = GrayImage.white(width, height);
    int samples = Math.max(1, (int) Math.ceil(1 / factor));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double sum = 0;
        for (int j = 0; j < samples; j++) {
          for (int i = 0; i < samples; i++) {
            double sx = part.x0() + (x + (i + 0.5) / samples) / factor - 0.5;
            double sy = part.y0() + (y + (j + 0.5) / samples) / factor - 0.5;
            sum += bilinear(grey, ink, sx, sy);
          }
        }
        out.set(x, y, (int) Math.round(sum / (samples * samples)));
      }
    }
    return out;
  }

  private static double bilinear(GrayImage grey, Part ink, double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    return (1 - fy) * ((1 - fx) * at(grey, ink, x0, y0) + fx * at(grey, ink, x0 + 1, y0))
        + fy * ((1 - fx) * at(grey, ink, x0, y0 + 1) + fx * at(grey, ink, x0 + 1, y0 + 1));
  }

  private static int at(GrayImage grey, Part ink, int x, int y) {
    boolean inside = x >= ink.x0() && y >= ink.y0() && x < ink.x1() && y < ink.y1();
    return inside ? grey.get(x, y) : GrayImage.WHITE;
  }

  private static void paste(GrayImage from, GrayImage onto, int left, int top) {
    for (int y = 0; y < from.height(); y++) {
      for (int x = 0; x < from.width(); x++) {
        onto.set(left + x, top + y, from.get(x, y));
      }
    }
  }
}
