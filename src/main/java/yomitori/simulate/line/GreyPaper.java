package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Paper that does not scan white: recycled or coloured paper, or a copy's grey veil, and the shade
 * of a copier's lid along one edge. Machines move their threshold with the background, so only a
 * dark one shows. Ranges are an assumption. Strong where the background is darker than 205 or the
 * shade wider than 5 mm.
 *
 * @param background the paper's grey level, 255 for white
 * @param shadeMm width of the shade along one edge, 0 for none
 * @param shade the grey level at that edge
 * @param edge the edge: 0 left, 1 top, 2 right, 3 bottom of the sheet
 */
public record GreyPaper(int background, double shadeMm, int shade, int edge) implements Effect {

  /** White paper without a shade. */
  public static final GreyPaper WHITE = new GreyPaper(GrayImage.WHITE, 0, GrayImage.WHITE, 0);

  private static final int STRONG_BACKGROUND = 205;
  private static final double STRONG_SHADE_MM = 5;

  /** Draws a paper. */
  public static GreyPaper draw(LineProfile profile, Chance chance) {
    boolean grey = chance.happens(profile.choose(0, 0.1, 0.25, 0.4));
    double darkest = profile.choose(255, 225, 205, 180);
    boolean shaded = chance.happens(profile.choose(0, 0.02, 0.06, 0.2));
    double widest = profile.choose(0, 3, 5, 10);
    return new GreyPaper(
        grey ? (int) chance.between(darkest, 245) : GrayImage.WHITE,
        shaded ? chance.between(1, widest) : 0,
        shaded ? (int) chance.between(20, 140) : GrayImage.WHITE,
        chance.below(4));
  }

  @Override
  public Level level() {
    return Level.of(
        background != GrayImage.WHITE || shadeMm != 0,
        background < STRONG_BACKGROUND || shadeMm > STRONG_SHADE_MM);
  }

  /** Darkens the scanned rows of a sheet of the given size in mm. */
  void apply(GrayImage page, PaperPath path, double widthMm, double heightMm) {
    if (background != GrayImage.WHITE) {
      byte[] tones = new byte[256];
      for (int v = 0; v < tones.length; v++) {
        tones[v] = (byte) (v * background / GrayImage.WHITE);
      }
      byte[] pixels = page.pixels();
      for (int i = 0; i < pixels.length; i++) {
        pixels[i] = tones[pixels[i] & 0xff];
      }
    }
    if (shadeMm == 0) {
      return;
    }
    int width = page.width();
    for (int y = 0; y < page.height(); y++) {
      double v = y + 0.5;
      double from = distance(path.sheetX(0, v), path.sheetY(0, v), widthMm, heightMm);
      double to = distance(path.sheetX(width, v), path.sheetY(width, v), widthMm, heightMm);
      if (Math.min(from, to) > shadeMm || Math.max(from, to) < 0) {
        continue;
      }
      for (int x = 0; x < width; x++) {
        double distance = from + (to - from) * (x + 0.5) / width;
        if (distance >= 0 && distance < shadeMm) {
          double deep = 1 - distance / shadeMm;
          int limit = (int) (GrayImage.WHITE - (GrayImage.WHITE - shade) * deep * deep);
          page.set(x, y, page.get(x, y) * limit / GrayImage.WHITE);
        }
      }
    }
  }

  private double distance(double xMm, double yMm, double widthMm, double heightMm) {
    return switch (edge) {
      case 0 -> xMm;
      case 1 -> yMm;
      case 2 -> widthMm - xMm;
      default -> heightMm - yMm;
    };
  }
}
