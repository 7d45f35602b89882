package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * What a desk leaves on a sheet: rings of cups and smudges of fingers. An assumption; vendors list
 * dirty sheets among the causes of failure. Strong from two of them.
 *
 * @param rings how many cups stood on it
 * @param smudges how many fingers wiped over it
 */
public record Stains(int rings, int smudges) implements Effect {

  private static final int STRONG_COUNT = 2;

  /** A cup's foot is 60 to 84 mm wide. */
  private static final double SMALLEST_RING_MM = 30;

  private static final double LARGEST_RING_MM = 42;

  /** Draws stains. */
  public static Stains draw(LineProfile profile, Chance chance) {
    boolean cup = chance.happens(profile.choose(0, 0.002, 0.008, 0.03));
    boolean fingers = chance.happens(profile.choose(0, 0.02, 0.06, 0.2));
    return new Stains(cup ? 1 : 0, fingers ? 1 + chance.below(3) : 0);
  }

  @Override
  public Level level() {
    return Level.of(rings + smudges != 0, rings + smudges >= STRONG_COUNT);
  }

  void apply(GrayImage sheet, double pxPerMm, Chance chance) {
    for (int i = 0; i < rings; i++) {
      ring(sheet, pxPerMm, chance);
    }
    for (int i = 0; i < smudges; i++) {
      smudge(sheet, pxPerMm, chance);
    }
  }

  private static void ring(GrayImage sheet, double pxPerMm, Chance chance) {
    double cx = chance.below(sheet.width());
    double cy = chance.below(sheet.height());
    double radius = chance.between(SMALLEST_RING_MM, LARGEST_RING_MM) * pxPerMm;
    double width = chance.between(0.5, 1.4) * pxPerMm;
    double darkness = chance.between(60, 140);
    double from = chance.between(0, 6);
    double uneven = chance.between(1, 3);
    for (int y = (int) Math.max(0, cy - radius - width);
        y < Math.min(sheet.height(), cy + radius + width);
        y++) {
      for (int x = (int) Math.max(0, cx - radius - width);
          x < Math.min(sheet.width(), cx + radius + width);
          x++) {
        double dx = x - cx;
        double dy = y - cy;
        double square = dx * dx + dy * dy;
        if (square > (radius - width) * (radius - width)
            && square < (radius + width) * (radius + width)) {
          double off = Math.abs(Math.sqrt(square) - radius) / width;
          double angle = StrictMath.atan2(dy, dx);
          double here = 0.5 + 0.5 * StrictMath.sin(uneven * angle + from);
          darken(sheet, x, y, darkness * here * (1 - off));
        }
      }
    }
  }

  private static void smudge(GrayImage sheet, double pxPerMm, Chance chance) {
    double cx = chance.below(sheet.width());
    double cy = chance.below(sheet.height());
    double a = chance.between(5, 9) * pxPerMm;
    double b = a * chance.between(0.5, 0.9);
    double turn = chance.between(0, Math.PI);
    double c = StrictMath.cos(turn);
    double s = StrictMath.sin(turn);
    double darkness = chance.between(40, 120);
    // The ridges of a finger are about 0.5 mm apart.
    double ridge = 2 * Math.PI / (0.5 * pxPerMm);
    for (int y = (int) Math.max(0, cy - a); y < Math.min(sheet.height(), cy + a); y++) {
      for (int x = (int) Math.max(0, cx - a); x < Math.min(sheet.width(), cx + a); x++) {
        double u = (c * (x - cx) + s * (y - cy)) / a;
        double v = (c * (y - cy) - s * (x - cx)) / b;
        double square = u * u + v * v;
        if (square < 1) {
          double bow = v * b + 0.25 * u * u * a;
          double ridges = 0.55 + 0.45 * StrictMath.sin(ridge * bow);
          darken(sheet, x, y, darkness * ridges * (1 - square));
        }
      }
    }
  }

  private static void darken(GrayImage sheet, int x, int y, double levels) {
    sheet.set(x, y, (int) Math.max(0, sheet.get(x, y) - levels));
  }
}
