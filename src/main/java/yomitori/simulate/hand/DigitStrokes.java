package yomitori.simulate.hand;

/**
 * A handwritten digit as a pen's way: for each point how far it lies from the middle of the nearest
 * stroke, so that the digit can be drawn with any pen. From the image, made finer with bicubic
 * interpolation (Catmull-Rom), the depth below its outline at half ink is taken; the middle of a
 * stroke is where that depth falls on both sides. The image's own stroke width stays in part, so
 * that it still shows where the writer pressed.
 */
final class DigitStrokes {

  /** Points a pixel of the image, across and down. */
  private static final int FINER = 5;

  private static final int SIDE = HandwrittenDigits.SIDE * FINER;

  /** Height of the digit's body in the image: the images are made so. */
  private static final double BODY_PX = 20;

  /** Share of the image's own stroke width in the width that is drawn. */
  private static final double OWN_WIDTH = 0.3;

  /** A stroke is not drawn thinner than this share of the image's, so that it does not break. */
  private static final double THINNEST = 0.4;

  /** How far beside a point it is looked whether the depth falls, in fine points. */
  private static final int SIDEWAYS = 3;

  private static final int ASLANT = 2;

  /**
   * How steeply it must fall: beside a stroke's middle by up to 1, on its flank not at all on one
   * side. Steeper values left gaps in strokes (looked at on 100 digits).
   */
  private static final double FALL = 0.5;

  /**
   * Shallower than this share of the usual depth there is no middle, only the way into a corner.
   */
  private static final double SHALLOW = 0.5;

  private static final float FAR = 1e9f;

  private final float[] distance;
  private final double ownRadius;

  private DigitStrokes(float[] distance, double ownRadius) {
    this.distance = distance;
    this.ownRadius = ownRadius;
  }

  /**
   * @param image pixels of a digit as {@link HandwrittenDigits#image} gives them
   */
  static DigitStrokes of(float[] image) {
    float[] fine = finer(image);
    boolean[] ink = new boolean[fine.length];
    for (int i = 0; i < fine.length; i++) {
      ink[i] = fine[i] > 0.5f;
    }
    float[] within = distanceTo(ink, false);
    double sum = 0;
    int count = 0;
    for (int i = 0; i < fine.length; i++) {
      sum += within[i];
      count += ink[i] ? 1 : 0;
    }
    double radius = count == 0 ? 1 : 2 * sum / count; // a mean depth is half of a stroke's
    return new DigitStrokes(smooth(distanceTo(middles(within, SHALLOW * radius), true)), radius);
  }

  /** Points from which the depth falls on both sides: the middles of strokes. */
  private static boolean[] middles(float[] depth, double atLeast) {
    boolean[] middle = new boolean[depth.length];
    for (int y = SIDEWAYS; y < SIDE - SIDEWAYS; y++) {
      for (int x = SIDEWAYS; x < SIDE - SIDEWAYS; x++) {
        int at = y * SIDE + x;
        middle[at] =
            depth[at] > atLeast
                && (falls(depth, at, SIDEWAYS, SIDEWAYS)
                    || falls(depth, at, SIDEWAYS * SIDE, SIDEWAYS)
                    || falls(depth, at, ASLANT * (SIDE + 1), ASLANT * Math.sqrt(2))
                    || falls(depth, at, ASLANT * (SIDE - 1), ASLANT * Math.sqrt(2)));
      }
    }
    return middle;
  }

  private static boolean falls(float[] depth, int at, int step, double length) {
    double most = depth[at] - FALL * length;
    return depth[at - step] <= most && depth[at + step] <= most;
  }

  /**
   * How deep a point lies inside the digit as a pen draws it.
   *
   * @param u place across in heights of the digit's body, 0 in the middle
   * @param v place down, likewise
   * @param penRadius in heights of the body
   * @return in heights of the body, positive inside
   */
  double depth(double u, double v, double penRadius) {
    double unit = BODY_PX * FINER;
    double x = u * unit + SIDE / 2.0 - 0.5;
    double y = v * unit + SIDE / 2.0 - 0.5;
    int i = (int) Math.floor(x);
    int j = (int) Math.floor(y);
    if (i < 0 || j < 0 || i >= SIDE - 1 || j >= SIDE - 1) {
      return -1;
    }
    double a = x - i;
    double b = y - j;
    int at = j * SIDE + i;
    double top = distance[at] * (1 - a) + distance[at + 1] * a;
    double bottom = distance[at + SIDE] * (1 - a) + distance[at + SIDE + 1] * a;
    double wished = OWN_WIDTH * ownRadius + (1 - OWN_WIDTH) * penRadius * unit;
    double radius = Math.max(THINNEST * ownRadius, wished);
    return (radius - top * (1 - b) - bottom * b) / unit;
  }

  private static float[] finer(float[] image) {
    int n = HandwrittenDigits.SIDE;
    float[] wide = new float[n * SIDE];
    for (int y = 0; y < n; y++) {
      for (int x = 0; x < SIDE; x++) {
        wide[y * SIDE + x] = between(image, y * n, 1, x);
      }
    }
    float[] fine = new float[SIDE * SIDE];
    for (int x = 0; x < SIDE; x++) {
      for (int y = 0; y < SIDE; y++) {
        fine[y * SIDE + x] = between(wide, x, SIDE, y);
      }
    }
    return fine;
  }

  /** A value between the pixels of one row or column. */
  private static float between(float[] in, int start, int step, int finePlace) {
    int n = HandwrittenDigits.SIDE;
    double place = (finePlace + 0.5) / FINER - 0.5;
    int i = (int) Math.floor(place);
    float t = (float) (place - i);
    float a = in[start + clamp(i - 1, n) * step];
    float b = in[start + clamp(i, n) * step];
    float c = in[start + clamp(i + 1, n) * step];
    float d = in[start + clamp(i + 2, n) * step];
    return b + 0.5f * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
  }

  private static int clamp(int i, int n) {
    return Math.max(0, Math.min(n - 1, i));
  }

  /**
   * Distance of each point to the nearest one that is {@code wanted}, by lower envelopes of
   * parabolas (Felzenszwalb and Huttenlocher, "Distance transforms of sampled functions", 2012).
   */
  private static float[] distanceTo(boolean[] ink, boolean wanted) {
    float[] squared = new float[ink.length];
    for (int i = 0; i < ink.length; i++) {
      squared[i] = ink[i] == wanted ? 0 : FAR;
    }
    for (int x = 0; x < SIDE; x++) {
      envelope(squared, x, SIDE);
    }
    for (int y = 0; y < SIDE; y++) {
      envelope(squared, y * SIDE, 1);
    }
    for (int i = 0; i < squared.length; i++) {
      squared[i] = (float) Math.sqrt(squared[i]);
    }
    return squared;
  }

  private static void envelope(float[] f, int start, int step) {
    int[] roots = new int[SIDE];
    double[] from = new double[SIDE + 1];
    double[] heights = new double[SIDE];
    for (int i = 0; i < SIDE; i++) {
      heights[i] = f[start + i * step];
    }
    int last = 0;
    from[0] = -FAR;
    from[1] = FAR;
    for (int q = 1; q < SIDE; q++) {
      double meet = meeting(heights, q, roots[last]);
      while (meet <= from[last]) {
        last--;
        meet = meeting(heights, q, roots[last]);
      }
      roots[++last] = q;
      from[last] = meet;
      from[last + 1] = FAR;
    }
    int k = 0;
    for (int i = 0; i < SIDE; i++) {
      while (from[k + 1] < i) {
        k++;
      }
      double off = i - roots[k];
      f[start + i * step] = (float) (off * off + heights[roots[k]]);
    }
  }

  private static double meeting(double[] heights, int q, int r) {
    return (heights[q] + (double) q * q - heights[r] - (double) r * r) / (2.0 * q - 2.0 * r);
  }

  /** Means over three by three points, so that edges run as smoothly as a pen. */
  private static float[] smooth(float[] in) {
    float[] out = in.clone();
    for (int y = 1; y < SIDE - 1; y++) {
      for (int x = 1; x < SIDE - 1; x++) {
        float sum = 0;
        for (int k = -1; k <= 1; k++) {
          int at = (y + k) * SIDE + x;
          sum += in[at - 1] + in[at] + in[at + 1];
        }
        out[y * SIDE + x] = sum / 9;
      }
    }
    return out;
  }
}
