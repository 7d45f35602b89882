package yomitori.review.resend;

import java.util.List;
import java.util.Optional;
import yomitori.desk.resend.Settled;
import yomitori.geometry.RectPx;
import yomitori.record.UprightView;

/**
 * Two pages side by side.
 *
 * @param rows all fields, those that differ first
 * @param different how many differ
 * @param settled what was said of them; empty where nothing was
 * @param open whether something can be said of them: both count
 */
public record CompareModel(
    Side earlier,
    Side later,
    List<Row> rows,
    long different,
    Optional<Settled> settled,
    boolean open) {

  public CompareModel {
    rows = List.copyOf(rows);
  }

  /**
   * One of the pages.
   *
   * @param doubts how many values are in doubt
   * @param picture how it is shown; empty where it cannot be
   * @param marked where the values that differ stand on the picture
   */
  public record Side(
      long page,
      String source,
      int number,
      String received,
      long doubts,
      Optional<UprightView> picture,
      List<RectPx> marked) {

    public Side {
      marked = List.copyOf(marked);
    }
  }

  /** A field with both values, in words. */
  public record Row(String label, String earlier, String later, boolean differs) {}
}
