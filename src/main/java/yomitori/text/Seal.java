package yomitori.text;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A person's seal (印) beside or over what is written in a field: a ring, larger than letters are,
 * with white around it.
 *
 * @param x the middle of the ring, px
 * @param y likewise
 * @param rx from the middle to the outside of the ring, px
 * @param ry likewise
 */
record Seal(int x, int y, int rx, int ry) {

  /**
   * Seals have a diameter of 7.5 to 13 mm; round ones are as high as wide, ovals a third higher.
   */
  private static final double LEAST_MM = 7.5;

  private static final double MOST_MM = 13.5;

  private static final double SIZE_STEP_MM = 0.5;

  private static final double[] HEIGHT_TO_WIDTH = {1, 1.35};

  private static final int PLACE_STEP_PX = 2;

  private static final int POINTS = 48;

  /** Share of the ring that must be in the crop, and of this the share that must be inked. */
  private static final double IN_SIGHT = 0.6;

  private static final double RING = 0.8;

  /** How far around the ring all is white but for letters that it crosses, mm and share. */
  private static final double AROUND_MM = 0.9;

  private static final double CROSSED = 0.3;

  /** Where arcs of the ring lie, as a share of the way from its middle to its outside. */
  private static final double ARC_FROM = 0.8;

  private static final double ARC_TO = 1.1;

  /** Share of a piece that lies there, if it is an arc that at most touches a letter. */
  private static final double ARC = 0.6;

  /** Share of the ring that such arcs make up. */
  private static final double DRAWN = 0.55;

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

  /** The seal in a field, if there is one. */
  static Optional<Seal> in(FieldPicture picture) {
    Ink ink = picture.ink();
    double px = picture.pxPerMm();
    if (!hasLargePiece(ink, px)) {
      return Optional.empty();
    }
    Ink near = ink.grown(2, 2);
    Seal best = null;
    double most = RING;
    for (double width = LEAST_MM; width <= MOST_MM; width += SIZE_STEP_MM) {
      for (double shape : HEIGHT_TO_WIDTH) {
        int rx = (int) Math.round(width * px / 2);
        int ry = (int) Math.round(width * shape * px / 2);
        for (int y = 0; y < ink.height(); y += PLACE_STEP_PX) {
          for (int x = rx / 2; x < ink.width() + rx / 2; x += PLACE_STEP_PX) {
            Seal seal = new Seal(x, y, rx, ry);
            double ring = seal.inked(near, 0, most);
            if (ring > most && seal.inked(ink, AROUND_MM * px, 0) <= CROSSED && seal.isDrawn(ink)) {
              best = seal;
              most = ring;
            }
          }
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Whether what lies on the ring is arcs of it, and not letters that happen to stand there. */
  private boolean isDrawn(Ink ink) {
    Ink arcs = new Ink(ink.width(), ink.height());
    for (Ink.Blob blob : ink.blobs()) {
      int on = 0;
      for (int p : blob.pixels()) {
        double away = away(p % ink.width(), p / ink.width());
        on += away >= ARC_FROM && away <= ARC_TO ? 1 : 0;
      }
      if (on >= ARC * blob.area()) {
        for (int p : blob.pixels()) {
          arcs.set(p % ink.width(), p / ink.width(), true);
        }
      }
    }
    return inked(arcs.grown(2, 2), 0, 0) >= DRAWN;
  }

  /** How far a place is from the middle, as a share of the way to the outside of the ring. */
  private double away(int px, int py) {
    return Math.hypot((px - x) / (double) rx, (py - y) / (double) ry);
  }

  /** A ring, or an arc of one, is higher than half of the least seal. */
  private static boolean hasLargePiece(Ink ink, double px) {
    return ink.blobs().stream().anyMatch(b -> b.height() >= LEAST_MM / 2 * px);
  }

  /**
   * The share of the ring in sight that is inked.
   *
   * @param out how far outside the ring, px
   * @param least as soon as the share cannot be more, 0 may be given
   */
  private double inked(Ink ink, double out, double least) {
    int seen = 0;
    int black = 0;
    int missed = 0;
    int allowed = least > 0 ? (int) (POINTS * (1 - least)) : POINTS;
    for (int i = 0; i < POINTS && missed <= allowed; i++) {
      // In leaps, so that what is no ring is soon told.
      double turn = 2 * Math.PI * (i * 17 % POINTS) / POINTS;
      int px = (int) Math.round(x + (rx - 2 + out) * Math.cos(turn));
      int py = (int) Math.round(y + (ry - 2 + out) * Math.sin(turn));
      if (px >= 0 && py >= 0 && px < ink.width() && py < ink.height()) {
        seen++;
        boolean on = ink.at(px, py);
        black += on ? 1 : 0;
        missed += on ? 0 : 1;
      }
    }
    boolean enough = out > 0 || seen >= IN_SIGHT * POINTS;
    return missed > allowed || !enough ? 0 : (double) black / Math.max(1, seen);
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
