package yomitori.form;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;
import yomitori.geometry.RectMm;

/** Where everything of a form lies, to see that it is on the sheet and nothing is on another. */
final class Layout {

  private record Place(String name, RectMm area, Node node) {}

  /** Areas that only touch share edges; this much is rounding, in mm. */
  static final double TOUCH_MM = 0.01;

  private final List<Place> read = new ArrayList<>();
  private final List<Place> printed = new ArrayList<>();

  /** Notes an area that will be read: a box, its words, a comb, an area to write in. */
  void toRead(String name, RectMm area, Node node) {
    read.add(new Place(name, area, node));
  }

  /** Notes an area that is only printed. */
  void toPrint(String name, RectMm area, Node node) {
    printed.add(new Place(name, area, node));
  }

  void check(double widthMm, double heightMm, Problems problems) {
    RectMm sheet = new RectMm(0, 0, widthMm, heightMm).grow(TOUCH_MM);
    List<Place> all = new ArrayList<>(read);
    all.addAll(printed);
    for (Place place : all) {
      if (!sheet.contains(place.area())) {
        problems.add(
            place.node(),
            Mistake.OUTSIDE_SHEET,
            place.name(),
            Range.plain(widthMm),
            Range.plain(heightMm));
      }
    }
    for (int i = 0; i < read.size(); i++) {
      checkAgainstEarlier(read.get(i), read.subList(0, i), problems);
    }
  }

  private static void checkAgainstEarlier(Place place, List<Place> earlier, Problems problems) {
    for (Place other : earlier) {
      if (overlap(place.area(), other.area())) {
        problems.add(
            place.node(),
            Mistake.OVERLAP,
            place.name(),
            other.name(),
            other.node().getStartMark().getLine() + 1);
      }
    }
  }

  private static boolean overlap(RectMm a, RectMm b) {
    double width = Math.min(a.right(), b.right()) - Math.max(a.x(), b.x());
    double height = Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y());
    return width > TOUCH_MM && height > TOUCH_MM;
  }
}
