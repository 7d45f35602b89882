package yomitori.form;

import yomitori.geometry.GrayImage;

/** Scales a picture so that each new pixel is the mean of the area it covers. */
final class AreaScaling {

  private AreaScaling() {}

  static GrayImage scale(GrayImage source, int width, int height) {
    float[] across = new float[width * source.height()];
    byte[] from = source.pixels();
    for (int y = 0; y < source.height(); y++) {
      for (int x = 0; x < width; x++) {
        double step = (double) source.width() / width;
        across[y * width + x] =
            mean(from, y * source.width(), x * step, (x + 1) * step, source.width());
      }
    }
    GrayImage scaled = GrayImage.white(width, height);
    double step = (double) source.height() / height;
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        float grey = mean(across, width, x, y * step, (y + 1) * step, source.height());
        scaled.set(x, y, Math.round(grey));
      }
    }
    return scaled;
  }

  private static float mean(byte[] row, int offset, double from, double to, int length) {
    int last = Math.min((int) Math.ceil(to), length) - 1;
    double sum = 0;
    for (int i = (int) from; i <= last; i++) {
      sum += (row[offset + i] & 0xff) * (Math.min(to, i + 1.0) - Math.max(from, i));
    }
    return (float) (sum / (Math.min(to, length) - from));
  }

  private static float mean(float[] grid, int stride, int x, double from, double to, int length) {
    int last = Math.min((int) Math.ceil(to), length) - 1;
    double sum = 0;
    for (int i = (int) from; i <= last; i++) {
      sum += grid[i * stride + x] * (Math.min(to, i + 1.0) - Math.max(from, i));
    }
    return (float) (sum / (Math.min(to, length) - from));
  }
}
