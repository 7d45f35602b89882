package yomitori.mark;

import yomitori.geometry.GrayImage;

/** Mean of a square around each pixel; beyond the edge the edge's own pixels are repeated. */
final class BoxBlur {

  private BoxBlur() {}

  /**
   * @param radius of the square in px: its side is 2 × radius + 1
   */
  static GrayImage blur(GrayImage image, int radius) {
    int w = image.width();
    int h = image.height();
    int side = 2 * radius + 1;
    int[] across = new int[w * h];
    for (int y = 0; y < h; y++) {
      int sum = 0;
      for (int x = -radius; x <= radius; x++) {
        sum += image.get(clamp(x, w), y);
      }
      for (int x = 0; x < w; x++) {
        across[y * w + x] = sum;
        sum += image.get(clamp(x + radius + 1, w), y) - image.get(clamp(x - radius, w), y);
      }
    }
    GrayImage out = GrayImage.white(w, h);
    for (int x = 0; x < w; x++) {
      int sum = 0;
      for (int y = -radius; y <= radius; y++) {
        sum += across[clamp(y, h) * w + x];
      }
      for (int y = 0; y < h; y++) {
        out.set(x, y, sum / (side * side));
        sum += across[clamp(y + radius + 1, h) * w + x] - across[clamp(y - radius, h) * w + x];
      }
    }
    return out;
  }

  private static int clamp(int i, int length) {
    return Math.min(Math.max(i, 0), length - 1);
  }
}
