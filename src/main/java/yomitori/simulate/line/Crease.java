package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.simulate.chance.Chance;

/**
 * A sheet that was folded to A5 or, for an envelope, into three: the crease scans as a shadow with
 * a broken line in it, and what lies beyond is drawn in a little to the side and at another angle,
 * because a folded sheet does not lie flat between the rollers. Sizes and shares are an assumption;
 * form readers' makers ask for sheets without folds. Strong where the line is dark enough for a
 * usual threshold or what lies beyond moves by more than 0.4 mm.
 *
 * @param folds how many creases run across the sheet: 0, 1 in the middle, or 2 at the thirds
 * @param darkness grey levels that the crease's line takes from the paper
 * @param shiftMm how far the paper beyond the first crease moves to the right; back at the second
 * @param turnDegrees angle between the two sides of a crease, as a shear
 */
public record Crease(int folds, int darkness, double shiftMm, double turnDegrees)
    implements Effect {

  /** A sheet that was never folded. */
  public static final Crease NONE = new Crease(0, 0, 0, 0);

  private static final int STRONG_DARKNESS = 110;
  private static final double STRONG_SHIFT_MM = 0.4;
  private static final double LINE_MM = 0.22;
  private static final double SHADOW_MM = 2.5;
  private static final double SHADOW_SHARE = 0.25;

  /** Length over which the line comes and goes. */
  private static final double PATCH_MM = 1.2;

  /** Draws creases. */
  public static Crease draw(LineProfile profile, Chance chance) {
    if (!chance.happens(profile.choose(0, 0.04, 0.1, 0.25))) {
      return NONE;
    }
    double most = profile.choose(0, 0.15, 0.4, 0.8);
    return new Crease(
        1 + chance.below(2),
        (int) chance.between(40, profile.choose(40, 90, 130, 180)),
        chance.between(-most, most),
        chance.between(-most, most) / 2);
  }

  @Override
  public Level level() {
    return Level.of(folds != 0, darkness > STRONG_DARKNESS || Math.abs(shiftMm) > STRONG_SHIFT_MM);
  }

  /** Where a point of a sheet goes whose height is given, in mm. */
  PointMm moved(double xMm, double yMm, double heightMm) {
    return folds == 0 ? new PointMm(xMm, yMm) : new PointMm(xMm + aside(yMm, heightMm), yMm);
  }

  private double aside(double yMm, double heightMm) {
    double slope = StrictMath.tan(Math.toRadians(turnDegrees));
    double aside = 0;
    for (int fold = 1; fold <= folds; fold++) {
      double beyond = yMm - at(fold, heightMm);
      if (beyond > 0) {
        aside += (fold == 1 ? 1 : -1) * (shiftMm + slope * beyond);
      }
    }
    return aside;
  }

  private double at(int fold, double heightMm) {
    return heightMm * fold / (folds + 1);
  }

  /** Folds the sheet; rows move by whole pixels of the sheet. */
  void apply(GrayImage sheet, double pxPerMm, Chance chance) {
    if (folds == 0) {
      return;
    }
    double heightMm = sheet.height() / pxPerMm;
    for (int y = 0; y < sheet.height(); y++) {
      move(sheet, y, (int) Math.round(aside((y + 0.5) / pxPerMm, heightMm) * pxPerMm));
    }
    for (int fold = 1; fold <= folds; fold++) {
      shade(sheet, pxPerMm, at(fold, heightMm), chance);
    }
  }

  private static void move(GrayImage sheet, int row, int px) {
    int width = sheet.width();
    int from = row * width;
    byte[] pixels = sheet.pixels();
    int length = width - Math.abs(px);
    if (px > 0) {
      System.arraycopy(pixels, from, pixels, from + px, length);
      Arrays.fill(pixels, from, from + px, (byte) GrayImage.WHITE);
    } else if (px < 0) {
      System.arraycopy(pixels, from - px, pixels, from, length);
      Arrays.fill(pixels, from + length, from + width, (byte) GrayImage.WHITE);
    }
  }

  private void shade(GrayImage sheet, double pxPerMm, double atMm, Chance chance) {
    int patch = (int) (PATCH_MM * pxPerMm);
    double strength = 0;
    double next = chance.unit();
    double wander = 0;
    double lean = chance.between(-1, 1) / sheet.width();
    for (int x = 0; x < sheet.width(); x++) {
      if (x % patch == 0) {
        strength = next;
        next = chance.unit();
        wander = 0.7 * wander + chance.between(-0.06, 0.06);
      }
      double here = strength + (next - strength) * (x % patch) / patch;
      double middle = (atMm + wander + lean * x) * pxPerMm;
      int from = (int) Math.max(0, middle - LINE_MM * pxPerMm);
      int to = (int) Math.min(sheet.height() - 1.0, middle + SHADOW_MM * pxPerMm);
      for (int y = from; y <= to; y++) {
        double off = (y - middle) / pxPerMm;
        double line = Math.max(0, 1 - Math.abs(off) / LINE_MM) * here;
        double shadow = off < 0 ? 0 : SHADOW_SHARE * (1 - off / SHADOW_MM);
        int dark = (int) (darkness * Math.min(1, line * 1.6 + shadow));
        sheet.set(x, y, Math.max(0, sheet.get(x, y) - dark));
      }
    }
  }
}
