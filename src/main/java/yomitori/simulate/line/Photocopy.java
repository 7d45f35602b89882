package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * A copier between the pen and the fax: each generation spreads edges, makes them ragged, raises
 * the contrast so that strokes swell or thin, leaves toner dust and small voids, and is a little
 * too large or small and not quite straight. Scale: serviced copiers keep ±0.5 %, tired ones ±1 %;
 * the other ranges and the shares are an assumption. Strong from the second generation, or where
 * the density is below 125 or above 180.
 *
 * @param generations how many copies of copies; 0 for the original
 * @param density the grey level that becomes half toner: low loses thin strokes, high thickens
 * @param raggedness grey levels by which toner's grain moves that level, from point to point
 * @param scale size of the last copy against the original
 * @param degrees how far the last copy is turned, counter-clockwise
 */
public record Photocopy(
    int generations, int density, double raggedness, double scale, double degrees)
    implements Effect {

  private static final int STRONG_GENERATIONS = 2;
  private static final int STRONG_LOW_DENSITY = 125;
  private static final int STRONG_HIGH_DENSITY = 180;
  private static final double USUAL_RAGGEDNESS = 25;
  private static final double SLOPE = 1 / 28.0;
  private static final double DUST_PER_MM2 = 0.004;
  private static final double VOIDS_PER_MM2 = 0.08;
  private static final int DUST_GREY = 40;

  /** Pixels that are looked at together for whether there is anything on them to copy. */
  private static final int BLOCK = 112;

  private static final byte[] BARE_ROW = bare();

  /** Copies that are straight and true to size. */
  public Photocopy(int generations, int density) {
    this(generations, density, USUAL_RAGGEDNESS, 1, 0);
  }

  /** Draws copies. */
  public static Photocopy draw(LineProfile profile, Chance chance) {
    if (!chance.happens(profile.choose(0, 0.08, 0.2, 0.5))) {
      return new Photocopy(0, 128);
    }
    int most = (int) profile.choose(1, 1, 2, 3);
    int generations = 1 + chance.below(most);
    double error = profile.choose(0, 0.003, 0.006, 0.01);
    double turn = profile.choose(0, 0.2, 0.4, 0.8);
    double scale = 1;
    double degrees = 0;
    for (int i = 0; i < generations; i++) {
      scale *= 1 + chance.between(-error, error);
      degrees += chance.between(-turn, turn);
    }
    int density = (int) chance.between(profile.choose(128, 130, 120, 112), 195);
    return new Photocopy(generations, density, chance.between(10, 45), scale, degrees);
  }

  @Override
  public Level level() {
    return Level.of(
        generations != 0,
        generations >= STRONG_GENERATIONS
            || density < STRONG_LOW_DENSITY
            || density > STRONG_HIGH_DENSITY);
  }

  /** Where a point of the original, in mm, lies on the last copy of a sheet of this size. */
  Affine map(double w, double h) {
    return generations == 0
        ? Affine.IDENTITY
        : new Skew(degrees)
            .map(w, h)
            .then(new Affine(scale, 0, w / 2 * (1 - scale), 0, scale, h / 2 * (1 - scale)));
  }

  void apply(GrayImage sheet, double pxPerMm, Chance chance) {
    byte[] tones = tones();
    for (int i = 0; i < generations; i++) {
      copy(sheet, tones, (int) chance.bits());
      grains(sheet, pxPerMm, DUST_PER_MM2, DUST_GREY, chance);
      grains(sheet, pxPerMm, VOIDS_PER_MM2, GrayImage.WHITE, chance);
    }
  }

  private byte[] tones() {
    byte[] tones = new byte[256];
    double black = toner(0);
    double white = toner(GrayImage.WHITE);
    for (int v = 0; v < tones.length; v++) {
      // Bare paper stays bare, however many copies are made.
      tones[v] = (byte) Math.round(GrayImage.WHITE * (toner(v) - black) / (white - black));
    }
    return tones;
  }

  private double toner(int grey) {
    return 1 / (1 + StrictMath.exp((density - grey) * SLOPE));
  }

  private static byte[] bare() {
    byte[] bare = new byte[BLOCK + 2];
    Arrays.fill(bare, (byte) GrayImage.WHITE);
    return bare;
  }

  /** Blurs over 3 × 3 pixels and bends the tones, in place. Bare paper stays as it is. */
  private void copy(GrayImage sheet, byte[] tones, int grain) {
    int w = sheet.width();
    byte[] pixels = sheet.pixels();
    int[] above = new int[w];
    int[] here = new int[w];
    int[] below = new int[w];
    boolean[][] inked = new boolean[3][(w + BLOCK - 1) / BLOCK];
    sums(pixels, 0, w, here, inked[1]);
    System.arraycopy(here, 0, above, 0, w);
    for (int y = 0; y < sheet.height(); y++) {
      sums(pixels, Math.min(y + 1, sheet.height() - 1), w, below, inked[2]);
      int at = y * w;
      for (int b = 0; b < inked[0].length; b++) {
        if (inked[0][b] || inked[1][b] || inked[2][b]) {
          for (int x = b * BLOCK; x < Math.min(w, (b + 1) * BLOCK); x++) {
            int mean = (above[x] + here[x] + below[x]) / 9;
            pixels[at + x] = tones[ragged(mean, x, y, grain)];
          }
        }
      }
      int[] spare = above;
      above = here;
      here = below;
      below = spare;
      boolean[] spareInked = inked[0];
      inked[0] = inked[1];
      inked[1] = inked[2];
      inked[2] = spareInked;
    }
  }

  private int ragged(int mean, int x, int y, int grain) {
    if (mean < 16 || mean > 250) {
      return mean;
    }
    int hash = (x >> 1) * 0x9E3779B1 ^ (y >> 1) * 0x85EBCA77 ^ grain;
    hash = (hash ^ hash >>> 15) * 0x2C1B3C6D;
    double unit = ((hash ^ hash >>> 13) >>> 8) * 0x1.0p-23 - 1;
    return (int) Math.max(0, Math.min(255, mean + raggedness * unit));
  }

  /** Sums of three pixels side by side, and which blocks of a row hold anything. */
  private static void sums(byte[] pixels, int y, int w, int[] sums, boolean[] inked) {
    int at = y * w;
    for (int b = 0; b < inked.length; b++) {
      int from = b * BLOCK;
      int to = Math.min(w, from + BLOCK);
      int first = Math.max(0, from - 1);
      int last = Math.min(w, to + 1);
      inked[b] = Arrays.mismatch(pixels, at + first, at + last, BARE_ROW, 0, last - first) >= 0;
      if (!inked[b]) {
        Arrays.fill(sums, from, to, 3 * GrayImage.WHITE);
        continue;
      }
      for (int x = from; x < to; x++) {
        sums[x] =
            (pixels[at + Math.max(0, x - 1)] & 0xff)
                + (pixels[at + x] & 0xff)
                + (pixels[at + Math.min(w - 1, x + 1)] & 0xff);
      }
    }
  }

  private static void grains(
      GrayImage sheet, double pxPerMm, double perMm2, int grey, Chance chance) {
    double area = sheet.width() / pxPerMm * sheet.height() / pxPerMm;
    for (int i = 0; i < area * perMm2; i++) {
      int x = chance.below(sheet.width() - 4);
      int y = chance.below(sheet.height() - 4);
      int size = 1 + chance.below(3);
      for (int k = 0; k < size * size; k++) {
        sheet.set(x + k % size, y + k / size, grey);
      }
    }
  }
}
