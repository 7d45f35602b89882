package yomitori.simulate.line;

import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Ink;
import yomitori.simulate.hand.Sheet;

/**
 * Specks on the paper. An assumption; vendors list dirty sheets among the causes of failure. Strong
 * from 60 specks.
 *
 * @param specks how many
 */
public record Dirt(int specks) implements Effect {

  private static final int STRONG_SPECKS = 60;

  /** Draws wear. */
  public static Dirt draw(LineProfile profile, Chance chance) {
    int specks = (int) (profile.choose(0, 10, 30, 120) * chance.unit());
    return new Dirt(specks);
  }

  @Override
  public Level level() {
    return Level.of(specks != 0, specks >= STRONG_SPECKS);
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
  }
}
