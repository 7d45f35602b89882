package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * The scanner's eye: each pixel is the mean over an area of the sheet, somewhat larger than the
 * pixel where the optics are not sharp; beyond the paper's edge it sees the white roller, or on
 * some machines the dark under an open lid. An assumption. Strong where the area is more than 1.5
 * px wide or the dark beyond the paper is seen.
 *
 * @param spread the side of the area against the pixel's: 1 is perfectly sharp
 * @param beyondPaper the grey level seen beyond the edge
 */
public record Aperture(double spread, int beyondPaper) implements Effect {

  private static final double STRONG_SPREAD = 1.5;

  private static final int SAMPLES_ACROSS = 3;
  private static final double SAMPLES_A_MM = 16;
  private static final int FRACTION_BITS = 32;
  private static final double ONE = 1L << FRACTION_BITS;

  /** Draws an eye. */
  public static Aperture draw(LineProfile profile, Chance chance) {
    double most = profile.choose(1, 1.2, 1.4, 1.8);
    boolean dark = chance.happens(profile.choose(0, 0, 0.03, 0.12));
    return new Aperture(chance.between(1, most), dark ? 60 : GrayImage.WHITE);
  }

  @Override
  public Level level() {
    return Level.of(
        spread != 1 || beyondPaper != GrayImage.WHITE,
        spread > STRONG_SPREAD || beyondPaper != GrayImage.WHITE);
  }

  /** Reads the sheet along the path into a raster of the given size. */
  GrayImage scan(GrayImage sheet, double sheetPxPerMm, PaperPath path, int width, int height) {
    double rowMm =
        Math.abs(path.sheetY(0, 1) - path.sheetY(0, 0))
            + Math.abs(path.sheetX(0, 1) - path.sheetX(0, 0));
    int down = (int) Math.max(2, Math.ceil(rowMm * SAMPLES_A_MM / 1.5));
    byte[] out = new byte[width * height];
    int[] sums = new int[width];
    for (int y = 0; y < height; y++) {
      Arrays.fill(sums, 0);
      for (int s = 0; s < down; s++) {
        double v = y + 0.5 + ((s + 0.5) / down - 0.5) * spread;
        addRow(sheet, sheetPxPerMm, path, v, sums);
      }
      int samples = down * SAMPLES_ACROSS;
      for (int x = 0; x < width; x++) {
        out[y * width + x] = (byte) (sums[x] / samples);
      }
    }
    return new GrayImage(width, height, out);
  }

  /** Adds one sample of each pixel of a row, in sheet pixels of 2^-32. */
  private void addRow(GrayImage sheet, double sheetPxPerMm, PaperPath path, double v, int[] sums) {
    int width = sums.length;
    double x0 = path.sheetX(0, v) * sheetPxPerMm;
    double y0 = path.sheetY(0, v) * sheetPxPerMm;
    double dx = (path.sheetX(width, v) * sheetPxPerMm - x0) / width;
    double dy = (path.sheetY(width, v) * sheetPxPerMm - y0) / width;
    long stepX = Math.round(dx * ONE);
    long stepY = Math.round(dy * ONE);
    byte[] pixels = sheet.pixels();
    int w = sheet.width();
    int h = sheet.height();
    for (int s = 0; s < SAMPLES_ACROSS; s++) {
      double u = 0.5 + ((s + 0.5) / SAMPLES_ACROSS - 0.5) * spread;
      long px = Math.round((x0 + u * dx) * ONE);
      long py = Math.round((y0 + u * dy) * ONE);
      for (int x = 0; x < width; x++, px += stepX, py += stepY) {
        int ix = (int) (px >> FRACTION_BITS);
        int iy = (int) (py >> FRACTION_BITS);
        boolean onPaper = ix >= 0 && iy >= 0 && ix < w && iy < h;
        sums[x] += onPaper ? pixels[iy * w + ix] & 0xff : beyondPaper;
      }
    }
  }
}
