package yomitori.form.foreign;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Turns a sheet of paper into a picture of it: by a flatbed scanner, or by a camera over a table.
 */
public final class Capture {

  /** A camera of twelve megapixels gives more; phones' mail programs reduce to about this. */
  private static final int PHOTO_LONG_SIDE_PX = 2600;

  private Capture() {}

  /** A scan at the paper's own density: laid down a little askew, grey, with a sensor's noise. */
  public static BufferedImage scan(BufferedImage paper, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] toPaper =
        affine(
            paper.getWidth(),
            paper.getHeight(),
            Math.toRadians(random.nextDouble(-1.5, 1.5)),
            random.nextDouble(0.99, 1.01),
            random.nextDouble(-12, 12),
            random.nextDouble(-12, 12));
    double level = random.nextDouble(228, 250) / 255;
    double black = random.nextDouble(5, 30);
    BufferedImage out =
        new BufferedImage(paper.getWidth(), paper.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
    WritableRaster to = out.getRaster();
    Sampler from = new Sampler(paper, 255);
    for (int y = 0; y < out.getHeight(); y++) {
      for (int x = 0; x < out.getWidth(); x++) {
        double v = from.at(toPaper, x + 0.5, y + 0.5);
        to.setSample(
            x, y, 0, clip((black + v * (1 - black / 255)) * level + 3 * random.nextGaussian()));
      }
    }
    return blur(out, 0.6);
  }

  /**
   * A photograph on a table: turned up to 10°, corners drawn in by up to 8 % of the side by the
   * perspective, lit from one side, out of focus by about a pixel.
   */
  public static BufferedImage photograph(BufferedImage paper, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    boolean across = paper.getWidth() > paper.getHeight();
    int w = across ? PHOTO_LONG_SIDE_PX : PHOTO_LONG_SIDE_PX * 3 / 4;
    int h = across ? PHOTO_LONG_SIDE_PX * 3 / 4 : PHOTO_LONG_SIDE_PX;
    double[] toPaper = perspective(paper, w, h, random);
    double lightX = random.nextDouble(-0.35, 0.35);
    double lightY = random.nextDouble(-0.35, 0.35);
    double brightness = random.nextDouble(0.62, 0.9);
    double ground = random.nextDouble(60, 120);
    BufferedImage out = new BufferedImage(w, h, BufferedImage.TYPE_BYTE_GRAY);
    Sampler from = new Sampler(paper, -1);
    for (int y = 0; y < h; y++) {
      for (int x = 0; x < w; x++) {
        double v = from.at(toPaper, x + 0.5, y + 0.5);
        if (v < 0) {
          v = ground + 18 * Math.sin(y * 0.021 + 3 * Math.sin(x * 0.0017)) + 6 * Math.sin(y * 0.37);
        } else {
          v = 22 + v * 0.91;
        }
        double light =
            brightness * (1 + lightX * (x / (double) w - 0.5) + lightY * (y / (double) h - 0.5));
        out.getRaster().setSample(x, y, 0, clip(v * light + 2.5 * random.nextGaussian()));
      }
    }
    return blur(out, random.nextDouble(0.7, 1.2));
  }

  private static double[] affine(
      int w, int h, double angle, double scale, double shiftX, double shiftY) {
    AffineTransform t = new AffineTransform();
    t.translate(w / 2.0, h / 2.0);
    t.rotate(angle);
    t.scale(scale, scale);
    t.translate(shiftX - w / 2.0, shiftY - h / 2.0);
    return new double[] {
      t.getScaleX(),
      t.getShearX(),
      t.getTranslateX(),
      t.getShearY(),
      t.getScaleY(),
      t.getTranslateY(),
      0,
      0
    };
  }

  /** From the photograph to the paper, through the four corners' places. */
  private static double[] perspective(BufferedImage paper, int w, int h, SplittableRandom random) {
    double pw = paper.getWidth();
    double ph = paper.getHeight();
    double scale = random.nextDouble(0.80, 0.88) * Math.min(w / pw, h / ph);
    double angle = Math.toRadians(random.nextDouble(-10, 10));
    double[][] paperCorners = {{0, 0}, {pw, 0}, {pw, ph}, {0, ph}};
    double[][] photoCorners = new double[4][];
    for (int i = 0; i < 4; i++) {
      double x = (paperCorners[i][0] - pw / 2) * (1 - random.nextDouble(0, 0.08)) * scale;
      double y = (paperCorners[i][1] - ph / 2) * (1 - random.nextDouble(0, 0.08)) * scale;
      photoCorners[i] =
          new double[] {
            w / 2.0 + x * Math.cos(angle) - y * Math.sin(angle),
            h / 2.0 + x * Math.sin(angle) + y * Math.cos(angle)
          };
    }
    return homography(photoCorners, paperCorners);
  }

  /** Eight numbers, row by row with a last of 1, that take the four points to the four others. */
  private static double[] homography(double[][] from, double[][] to) {
    double[][] a = new double[8][9];
    for (int i = 0; i < 4; i++) {
      double x = from[i][0];
      double y = from[i][1];
      a[2 * i] = new double[] {x, y, 1, 0, 0, 0, -to[i][0] * x, -to[i][0] * y, to[i][0]};
      a[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -to[i][1] * x, -to[i][1] * y, to[i][1]};
    }
    for (int c = 0; c < 8; c++) {
      int pivot = c;
      for (int r = c + 1; r < 8; r++) {
        pivot = Math.abs(a[r][c]) > Math.abs(a[pivot][c]) ? r : pivot;
      }
      double[] swapped = a[c];
      a[c] = a[pivot];
      a[pivot] = swapped;
      for (int r = 0; r < 8; r++) {
        double f = r == c ? 0 : a[r][c] / a[c][c];
        for (int k = c; k < 9; k++) {
          a[r][k] -= f * a[c][k];
        }
      }
    }
    double[] solved = new double[8];
    Arrays.setAll(solved, i -> a[i][8] / a[i][i]);
    return solved;
  }

  private static BufferedImage blur(BufferedImage image, double sigma) {
    int r = 3;
    float[] weights = new float[(2 * r + 1) * (2 * r + 1)];
    float sum = 0;
    for (int i = 0; i < weights.length; i++) {
      int dx = i % (2 * r + 1) - r;
      int dy = i / (2 * r + 1) - r;
      weights[i] = (float) Math.exp(-(dx * dx + dy * dy) / (2 * sigma * sigma));
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    Kernel kernel = new Kernel(2 * r + 1, 2 * r + 1, weights);
    return new ConvolveOp(kernel, ConvolveOp.EDGE_NO_OP, null)
        .filter(image, new BufferedImage(image.getWidth(), image.getHeight(), image.getType()));
  }

  private static int clip(double v) {
    return (int) Math.round(Math.max(0, Math.min(255, v)));
  }

  /** A raster between its pixels. */
  private static final class Sampler {

    private final int width;
    private final int height;
    private final int[] pixels;
    private final int outside;

    /** Gives {@code outside} for whatever lies beyond the raster's edges. */
    Sampler(BufferedImage image, int outside) {
      this.width = image.getWidth();
      this.height = image.getHeight();
      this.pixels = image.getRaster().getSamples(0, 0, width, height, 0, (int[]) null);
      this.outside = outside;
    }

    double at(double[] h, double x, double y) {
      double z = h[6] * x + h[7] * y + 1;
      double u = (h[0] * x + h[1] * y + h[2]) / z - 0.5;
      double v = (h[3] * x + h[4] * y + h[5]) / z - 0.5;
      int i = (int) Math.floor(u);
      int j = (int) Math.floor(v);
      if (i < 0 || j < 0 || i + 1 >= width || j + 1 >= height) {
        return outside;
      }
      double fx = u - i;
      double fy = v - j;
      int at = j * width + i;
      return (1 - fy) * ((1 - fx) * pixels[at] + fx * pixels[at + 1])
          + fy * ((1 - fx) * pixels[at + width] + fx * pixels[at + width + 1]);
    }
  }
}
