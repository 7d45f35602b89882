package yomitori.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.geometry.GrayImage;

/** A raster of ink and paper, row-major. Mutable, for one thread. */
final class Ink {

  private final int width;
  private final int height;
  private final boolean[] on;

  Ink(int width, int height) {
    this.width = width;
    this.height = height;
    this.on = new boolean[width * height];
  }

  /** Ink wherever {@code image} is darker than {@code below}. */
  static Ink darkerThan(GrayImage image, int below) {
    Ink ink = new Ink(image.width(), image.height());
    byte[] pixels = image.pixels();
    for (int i = 0; i < ink.on.length; i++) {
      ink.on[i] = (pixels[i] & 0xff) < below;
    }
    return ink;
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** Whether there is ink; outside the raster there is none. */
  boolean at(int x, int y) {
    return x >= 0 && y >= 0 && x < width && y < height && on[y * width + x];
  }

  void set(int x, int y, boolean ink) {
    on[y * width + x] = ink;
  }

  Ink copy() {
    Ink copy = new Ink(width, height);
    System.arraycopy(on, 0, copy.on, 0, on.length);
    return copy;
  }

  void clear(Blob blob) {
    for (int p : blob.pixels()) {
      on[p] = false;
    }
  }

  /** Takes away what is ink in {@code other} too. */
  void remove(Ink other) {
    for (int i = 0; i < on.length; i++) {
      on[i] &= !other.on[i];
    }
  }

  int count() {
    int n = 0;
    for (boolean b : on) {
      if (b) {
        n++;
      }
    }
    return n;
  }

  /** Ink within {@code rx} columns and {@code ry} rows of ink here. */
  Ink grown(int rx, int ry) {
    Ink across = new Ink(width, height);
    for (int y = 0; y < height; y++) {
      int reach = -1;
      for (int x = -rx; x < width; x++) {
        if (at(x + rx, y)) {
          reach = x + 2 * rx;
        }
        if (x >= 0 && x <= reach) {
          across.set(x, y, true);
        }
      }
    }
    Ink out = new Ink(width, height);
    for (int x = 0; x < width; x++) {
      int reach = -1;
      for (int y = -ry; y < height; y++) {
        if (across.at(x, y + ry)) {
          reach = y + 2 * ry;
        }
        if (y >= 0 && y <= reach) {
          out.set(x, y, true);
        }
      }
    }
    return out;
  }

  /** Whether there is ink within {@code rx} columns and {@code ry} rows of a place. */
  boolean near(int x, int y, int rx, int ry) {
    for (int dy = -ry; dy <= ry; dy++) {
      for (int dx = -rx; dx <= rx; dx++) {
        if (at(x + dx, y + dy)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The share of a piece of another raster of this size that lies on ink here. */
  double shareOf(Blob blob) {
    int in = 0;
    for (int p : blob.pixels()) {
      in += on[p] ? 1 : 0;
    }
    return (double) in / blob.area();
  }

  /** Ink in each row of the columns from {@code x0} up to {@code x1}, x1 not included. */
  int[] rowCounts(int x0, int x1) {
    int[] counts = new int[height];
    for (int y = 0; y < height; y++) {
      for (int x = x0; x < x1; x++) {
        if (on[y * width + x]) {
          counts[y]++;
        }
      }
    }
    return counts;
  }

  /** The connected pieces of ink, diagonal neighbours included, in reading order of their tops. */
  List<Blob> blobs() {
    List<Blob> blobs = new ArrayList<>();
    boolean[] seen = new boolean[on.length];
    int[] stack = new int[Math.max(16, count())];
    for (int start = 0; start < on.length; start++) {
      if (on[start] && !seen[start]) {
        blobs.add(flood(start, seen, stack));
      }
    }
    return blobs;
  }

  private Blob flood(int start, boolean[] seen, int[] stack) {
    int[] found = new int[16];
    int n = 0;
    int top = 0;
    stack[top++] = start;
    seen[start] = true;
    int x0 = width;
    int x1 = 0;
    int y0 = height;
    int y1 = 0;
    while (top > 0) {
      int p = stack[--top];
      if (n == found.length) {
        found = Arrays.copyOf(found, 2 * n);
      }
      found[n++] = p;
      int x = p % width;
      int y = p / width;
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x + 1);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y + 1);
      for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
          int q = p + dy * width + dx;
          if (at(x + dx, y + dy) && !seen[q]) {
            seen[q] = true;
            stack[top++] = q;
          }
        }
      }
    }
    return new Blob(x0, y0, x1, y1, Arrays.copyOf(found, n));
  }

  /** A connected piece of ink: its bounds, x1 and y1 not included, and its pixels by index. */
  static final class Blob {

    private final int x0;
    private final int y0;
    private final int x1;
    private final int y1;
    private final int[] pixels;

    Blob(int x0, int y0, int x1, int y1, int[] pixels) {
      this.x0 = x0;
      this.y0 = y0;
      this.x1 = x1;
      this.y1 = y1;
      this.pixels = pixels;
    }

    /** Several pieces as if they were one; at least one. */
    static Blob union(List<Blob> pieces) {
      return new Blob(
          pieces.stream().mapToInt(b -> b.x0).min().orElseThrow(),
          pieces.stream().mapToInt(b -> b.y0).min().orElseThrow(),
          pieces.stream().mapToInt(b -> b.x1).max().orElseThrow(),
          pieces.stream().mapToInt(b -> b.y1).max().orElseThrow(),
          pieces.stream().flatMapToInt(b -> Arrays.stream(b.pixels)).toArray());
    }

    int x0() {
      return x0;
    }

    int y0() {
      return y0;
    }

    int x1() {
      return x1;
    }

    int y1() {
      return y1;
    }

    int width() {
      return x1 - x0;
    }

    int height() {
      return y1 - y0;
    }

    int[] pixels() {
      return pixels;
    }

    int area() {
      return pixels.length;
    }
  }
}
