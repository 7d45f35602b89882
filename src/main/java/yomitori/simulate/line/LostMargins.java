package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;

/**
 * Edges that the scanner does not see. Range: machines lose 2 mm to 10 mm on each side. Strong
 * where a side loses more than 6 mm.
 *
 * @param leftMm lost at the left
 * @param rightMm lost at the right
 * @param topMm lost at the top
 * @param bottomMm lost at the foot
 */
public record LostMargins(double leftMm, double rightMm, double topMm, double bottomMm)
    implements Effect {

  private static final double STRONG_MM = 6;

  /** Draws margins. */
  public static LostMargins draw(LineProfile profile, Chance chance) {
    double most = profile.choose(0, 3, 5, 9);
    return new LostMargins(
        chance.between(0, most),
        chance.between(0, most),
        chance.between(0, most),
        chance.between(0, most));
  }

  @Override
  public Level level() {
    return Level.of(
        leftMm != 0 || rightMm != 0 || topMm != 0 || bottomMm != 0,
        Math.max(Math.max(leftMm, rightMm), Math.max(topMm, bottomMm)) > STRONG_MM);
  }

  void apply(GrayImage page, double pxPerMmX, double pxPerMmY) {
    int left = (int) (leftMm * pxPerMmX);
    int right = page.width() - (int) (rightMm * pxPerMmX);
    int top = (int) (topMm * pxPerMmY);
    int bottom = page.height() - (int) (bottomMm * pxPerMmY);
    for (int y = 0; y < page.height(); y++) {
      boolean row = y < top || y >= bottom;
      for (int x = 0; x < page.width(); x++) {
        if (row || x < left || x >= right) {
          page.set(x, y, GrayImage.WHITE);
        }
      }
    }
  }
}
