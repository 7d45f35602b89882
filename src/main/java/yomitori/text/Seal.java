package yomitori.text;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A person's seal (印) beside or over what is written in a field.
 *
 * @param x the middle of the ring, px
 * @param y likewise
 * @param rx from the middle to the outside of the ring, px
 * @param ry likewise
 */
record Seal(int x, int y, int rx, int ry) {

  /** A piece of which more lies outside the ring is a letter that touches it. */
  private static final int CROSSING_PX = 6;

  /** So far, in mm, and in gaps between letters, a seal must stand from what it does not hide. */
  private static final double BESIDE_MM = 2;

  private static final double BESIDE_GAPS = 1.5;

  /** No letter of a form's field is as high and as wide as this. */
  private static final double LETTER_MM = 7;

  /** Whether something is larger than letters are: a seal, perhaps, with a letter that it joins. */
  static boolean perhapsIn(FieldPicture picture) {
    double least = LETTER_MM * picture.pxPerMm();
    return picture.ink().blobs().stream().anyMatch(b -> Math.min(b.width(), b.height()) >= least);
  }

  /** How far a place is from the middle, as a share of the way to the outside of the ring. */
  double away(int px, int py) {
    return Math.hypot((px - x) / (double) rx, (py - y) / (double) ry);
  }

  /** The picture without the seal and what lies within it. */
  FieldPicture removedFrom(FieldPicture picture) {
    Ink kept = picture.ink().copy();
    for (Ink.Blob blob : picture.ink().blobs()) {
      if (holds(blob, picture.ink().width())) {
        kept.clear(blob);
      }
    }
    return picture.showing(kept);
  }

  /** Whether most of a piece lies within the ring. */
  private boolean holds(Ink.Blob blob, int stride) {
    return 2 * within(blob, stride) > blob.area();
  }

  private int within(Ink.Blob blob, int stride) {
    int in = 0;
    for (int p : blob.pixels()) {
      double dx = (p % stride - x) / (rx + 2.0);
      double dy = (row(p, stride) - y) / (ry + 2.0);
      in += dx * dx + dy * dy <= 1 ? 1 : 0;
    }
    return in;
  }

  /**
   * Whether the seal stands clear of the writing, so that no letter can be under it.
   *
   * @param picture all that is in the field, the seal too
   */
  boolean standsBeside(FieldPicture picture) {
    int stride = picture.ink().width();
    boolean[] inked = new boolean[stride];
    for (Ink.Blob blob : picture.ink().blobs()) {
      int in = within(blob, stride);
      if (in > 0 && blob.area() - in > CROSSING_PX) {
        return false;
      }
      if (in == 0) {
        Arrays.stream(blob.pixels()).forEach(p -> inked[p % stride] = true);
      }
    }
    int[] columns = IntStream.range(0, stride).filter(c -> inked[c]).toArray();
    if (columns.length == 0) {
      return false;
    }
    int gap =
        IntStream.range(1, columns.length)
            .map(i -> columns[i] - columns[i - 1] - 1)
            .max()
            .orElse(0);
    int before = x - rx - columns[columns.length - 1];
    int after = columns[0] - x - rx;
    return Math.max(before, after) >= Math.max(BESIDE_MM * picture.pxPerMm(), BESIDE_GAPS * gap);
  }

  private static int row(int pixel, int stride) {
    return pixel / stride;
  }
}
