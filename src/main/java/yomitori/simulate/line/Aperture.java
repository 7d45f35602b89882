package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * The scanner's eye: each pixel is the mean over an area of the sheet, somewhat larger than the
 * pixel where the optics are not sharp; beyond the paper's edge it sees the white roller, or on
 * some machines the dark under an open lid. An assumption.
 *
 * @param spread the side of the area against the pixel's: 1 is perfectly sharp
 * @param beyondPaper the grey level seen beyond the edge
 */
public record Aperture(double spread, int beyondPaper) implements Effect {

  private static final int SAMPLES_ACROSS = 3;
  private static final double SAMPLES_A_MM = 24;

  /** Draws an eye. */
  public static Aperture draw(LineProfile profile, Chance chance) {
    double most = profile.choose(1, 1.2, 1.4, 1.8);
    boolean dark = chance.happens(profile.choose(0, 0, 0.03, 0.12));
    return new Aperture(chance.between(1, most), dark ? 60 : GrayImage.WHITE);
  }

  @Override
  public boolean acts() {
    return spread != 1 || beyondPaper != GrayImage.WHITE;
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

  private void addRow(GrayImage sheet, double sheetPxPerMm, PaperPath path, double v, int[] sums) {
    int width = sums.length;
    double x0 = path.sheetX(0, v) * sheetPxPerMm;
    double y0 = path.sheetY(0, v) * sheetPxPerMm;
    double dx = (path.sheetX(width, v) * sheetPxPerMm - x0) / width;
    double dy = (path.sheetY(width, v) * sheetPxPerMm - y0) / width;
    byte[] pixels = sheet.pixels();
    int w = sheet.width();
    int h = sheet.height();
    for (int s = 0; s < SAMPLES_ACROSS; s++) {
      double u = 0.5 + ((s + 0.5) / SAMPLES_ACROSS - 0.5) * spread;
      double px = x0 + u * dx;
      double py = y0 + u * dy;
      for (int x = 0; x < width; x++, px += dx, py += dy) {
        int ix = (int) px;
        int iy = (int) py;
        boolean onPaper = px >= 0 && py >= 0 && ix < w && iy < h;
        sums[x] += onPaper ? pixels[iy * w + ix] & 0xff : beyondPaper;
      }
    }
  }
}
