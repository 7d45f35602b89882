package yomitori.text;

import java.util.random.RandomGenerator;
import yomitori.geometry.GrayImage;
import yomitori.simulate.hand.HeldOutDigits;

/**
 * A held-out digit in a cell, under a pen from thin to thick, sent at a fax's density and cropped
 * with bits of the cell's frame left in. Drawn by other means than the training cells.
 */
final class FaxedCell {

  /** Px to the mm at which a cell is drawn. */
  private static final int DENSE = 16;

  private static final double ACROSS_PX_PER_MM = 204 / 25.4;

  private final RandomGenerator chance;
  private final int width;
  private final int height;
  private final float[] ink;

  private FaxedCell(RandomGenerator chance) {
    this.chance = chance;
    this.width = (int) (between(5, 7.5) * DENSE);
    this.height = (int) (between(6, 9) * DENSE);
    this.ink = new float[width * height];
  }

  /**
   * One crop.
   *
   * @param down rows to the mm: those of a standard fax are drawn twice each
   * @param sides of the frame, from 0 to 4
   */
  static GrayImage of(int digit, int index, double down, int sides, RandomGenerator chance) {
    FaxedCell cell = new FaxedCell(chance);
    cell.write(HeldOutDigits.image(digit, index));
    int first = chance.nextInt(4);
    for (int side = 0; side < sides; side++) {
      cell.rule((first + side) % 4);
    }
    return cell.sent(down);
  }

  private double between(double from, double to) {
    return from + chance.nextDouble() * (to - from);
  }

  /** The digit, somewhat off the middle; its pen is up to 0.15 mm thinner or 0.2 mm thicker. */
  private void write(float[] image) {
    double scale = Math.min(height, 1.2 * width) * between(0.5, 0.85) / 20;
    double left = width * (0.5 + 0.04 * chance.nextGaussian()) - 14 * scale;
    double top = height * (0.5 + 0.04 * chance.nextGaussian()) - 14 * scale;
    double pen = between(-0.15, 0.2) * DENSE;
    // A digit's edge runs where its ink is half; a grey level is about this many px of the sheet.
    double level = Math.max(0.15, Math.min(0.75, 0.5 - pen / scale / 2));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double grey = at(image, (x + 0.5 - left) / scale - 0.5, (y + 0.5 - top) / scale - 0.5);
        ink[y * width + x] = grey > level ? 1 : 0;
      }
    }
  }

  private static double at(float[] image, double px, double py) {
    int x = (int) Math.floor(px);
    int y = (int) Math.floor(py);
    double fx = px - x;
    double fy = py - y;
    return (1 - fy) * ((1 - fx) * pixel(image, x, y) + fx * pixel(image, x + 1, y))
        + fy * ((1 - fx) * pixel(image, x, y + 1) + fx * pixel(image, x + 1, y + 1));
  }

  private static double pixel(float[] image, int x, int y) {
    int side = HeldOutDigits.SIDE;
    return x >= 0 && y >= 0 && x < side && y < side ? image[y * side + x] : 0;
  }

  /** A rule of 0.15 to 0.5 mm along one side, up to a tenth of the cell within the crop. */
  private void rule(int side) {
    boolean upright = side < 2;
    double length = upright ? height : width;
    double extent = upright ? width : height;
    double away = between(0, 0.1) * extent;
    double thickness = between(0.15, 0.5) * DENSE;
    double lean = 0.012 * chance.nextGaussian();
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        double along = (upright ? y : x) - length / 2;
        double at = (upright ? x : y) - lean * along;
        double middle = side % 2 == 0 ? away : extent - away;
        if (Math.abs(at - middle) <= thickness / 2) {
          ink[y * width + x] = 1;
        }
      }
    }
  }

  private GrayImage sent(double down) {
    int columns = (int) (width * ACROSS_PX_PER_MM / DENSE);
    int rows = (int) (height * down / DENSE);
    int times = down < ACROSS_PX_PER_MM / 2 + 1 ? 2 : 1;
    double least = between(0.3, 0.55);
    GrayImage out = GrayImage.white(columns, rows * times);
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (mean(
                x * width / columns,
                y * height / rows,
                (x + 1) * width / columns,
                (y + 1) * height / rows)
            > least) {
          for (int i = 0; i < times; i++) {
            out.set(x, y * times + i, 0);
          }
        }
      }
    }
    return out;
  }

  private double mean(int x0, int y0, int x1, int y1) {
    double sum = 0;
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        sum += ink[y * width + x];
      }
    }
    return sum / ((x1 - x0) * (y1 - y0));
  }
}
