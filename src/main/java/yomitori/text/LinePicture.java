package yomitori.text;

import java.util.List;
import yomitori.geometry.GrayImage;

/** Makes the pictures that the engine is given: one line, of the letter height that suits it. */
final class LinePicture {

  /** White around the line; the engine misses letters that touch the edge. */
  private static final int BORDER_PX = 12;

  /** Gap between the digits of a comb, about a third of their height. */
  private static final int DIGIT_GAP_PX = 14;

  /** Narrowest digit picture, so that a 1 keeps its neighbours at a distance. */
  private static final int DIGIT_MIN_WIDTH_PX = 8;

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
    GrayImage scaled = scaled(grey, part, (double) letterPx / part.height());
    GrayImage out =
        GrayImage.white(scaled.width() + 2 * BORDER_PX, scaled.height() + 2 * BORDER_PX);
    paste(scaled, out, BORDER_PX, BORDER_PX);
    return out;
  }

  /** Sets digits side by side, each scaled to one height and as far from the next. */
  static GrayImage digits(GrayImage grey, List<Part> parts, int letterPx) {
    List<GrayImage> scaled =
        parts.stream().map(part -> scaled(grey, part, (double) letterPx / part.height())).toList();
    int width =
        scaled.stream().mapToInt(d -> Math.max(d.width(), DIGIT_MIN_WIDTH_PX) + DIGIT_GAP_PX).sum()
            + 2 * BORDER_PX;
    GrayImage out = GrayImage.white(width, letterPx + 2 * BORDER_PX);
    int x = BORDER_PX + DIGIT_GAP_PX / 2;
    for (GrayImage digit : scaled) {
      int slot = Math.max(digit.width(), DIGIT_MIN_WIDTH_PX);
      paste(digit, out, x + (slot - digit.width()) / 2, BORDER_PX);
      x += slot + DIGIT_GAP_PX;
    }
    return out;
  }

  /** Bilinear where it grows, the mean of the pixels that fall together where it shrinks. */
  private static GrayImage scaled(GrayImage grey, Part part, double factor) {
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
            sum += bilinear(grey, sx, sy);
          }
        }
        out.set(x, y, (int) Math.round(sum / (samples * samples)));
      }
    }
    return out;
  }

  private static double bilinear(GrayImage grey, double x, double y) {
    int x0 = (int) Math.floor(x);
    int y0 = (int) Math.floor(y);
    double fx = x - x0;
    double fy = y - y0;
    return (1 - fy) * ((1 - fx) * at(grey, x0, y0) + fx * at(grey, x0 + 1, y0))
        + fy * ((1 - fx) * at(grey, x0, y0 + 1) + fx * at(grey, x0 + 1, y0 + 1));
  }

  private static int at(GrayImage grey, int x, int y) {
    boolean inside = x >= 0 && y >= 0 && x < grey.width() && y < grey.height();
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
