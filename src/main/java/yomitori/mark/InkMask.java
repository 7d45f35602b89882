package yomitori.mark;

import yomitori.geometry.GrayImage;

/**
 * Which pixels of a small raster are ink: true is ink, row-major. Mutable; those of a {@link
 * BlankPrint} are shared and not changed any more.
 */
final class InkMask {

  final int width;
  final int height;
  final boolean[] ink;

  private InkMask(int width, int height) {
    this.width = width;
    this.height = height;
    this.ink = new boolean[width * height];
  }

  /** Pixels darker than {@code below}, 0 to 255. */
  static InkMask darkerThan(GrayImage image, int below) {
    InkMask mask = new InkMask(image.width(), image.height());
    byte[] pixels = image.pixels();
    for (int i = 0; i < pixels.length; i++) {
      mask.ink[i] = (pixels[i] & 0xff) < below;
    }
    return mask;
  }

  boolean at(int x, int y) {
    return ink[y * width + x];
  }

  /** This mask grown by a rectangle of (2·rx + 1) × (2·ry + 1) pixels. */
  InkMask dilate(int rx, int ry) {
    InkMask across = new InkMask(width, height);
    for (int y = 0; y < height; y++) {
      int reach = -1;
      for (int x = -rx; x < width; x++) {
        if (x + rx < width && ink[y * width + x + rx]) {
          reach = x + 2 * rx;
        }
        if (x >= 0 && x <= reach) {
          across.ink[y * width + x] = true;
        }
      }
    }
    InkMask down = new InkMask(width, height);
    for (int x = 0; x < width; x++) {
      int reach = -1;
      for (int y = -ry; y < height; y++) {
        if (y + ry < height && across.ink[(y + ry) * width + x]) {
          reach = y + 2 * ry;
        }
        if (y >= 0 && y <= reach) {
          down.ink[y * width + x] = true;
        }
      }
    }
    return down;
  }

  private int count() {
    int count = 0;
    for (boolean pixel : ink) {
      count += pixel ? 1 : 0;
    }
    return count;
  }

  /** The share of ink among the pixels of a zone that {@code leftOut} does not hold. */
  double shareOf(int[] zone, InkMask leftOut) {
    int all = 0;
    int dark = 0;
    for (int i : zone) {
      if (!leftOut.ink[i]) {
        all++;
        dark += ink[i] ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) dark / all;
  }

  /** Takes out of this mask all that the other, of the same size, holds. */
  void subtract(InkMask other) {
    for (int i = 0; i < ink.length; i++) {
      ink[i] &= !other.ink[i];
    }
  }

  /** Takes out specks: connected ink (8 neighbours) of fewer than {@code least} pixels. */
  void removeSpecks(int least) {
    boolean[] seen = new boolean[ink.length];
    int[] stack = new int[ink.length];
    for (int start = 0; start < ink.length; start++) {
      if (!ink[start] || seen[start]) {
        continue;
      }
      int size = collect(start, seen, stack);
      for (int i = 0; size < least && i < size; i++) {
        ink[stack[i]] = false;
      }
    }
  }

  /** Fills the head of {@code found} with the pixels connected to {@code start}. */
  private int collect(int start, boolean[] seen, int[] found) {
    int size = 0;
    found[size++] = start;
    seen[start] = true;
    for (int next = 0; next < size; next++) {
      int x = found[next] % width;
      int y = found[next] / width;
      for (int ny = Math.max(0, y - 1); ny <= Math.min(height - 1, y + 1); ny++) {
        for (int nx = Math.max(0, x - 1); nx <= Math.min(width - 1, x + 1); nx++) {
          int n = ny * width + nx;
          if (ink[n] && !seen[n]) {
            seen[n] = true;
            found[size++] = n;
          }
        }
      }
    }
    return size;
  }

  /**
   * Takes out straight streaks that run through the whole mask from edge to edge, as dirt on a
   * scanner's glass leaves them.
   *
   * @param hidden where printing hides whether there is a streak, of this mask's size
   * @param slope sideways pixels for each pixel along the streak
   * @param vertical whether streaks run down the mask rather than across it
   * @param share least share of a line's pixels that are not hidden that must be ink
   * @param broadest most adjacent lines that are one streak; more are a band and stay
   */
  void removeStreaks(InkMask hidden, double slope, boolean vertical, double share, int broadest) {
    int lines = vertical ? width : height;
    int length = vertical ? height : width;
    if (count() < share * length / LEAST_SEEN) {
      return;
    }
    double[] covered = new double[lines];
    for (int line = 0; line < lines; line++) {
      int count = 0;
      int inside = 0;
      for (int k = 0; k < length; k++) {
        int at = index(line, k, slope, vertical, length, lines);
        if (at >= 0 && !hidden.ink[at]) {
          inside++;
          count += ink[at] ? 1 : 0;
        }
      }
      covered[line] = inside < length / LEAST_SEEN ? 0 : (double) count / inside;
    }
    if (broadestRun(covered, share) > broadest) {
      return;
    }
    for (int line = 0; line < lines; line++) {
      if (covered[line] >= share
          || (covered[line] > FRINGE && besideStreak(covered, line, share))) {
        clear(line, slope, vertical, length, lines);
      }
    }
  }

  /** A line of which less than one part in this many is not hidden tells nothing. */
  private static final int LEAST_SEEN = 3;

  /** A streak's ragged edges cover more than this share of their lines. */
  private static final double FRINGE = 0.3;

  private static int broadestRun(double[] covered, double share) {
    int broadest = 0;
    int run = 0;
    for (double line : covered) {
      run = line >= share ? run + 1 : 0;
      broadest = Math.max(broadest, run);
    }
    return broadest;
  }

  private static boolean besideStreak(double[] covered, int line, double share) {
    for (int other = Math.max(0, line - 2);
        other <= Math.min(covered.length - 1, line + 2);
        other++) {
      if (covered[other] >= share) {
        return true;
      }
    }
    return false;
  }

  private void clear(int line, double slope, boolean vertical, int length, int lines) {
    for (int k = 0; k < length; k++) {
      int at = index(line, k, slope, vertical, length, lines);
      if (at >= 0) {
        ink[at] = false;
      }
    }
  }

  private int index(int line, int k, double slope, boolean vertical, int length, int lines) {
    int sideways = (int) Math.round(line + (k - length / 2.0) * slope);
    if (sideways < 0 || sideways >= lines) {
      return -1;
    }
    return vertical ? k * width + sideways : sideways * width + k;
  }
}
