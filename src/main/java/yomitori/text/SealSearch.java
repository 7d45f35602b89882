package yomitori.text;

import java.util.List;
import java.util.Optional;

/**
 * Finds a person's seal (印) in a field: a ring, larger than letters are, drawn by arcs and with
 * white around it. Looked for only where a piece of ink is large enough to be an arc of one.
 */
final class SealSearch {

  /**
   * Seals have a diameter of 7.5 to 13 mm; round ones are as high as wide, ovals a third higher.
   */
  private static final double LEAST_MM = 7.5;

  private static final double MOST_MM = 13.5;

  private static final double SIZE_STEP_MM = 0.5;

  private static final double[] HEIGHT_TO_WIDTH = {1, 1.35};

  /**
   * Of a faint ring arcs of half its diameter are seen in one piece; smaller ones are of letters.
   */
  private static final double LEAST_ARC_MM = 4;

  private static final int PLACE_STEP_PX = 2;

  /** How far a ring lies beyond what is seen of it, px. */
  private static final int SLACK_PX = 2;

  private static final int POINTS = 48;

  /** Points far from each other come one after the other, so that what is no ring is soon told. */
  private static final int LEAP = 17;

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

  private final Ink ink;
  private final double px;
  private final List<Ink.Blob> blobs;
  private final Ink near;
  private Seal best;
  private double most = RING;

  private SealSearch(FieldPicture picture, List<Ink.Blob> blobs) {
    this.ink = picture.ink();
    this.px = picture.pxPerMm();
    this.blobs = blobs;
    this.near = ink.grown(SLACK_PX, SLACK_PX);
  }

  /** The seal in a field, if there is one. */
  static Optional<Seal> in(FieldPicture picture) {
    List<Ink.Blob> blobs = picture.ink().blobs();
    double least = LEAST_ARC_MM * picture.pxPerMm();
    List<Ink.Blob> arcs =
        blobs.stream().filter(b -> Math.max(b.width(), b.height()) >= least).toList();
    return arcs.isEmpty() ? Optional.empty() : new SealSearch(picture, blobs).among(arcs);
  }

  private Optional<Seal> among(List<Ink.Blob> arcs) {
    for (double width = LEAST_MM; width <= MOST_MM; width += SIZE_STEP_MM) {
      for (double shape : HEIGHT_TO_WIDTH) {
        int rx = (int) Math.round(width * px / 2);
        int ry = (int) Math.round(width * shape * px / 2);
        int[][] ring = ellipse(rx - SLACK_PX, ry - SLACK_PX);
        int[][] around = ellipse(rx + AROUND_MM * px, ry + AROUND_MM * px);
        for (Ink.Blob arc : arcs) {
          search(arc, rx, ry, ring, around);
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** Tries all places of a ring of one size that hold an arc. */
  private void search(Ink.Blob arc, int rx, int ry, int[][] ring, int[][] around) {
    int x1 = Math.min(ink.width() + rx / 2, arc.x0() + rx + SLACK_PX);
    int y1 = Math.min(ink.height(), arc.y0() + ry + SLACK_PX);
    for (int y = Math.max(0, arc.y1() - ry - SLACK_PX); y < y1; y += PLACE_STEP_PX) {
      for (int x = Math.max(0, arc.x1() - rx - SLACK_PX); x < x1; x += PLACE_STEP_PX) {
        double inked = ringAt(x, y, ring);
        if (inked > most && share(ink, x, y, around) <= CROSSED) {
          Seal seal = new Seal(x, y, rx, ry);
          if (share(arcsOf(seal).grown(SLACK_PX, SLACK_PX), x, y, ring) >= DRAWN) {
            best = seal;
            most = inked;
          }
        }
      }
    }
  }

  /** Points of an ellipse around nothing, px. */
  private static int[][] ellipse(double rx, double ry) {
    int[][] points = new int[POINTS][];
    for (int i = 0; i < POINTS; i++) {
      double turn = 2 * Math.PI * (i * LEAP % POINTS) / POINTS;
      points[i] =
          new int[] {(int) Math.round(rx * Math.cos(turn)), (int) Math.round(ry * Math.sin(turn))};
    }
    return points;
  }

  /** The share of the ring in sight that is inked; 0 where it cannot be the best. */
  private double ringAt(int x, int y, int[][] ring) {
    int missed = 0;
    int seen = 0;
    for (int[] point : ring) {
      if (inSight(x + point[0], y + point[1])) {
        seen++;
        if (!near.at(x + point[0], y + point[1]) && ++missed > (1 - most) * POINTS) {
          return 0;
        }
      }
    }
    return seen < IN_SIGHT * POINTS ? 0 : 1 - (double) missed / seen;
  }

  private double share(Ink of, int x, int y, int[][] points) {
    int seen = 0;
    int inked = 0;
    for (int[] point : points) {
      seen += inSight(x + point[0], y + point[1]) ? 1 : 0;
      inked += of.at(x + point[0], y + point[1]) ? 1 : 0;
    }
    return (double) inked / Math.max(1, seen);
  }

  private boolean inSight(int x, int y) {
    return x >= 0 && y >= 0 && x < ink.width() && y < ink.height();
  }

  /** The pieces that are arcs of a ring, and not letters that happen to stand where it is. */
  private Ink arcsOf(Seal seal) {
    Ink arcs = new Ink(ink.width(), ink.height());
    for (Ink.Blob blob : blobs) {
      int on = 0;
      for (int p : blob.pixels()) {
        double away = seal.away(p % ink.width(), p / ink.width());
        on += away >= ARC_FROM && away <= ARC_TO ? 1 : 0;
      }
      if (on >= ARC * blob.area()) {
        for (int p : blob.pixels()) {
          arcs.set(p % ink.width(), p / ink.width(), true);
        }
      }
    }
    return arcs;
  }
}
