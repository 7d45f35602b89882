package yomitori.text;

import java.util.Arrays;
import java.util.List;
import yomitori.geometry.GrayImage;

/** Cuts away the blank paper round a small cell or digit, so that what is left is seen large. */
final class CellMargin {

  /** Longer side, in px, at which a crop is looked at. */
  private static final int LOOKED_AT_PX = 256;

  /** Crops whose ink is longer than this share of them are left as they are. */
  private static final double LARGE = 0.55;

  /** Ink less long than this share of the crop is dirt, not worth enlarging. */
  private static final double SMALL = 0.06;

  /** A piece smaller than this share of the largest one is a speck. */
  private static final double SPECK_OF_LARGEST = 0.03;

  /** Paper left on each side of ink that no frame surrounds, as a share of its longer side. */
  private static final double LEFT = 0.15;

  /** Share of the pixels that are paper at least, and that are ink at least. */
  private static final double PAPER_QUANTILE = 0.85;

  private static final double INK_QUANTILE = 0.0005;

  /** Ink and paper differ by this many grey values at least. */
  private static final int LEAST_CONTRAST = 48;

  private CellMargin() {}

  /**
   * The part of a crop that shows its ink, or all of it where the ink fills it or there is none.
   */
  static GrayImage cut(GrayImage crop) {
    int longer = Math.max(crop.width(), crop.height());
    GrayImage seen = longer > LOOKED_AT_PX ? CellRaster.scaled(crop, LOOKED_AT_PX) : crop;
    Ink ink = ink(seen);
    List<Ink.Blob> blobs = ink.blobs();
    int largest = blobs.stream().mapToInt(Ink.Blob::area).max().orElse(0);
    int x0 = seen.width();
    int y0 = seen.height();
    int x1 = 0;
    int y1 = 0;
    for (Ink.Blob blob : blobs) {
      if (blob.area() >= SPECK_OF_LARGEST * largest) {
        x0 = Math.min(x0, blob.x0());
        y0 = Math.min(y0, blob.y0());
        x1 = Math.max(x1, blob.x1());
        y1 = Math.max(y1, blob.y1());
      }
    }
    double length = Math.max(x1 - x0, y1 - y0);
    double share = length / Math.max(seen.width(), seen.height());
    if (share < SMALL) {
      return crop;
    }
    boolean framed = CellFrame.surrounds(part(ink, x0, y0, x1, y1));
    if (share > LARGE && !framed) {
      return crop;
    }
    double scale = (double) longer / Math.max(seen.width(), seen.height());
    double left = framed ? 0 : LEFT * length;
    return part(
        crop,
        (int) Math.max(0, (x0 - left) * scale),
        (int) Math.max(0, (y0 - left) * scale),
        (int) Math.min(crop.width(), Math.ceil((x1 + left) * scale)),
        (int) Math.min(crop.height(), Math.ceil((y1 + left) * scale)));
  }

  private static Ink ink(GrayImage seen) {
    int[] ordered = new int[seen.pixels().length];
    for (int i = 0; i < ordered.length; i++) {
      ordered[i] = seen.pixels()[i] & 0xff;
    }
    Arrays.sort(ordered);
    int ink = ordered[(int) (INK_QUANTILE * (ordered.length - 1))];
    int paper = ordered[(int) (PAPER_QUANTILE * (ordered.length - 1))];
    return paper - ink < LEAST_CONTRAST
        ? new Ink(seen.width(), seen.height())
        : Ink.darkerThan(seen, (ink + paper) / 2);
  }

  private static Ink part(Ink ink, int x0, int y0, int x1, int y1) {
    Ink out = new Ink(x1 - x0, y1 - y0);
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        out.set(x - x0, y - y0, ink.at(x, y));
      }
    }
    return out;
  }

  private static GrayImage part(GrayImage image, int x0, int y0, int x1, int y1) {
    GrayImage out = GrayImage.white(x1 - x0, y1 - y0);
    for (int y = y0; y < y1; y++) {
      for (int x = x0; x < x1; x++) {
        out.set(x - x0, y - y0, image.get(x, y));
      }
    }
    return out;
  }
}
