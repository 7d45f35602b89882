package yomitori.record;

import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds each label the place in or around its area where it hides least: of the ink on the page, of
 * other areas, and nothing of other labels.
 */
final class OverlayLabels {

  private static final int INK_BELOW = 160;

  /** A hidden px of a label counts as much as this many px of ink. */
  private static final int LABEL_COST = 50;

  /** Likewise a px off the picture. */
  private static final int OFF_COST = 50;

  /** Likewise a px over another field, which may only be mistaken for that field's label. */
  private static final double OTHER_AREA_COST = 2;

  /** Places that hide this much more ink are taken only if they come earlier. */
  private static final int LATER_PLACE_COST = 4;

  private static final int GAP_PX = 3;
  private static final int STEPS_ALONG = 4;
  private static final int STEP_PX = 30;

  private final BufferedImage paper;
  private final List<Rectangle2D> areas = new ArrayList<>();
  private final List<Rectangle> labels = new ArrayList<>();

  /**
   * @param paper the page before anything is drawn onto it
   */
  OverlayLabels(BufferedImage paper) {
    this.paper = paper;
  }

  /** Whether the middle of an area is on the picture. */
  boolean shows(Rectangle2D area) {
    return new Rectangle(paper.getWidth(), paper.getHeight())
        .contains(area.getCenterX(), area.getCenterY());
  }

  /** Names an area that is not to be hidden by the labels of others. */
  void keepClear(Rectangle2D area) {
    areas.add(area);
  }

  /**
   * The place of a label, which later labels will not hide.
   *
   * @param own the area that it belongs to
   * @param beside another area that it may stand beside, as the words of a box
   */
  Rectangle place(Rectangle2D own, Rectangle2D beside, int width, int height) {
    Rectangle best = new Rectangle();
    double least = Double.POSITIVE_INFINITY;
    double order = 0;
    for (Rectangle place : candidates(own, beside, width, height)) {
      double cost = order + cost(place, own);
      order += LATER_PLACE_COST;
      if (cost < least) {
        least = cost;
        best = place;
      }
    }
    labels.add(best);
    return best;
  }

  private static List<Rectangle> candidates(
      Rectangle2D own, Rectangle2D beside, int width, int height) {
    List<Rectangle> places = new ArrayList<>();
    double middle = own.getCenterY() - height / 2.0;
    add(places, beside.getMaxX() + GAP_PX, middle, width, height);
    add(places, own.getX() - width - GAP_PX, middle, width, height);
    double room = Math.max(0, own.getWidth() - width);
    List<Double> rows = new ArrayList<>();
    if (own.getWidth() >= width && own.getHeight() >= height) {
      rows.add(own.getY() + GAP_PX);
      rows.add(own.getMaxY() - height - GAP_PX);
      rows.add(own.getY() - height / 2.0);
      rows.add(own.getMaxY() - height / 2.0);
    }
    rows.add(own.getY() - height - GAP_PX);
    rows.add(own.getMaxY() + GAP_PX);
    for (double row : rows) {
      for (int i = 0; i <= STEPS_ALONG; i++) {
        add(places, own.getX() + room * i / STEPS_ALONG, row, width, height);
      }
    }
    for (int i = 1; i <= STEPS_ALONG; i++) {
      add(places, beside.getMaxX() + GAP_PX + i * STEP_PX, middle, width, height);
      add(places, own.getX() - width - GAP_PX - i * STEP_PX, middle, width, height);
    }
    add(places, own.getMaxX() + GAP_PX, middle, width, height);
    return places;
  }

  private static void add(List<Rectangle> places, double x, double y, int width, int height) {
    places.add(new Rectangle((int) Math.round(x), (int) Math.round(y), width, height));
  }

  private double cost(Rectangle place, Rectangle2D own) {
    Rectangle seen = place.intersection(new Rectangle(paper.getWidth(), paper.getHeight()));
    double shown = seen.isEmpty() ? 0 : (double) seen.width * seen.height;
    double cost = OFF_COST * ((double) place.width * place.height - shown) + ink(seen);
    for (Rectangle label : labels) {
      cost += LABEL_COST * overlap(place, label);
    }
    for (Rectangle2D area : areas) {
      cost += area.equals(own) ? 0 : OTHER_AREA_COST * overlap(place, area);
    }
    return cost;
  }

  private int ink(Rectangle place) {
    int ink = 0;
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        ink += (paper.getRGB(x, y) & 0xff) < INK_BELOW ? 1 : 0;
      }
    }
    return ink;
  }

  private static double overlap(Rectangle a, Rectangle2D b) {
    Rectangle2D both = a.createIntersection(b);
    return both.getWidth() <= 0 || both.getHeight() <= 0 ? 0 : both.getWidth() * both.getHeight();
  }
}
