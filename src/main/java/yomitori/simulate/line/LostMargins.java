package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.geometry.RectPx;
import yomitori.simulate.chance.Chance;

/**
 * Edges that the scanner does not see. Range: machines lose 2 mm to 10 mm on each side.
 *
 * @param leftMm lost at the left
 * @param rightMm lost at the right
 * @param topMm lost at the top
 * @param bottomMm lost at the foot
 */
public record LostMargins(double leftMm, double rightMm, double topMm, double bottomMm)
    implements Effect {

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
  public boolean acts() {
    return leftMm != 0 || rightMm != 0 || topMm != 0 || bottomMm != 0;
  }

  void apply(GrayImage page, double pxPerMmX, double pxPerMmY) {
    RectPx seen = seen(page.width(), page.height(), pxPerMmX, pxPerMmY);
    for (int y = 0; y < page.height(); y++) {
      boolean row = y < seen.y() || y >= seen.y() + seen.h();
      for (int x = 0; x < page.width(); x++) {
        if (row || x < seen.x() || x >= seen.x() + seen.w()) {
          page.set(x, y, GrayImage.WHITE);
        }
      }
    }
  }

  /** What the scanner sees of a raster of this size. */
  RectPx seen(int width, int height, double pxPerMmX, double pxPerMmY) {
    int left = (int) (leftMm * pxPerMmX);
    int top = (int) (topMm * pxPerMmY);
    int right = width - (int) (rightMm * pxPerMmX);
    int bottom = height - (int) (bottomMm * pxPerMmY);
    return new RectPx(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
  }
}
