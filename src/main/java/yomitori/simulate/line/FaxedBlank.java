package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * A blank that itself came by fax before it was filled in, as the survey's probably did for many
 * members; only the print is coarse then, the handwriting is not. Shares are an assumption. Strong
 * where it came at standard resolution.
 *
 * @param linesPerMm its rows a millimetre; 0 where the blank is an original
 */
public record FaxedBlank(double linesPerMm) implements Effect {

  private static final double FINE = 7.7;
  private static final double STANDARD = 3.85;

  private static final double PX_PER_MM_ACROSS = 1728 / 215.0;
  private static final int THRESHOLD = 150;

  /** Draws how the blank came. */
  public static FaxedBlank draw(LineProfile profile, Chance chance) {
    if (!chance.happens(profile.choose(0, 0.15, 0.35, 0.5))) {
      return new FaxedBlank(0);
    }
    return new FaxedBlank(chance.happens(profile.choose(0, 0, 0.15, 0.35)) ? STANDARD : FINE);
  }

  @Override
  public Level level() {
    return Level.of(linesPerMm != 0, linesPerMm < FINE);
  }

  /** Makes the print as coarse as a fax. */
  public void apply(GrayImage sheet, double pxPerMm) {
    if (!acts()) {
      return;
    }
    int columns = (int) (sheet.width() / pxPerMm * PX_PER_MM_ACROSS);
    int rows = (int) (sheet.height() / pxPerMm * linesPerMm);
    byte[] pixels = sheet.pixels();
    int width = sheet.width();
    for (int r = 0; r < rows; r++) {
      int top = (int) (r * pxPerMm / linesPerMm);
      int bottom = (int) ((r + 1) * pxPerMm / linesPerMm);
      for (int c = 0; c < columns; c++) {
        int left = (int) (c * pxPerMm / PX_PER_MM_ACROSS);
        int right = (int) ((c + 1) * pxPerMm / PX_PER_MM_ACROSS);
        int sum = 0;
        for (int y = top; y < bottom; y++) {
          for (int x = left; x < right; x++) {
            sum += pixels[y * width + x] & 0xff;
          }
        }
        byte tone = (byte) (sum < THRESHOLD * (bottom - top) * (right - left) ? 0 : 255);
        for (int y = top; y < bottom; y++) {
          Arrays.fill(pixels, y * width + left, y * width + right, tone);
        }
      }
    }
  }
}
