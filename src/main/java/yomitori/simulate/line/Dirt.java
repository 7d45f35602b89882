package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Ink;
import yomitori.simulate.hand.Sheet;

/**
 * Wear of the paper: specks, and folds that scan as thin broken lines. An assumption; vendors list
 * dirty sheets among the causes of failure.
 *
 * @param specks how many
 * @param folds how many, 0 to 2
 */
public record Dirt(int specks, int folds) implements Effect {

  /** Draws wear. */
  public static Dirt draw(LineProfile profile, Chance chance) {
    int specks = (int) (profile.choose(0, 10, 30, 120) * chance.unit());
    boolean folded = chance.happens(profile.choose(0, 0.03, 0.1, 0.25));
    return new Dirt(specks, folded ? 1 + chance.below(2) : 0);
  }

  @Override
  public boolean acts() {
    return specks != 0 || folds != 0;
  }

  void apply(Sheet sheet, Chance chance) {
    double w = sheet.image().width() / sheet.pxPerMm();
    double h = sheet.image().height() / sheet.pxPerMm();
    for (int i = 0; i < specks; i++) {
      double x = chance.between(0, w);
      double y = chance.between(0, h);
      double size = chance.between(0.08, 0.3) * (chance.happens(0.08) ? 2.5 : 1);
      Ink ink = new Ink((int) chance.between(80, 230), 0);
      sheet.line(
          x, y, size, x + chance.between(-0.3, 0.3), y + chance.between(-0.3, 0.3), size / 2, ink);
    }
    for (int i = 0; i < folds; i++) {
      double y = h * (folds == 1 ? 0.5 : (i + 1) / 3.0) + chance.between(-4, 4);
      Ink ink = new Ink((int) chance.between(70, 150), 0.5);
      double tilt = chance.between(-1, 1);
      sheet.line(0, y, 0.15, w, y + tilt, 0.2, ink);
    }
  }
}
