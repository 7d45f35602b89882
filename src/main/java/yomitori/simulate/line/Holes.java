package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Ink;
import yomitori.simulate.hand.Sheet;

/**
 * Holes punched for a file, and a staple or its two pricks in the upper left corner. Sizes of the
 * punch: ISO 838 (two holes of 6 mm, 80 mm apart, 12 mm from the edge, at half height). A scanner
 * with a white roller shows a hole as a rim; a copier with an open lid as a black disc. Shares are
 * an assumption. Strong where the holes are black.
 *
 * @param punched whether two holes are punched at the left edge
 * @param dark whether they are seen black
 * @param staples how many staples or pairs of pricks
 */
public record Holes(boolean punched, boolean dark, int staples) implements Effect {

  private static final double RADIUS_MM = 3;
  private static final double FROM_EDGE_MM = 12;
  private static final double APART_MM = 80;
  private static final double RIM_MM = 0.25;
  private static final int RIM_GREY = 130;
  private static final int DARK_GREY = 25;
  private static final Ink SHADOW = new Ink(190, 0.15);

  /** Draws holes and staples. */
  public static Holes draw(LineProfile profile, Chance chance) {
    boolean punched = chance.happens(profile.choose(0, 0.02, 0.04, 0.1));
    boolean dark = chance.happens(profile.choose(0, 0.1, 0.3, 0.5));
    boolean stapled = chance.happens(profile.choose(0, 0.02, 0.05, 0.12));
    return new Holes(punched, punched && dark, stapled ? 1 + chance.below(2) : 0);
  }

  @Override
  public Level level() {
    return Level.of(punched || staples != 0, dark);
  }

  void apply(Sheet sheet, Chance chance) {
    GrayImage image = sheet.image();
    double pxPerMm = sheet.pxPerMm();
    double x = FROM_EDGE_MM + chance.between(-1.5, 1.5);
    double middle = image.height() / pxPerMm / 2 + chance.between(-6, 6);
    if (punched) {
      hole(image, pxPerMm, x, middle - APART_MM / 2);
      hole(image, pxPerMm, x + chance.between(-0.3, 0.3), middle + APART_MM / 2);
    }
    for (int i = 0; i < staples; i++) {
      staple(sheet, chance);
    }
  }

  private void hole(GrayImage image, double pxPerMm, double xMm, double yMm) {
    double cx = xMm * pxPerMm;
    double cy = yMm * pxPerMm;
    double r = RADIUS_MM * pxPerMm;
    double rim = (RADIUS_MM - RIM_MM) * pxPerMm;
    for (int y = (int) (cy - r); y <= cy + r; y++) {
      for (int px = (int) (cx - r); px <= cx + r; px++) {
        double square = (px - cx) * (px - cx) + (y - cy) * (y - cy);
        if (square <= r * r) {
          // Light comes from above: the paper's thickness throws a shadow at the upper rim.
          boolean shadow = square > rim * rim && y < cy;
          image.set(px, y, dark ? DARK_GREY : shadow ? RIM_GREY : GrayImage.WHITE);
        }
      }
    }
  }

  private static void staple(Sheet sheet, Chance chance) {
    double x = chance.between(6, 13);
    double y = chance.between(5, 12);
    double angle = chance.between(-0.2, 0.9);
    double dx = 5.5 * StrictMath.cos(angle);
    double dy = -5.5 * StrictMath.sin(angle);
    if (chance.happens(0.5)) {
      sheet.line(x - dx, y - dy, 0.45, x + dx, y + dy, 0.45, SHADOW);
    } else {
      sheet.line(x - dx, y - dy, 0.7, x - dx + 0.3, y - dy + 0.2, 0.3, SHADOW);
      sheet.line(x + dx, y + dy, 0.7, x + dx - 0.3, y + dy + 0.2, 0.3, SHADOW);
    }
  }
}
