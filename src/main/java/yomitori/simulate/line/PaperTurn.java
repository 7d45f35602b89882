package yomitori.simulate.line;

import yomitori.geometry.Affine;
import yomitori.simulate.chance.Chance;

/**
 * The sheet laid in upside down or sideways. No published shares were found; these are assumptions.
 * Strong whenever it happens.
 *
 * @param quarters quarter turns counter-clockwise, 0 to 3
 */
public record PaperTurn(int quarters) implements Effect {

  /** Draws a turn. */
  public static PaperTurn draw(LineProfile profile, Chance chance) {
    double u = chance.unit();
    if (u < profile.choose(0, 0.01, 0.025, 0.06)) {
      return new PaperTurn(2);
    }
    double sideways = profile.choose(0, 0, 0.01, 0.03);
    return new PaperTurn(chance.happens(sideways) ? 1 + 2 * chance.below(2) : 0);
  }

  @Override
  public Level level() {
    return Level.of(quarters != 0, true);
  }

  boolean sideways() {
    return quarters % 2 == 1;
  }

  /** Sheet mm to mm of the sheet as it lies, for a sheet of this size. */
  Affine map(double w, double h) {
    return switch (quarters) {
      case 1 -> new Affine(0, 1, 0, -1, 0, w);
      case 2 -> new Affine(-1, 0, w, 0, -1, h);
      case 3 -> new Affine(0, -1, h, 1, 0, 0);
      default -> new Affine(1, 0, 0, 0, 1, 0);
    };
  }
}
