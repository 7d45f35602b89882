package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * A copier between the pen and the fax: each generation spreads edges and raises the contrast, and
 * leaves toner dust. Shares and sizes are an assumption.
 *
 * @param generations how many copies of copies; 0 for the original
 * @param density the grey level that becomes half toner: low loses thin strokes, high thickens
 */
public record Photocopy(int generations, int density) implements Effect {

  private static final double SLOPE = 1 / 28.0;
  private static final double DUST_PER_MM2 = 0.004;

  /** Draws copies. */
  public static Photocopy draw(LineProfile profile, Chance chance) {
    if (!chance.happens(profile.choose(0, 0.08, 0.2, 0.5))) {
      return new Photocopy(0, 128);
    }
    int most = (int) profile.choose(1, 1, 2, 3);
    return new Photocopy(1 + chance.below(most), (int) chance.between(110, 200));
  }

  @Override
  public boolean acts() {
    return generations != 0;
  }

  void apply(GrayImage sheet, double pxPerMm, Chance chance) {
    byte[] tones = tones();
    for (int i = 0; i < generations; i++) {
      copy(sheet, tones);
      dust(sheet, pxPerMm, chance);
    }
  }

  private byte[] tones() {
    byte[] tones = new byte[256];
    for (int v = 0; v < tones.length; v++) {
      tones[v] = (byte) (255 / (1 + StrictMath.exp((density - v) * SLOPE)));
    }
    return tones;
  }

  /** Blurs over 3 × 3 pixels and bends the tones, in place. */
  private static void copy(GrayImage sheet, byte[] tones) {
    int w = sheet.width();
    byte[] pixels = sheet.pixels();
    int[] above = sums(pixels, 0, w);
    int[] here = above;
    for (int y = 0; y < sheet.height(); y++) {
      int[] below = y + 1 < sheet.height() ? sums(pixels, y + 1, w) : here;
      int at = y * w;
      for (int x = 0; x < w; x++) {
        pixels[at + x] = tones[(above[x] + here[x] + below[x]) / 9];
      }
      above = here;
      here = below;
    }
  }

  private static int[] sums(byte[] pixels, int y, int w) {
    int[] sums = new int[w];
    int at = y * w;
    int left = pixels[at] & 0xff;
    int middle = left;
    for (int x = 0; x < w; x++) {
      int right = pixels[at + Math.min(x + 1, w - 1)] & 0xff;
      sums[x] = left + middle + right;
      left = middle;
      middle = right;
    }
    return sums;
  }

  private static void dust(GrayImage sheet, double pxPerMm, Chance chance) {
    double area = sheet.width() / pxPerMm * sheet.height() / pxPerMm;
    for (int i = 0; i < area * DUST_PER_MM2; i++) {
      int x = chance.below(sheet.width() - 4);
      int y = chance.below(sheet.height() - 4);
      int size = 1 + chance.below(3);
      for (int k = 0; k < size * size; k++) {
        sheet.set(x + k % size, y + k / size, 40);
      }
    }
  }
}
