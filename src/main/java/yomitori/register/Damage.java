package yomitori.register;

import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.intake.Page;

/** How much of an area of the form arrived damaged or not at all. */
final class Damage {

  /** Points sampled along each side of the area. */
  private static final int SAMPLES = 12;

  private Damage() {}

  static double share(Page page, PageTransform transform, RectMm area) {
    int lost = 0;
    for (int j = 0; j < SAMPLES; j++) {
      for (int i = 0; i < SAMPLES; i++) {
        PointPx p =
            transform.toPage(
                area.x() + (i + 0.5) / SAMPLES * area.w(),
                area.y() + (j + 0.5) / SAMPLES * area.h());
        if (isLost(page, p)) {
          lost++;
        }
      }
    }
    double placed = (double) lost / (SAMPLES * SAMPLES);
    // Rows that the file only counts may lie anywhere, so they weigh on every area alike.
    Page.RowDamage damage = page.damage();
    double unplaced =
        (double) Math.max(0, damage.badCount() - damage.bad().cardinality())
            / page.image().height();
    return placed + (1 - placed) * Math.min(1, unplaced);
  }

  private static boolean isLost(Page page, PointPx p) {
    int row = (int) Math.floor(p.y());
    return p.x() < 0
        || p.x() >= page.image().width()
        || row < 0
        || row >= page.damage().missingFrom()
        || page.damage().bad().get(row);
  }
}
