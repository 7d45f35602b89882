package yomitori.intake;

import java.util.BitSet;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;

/**
 * One of the eight ways to lay a raster down. The turned pixel (x, y) is the raster's pixel (x, y),
 * or (y, x) where swapped, counted from the other side in each flipped direction of the raster.
 *
 * @param swap whether rows become columns
 * @param flipX whether the raster's columns are taken from the right
 * @param flipY whether its rows are taken from the bottom
 */
record Turn(boolean swap, boolean flipX, boolean flipY) {

  static final Turn NONE = new Turn(false, false, false);

  /** The turn that a TIFF or Exif orientation, 1 to 8, asks for; none for any other value. */
  static Turn ofOrientation(long orientation) {
    return switch ((int) orientation) {
      case 2 -> new Turn(false, true, false);
      case 3 -> new Turn(false, true, true);
      case 4 -> new Turn(false, false, true);
      case 5 -> new Turn(true, false, false);
      case 6 -> new Turn(true, false, true);
      case 7 -> new Turn(true, true, true);
      case 8 -> new Turn(true, true, false);
      default -> NONE;
    };
  }

  Raster apply(Raster raster) {
    return equals(NONE) ? raster : new Raster(apply(raster.image()), damage(raster));
  }

  Resolution apply(Resolution resolution) {
    return swap ? new Resolution(resolution.dpiY(), resolution.dpiX()) : resolution;
  }

  GrayImage apply(GrayImage image) {
    if (equals(NONE)) {
      return image;
    }
    int w = image.width();
    int h = image.height();
    int outWidth = swap ? h : w;
    int outHeight = swap ? w : h;
    byte[] in = image.pixels();
    byte[] out = new byte[in.length];
    for (int y = 0; y < outHeight; y++) {
      int sx = swap ? y : 0;
      int sy = swap ? 0 : y;
      int first = (flipX ? w - 1 - sx : sx) + w * (flipY ? h - 1 - sy : sy);
      int step = swap ? (flipY ? -w : w) : (flipX ? -1 : 1);
      for (int x = 0, at = first; x < outWidth; x++, at += step) {
        out[y * outWidth + x] = in[at];
      }
    }
    return new GrayImage(outWidth, outHeight, out);
  }

  /** Rows that became columns can no longer be told as rows: only their number stays. */
  private Page.RowDamage damage(Raster raster) {
    Page.RowDamage damage = raster.damage();
    int height = raster.image().height();
    int missing = height - damage.missingFrom();
    if (swap) {
      return new Page.RowDamage(new BitSet(), damage.badCount() + missing, raster.image().width());
    }
    if (!flipY) {
      return damage;
    }
    BitSet bad = new BitSet();
    damage.bad().stream().forEach(row -> bad.set(height - 1 - row));
    bad.set(0, missing);
    return new Page.RowDamage(bad, damage.badCount() + missing, height);
  }
}
