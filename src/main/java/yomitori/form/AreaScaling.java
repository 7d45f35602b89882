package yomitori.form;

import yomitori.geometry.GrayImage;

/** Scales a picture so that each new pixel is the mean of the area it covers. */
final class AreaScaling {

  private AreaScaling() {}

  /** The picture at another size; where it grows, in steps. Grey values are right to 1 of 255. */
  static GrayImage scale(GrayImage source, int width, int height) {
    return acrossTransposed(acrossTransposed(source, width), height);
  }

  /** Scales the width only and swaps rows with columns, so that twice does both directions. */
  private static GrayImage acrossTransposed(GrayImage source, int width) {
    GrayImage scaled = GrayImage.white(source.height(), width);
    double step = (double) source.width() / width;
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < width; x++) {
        scaled.set(y, x, mean(source, y, x * step, Math.min((x + 1) * step, source.width())));
      }
    }
    return scaled;
  }

  private static int mean(GrayImage source, int y, double from, double to) {
    double sum = 0;
    for (int x = (int) from; x < to; x++) {
      sum += source.get(x, y) * (Math.min(to, x + 1.0) - Math.max(from, x));
    }
    return (int) Math.round(sum / (to - from));
  }
}
