package yomitori.text;

import java.util.List;

/**
 * Tells a field in which nothing but a seal (印) or a round date stamp seems to stand: a ring with
 * something in it, as large as no letter is. A word in a ring looks the same: a person must tell.
 */
final class SealImpression {

  private static final double SPECK_MM2 = 0.15;

  /** A person's seal has a diameter of 9 to 18 mm; what a field shows of it may be cut. */
  private static final double LEAST_MM = 6.5;

  private static final double MOST_MM = 22;

  /** The widest to its height: seals are round, some oval. */
  private static final double OVAL = 1.5;

  private static final int SECTORS = 36;

  /** Share of the sectors in which the ring is seen; faxes lose some of it. */
  private static final double RING = 0.7;

  /** Where the ring lies, as a share of the way from the middle to the bounds. */
  private static final double RING_FROM = 0.75;

  /** Nothing is in the corners of the bounds, where letters would be. */
  private static final double RING_TO = 1.25;

  /** Share of the ink that lies within the ring: its name. */
  private static final double NAME = 0.1;

  private SealImpression() {}

  static boolean is(FieldPicture picture) {
    double px = picture.pxPerMm();
    List<Ink.Blob> pieces =
        picture.ink().blobs().stream().filter(b -> b.area() > SPECK_MM2 * px * px).toList();
    if (pieces.isEmpty()) {
      return false;
    }
    Ink.Blob whole = Ink.Blob.union(pieces);
    return sized(whole.width() / px, whole.height() / px) && round(whole, picture.ink().width());
  }

  private static boolean sized(double width, double height) {
    double least = Math.min(width, height);
    double most = Math.max(width, height);
    return least >= LEAST_MM && most <= MOST_MM && most <= OVAL * least;
  }

  private static boolean round(Ink.Blob ring, int stride) {
    double cx = (ring.x0() + ring.x1() - 1) / 2.0;
    double cy = (ring.y0() + ring.y1() - 1) / 2.0;
    boolean[] seen = new boolean[SECTORS];
    int name = 0;
    for (int p : ring.pixels()) {
      double dx = (p % stride - cx) / (ring.width() / 2.0);
      double dy = (row(p, stride) - cy) / (ring.height() / 2.0);
      double away = Math.hypot(dx, dy);
      if (away > RING_TO) {
        return false;
      }
      if (away >= RING_FROM) {
        double turn = Math.atan2(dy, dx) / (2 * Math.PI) + 0.5;
        seen[Math.min(SECTORS - 1, (int) (turn * SECTORS))] = true;
      } else {
        name++;
      }
    }
    int sectors = 0;
    for (boolean s : seen) {
      sectors += s ? 1 : 0;
    }
    return sectors >= RING * SECTORS && name >= NAME * ring.area();
  }

  private static int row(int pixel, int stride) {
    return pixel / stride;
  }
}
