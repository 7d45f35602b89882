package yomitori.simulate;

import java.util.OptionalDouble;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.simulate.hand.InkTrace;
import yomitori.simulate.hand.Place;
import yomitori.simulate.line.Placement;

/**
 * What a hand did at one place of a form, and what of it arrived.
 *
 * @param place where, what was meant and what was done
 * @param visible share of the points that the hand inked there which are black on the page as
 *     received, 0 to 1; empty where nothing was inked
 * @param onPage whether the whole place lies on that page
 */
public record PlaceTruth(Place place, OptionalDouble visible, boolean onPage) {

  /** Compares a place with the page as received, before bytes of it were hit on the wire. */
  static PlaceTruth of(Place place, GrayImage page, Placement placement) {
    RectMm area = place.area();
    boolean onPage =
        placement.arrived(area.x(), area.y())
            && placement.arrived(area.right(), area.y())
            && placement.arrived(area.x(), area.bottom())
            && placement.arrived(area.right(), area.bottom());
    return new PlaceTruth(place, visible(place.ink(), page, placement), onPage);
  }

  private static OptionalDouble visible(InkTrace ink, GrayImage page, Placement placement) {
    return ink.points().stream().mapToDouble(p -> isBlack(p, page, placement) ? 1 : 0).average();
  }

  /** Lost margins are white, so that nothing there is black. */
  private static boolean isBlack(PointMm point, GrayImage page, Placement placement) {
    PointPx at = placement.toPage(point.x(), point.y());
    int x = (int) Math.floor(at.x());
    int y = (int) Math.floor(at.y());
    return x >= 0 && y >= 0 && x < page.width() && y < page.height() && page.get(x, y) == 0;
  }
}
