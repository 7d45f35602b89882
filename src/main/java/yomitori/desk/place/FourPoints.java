package yomitori.desk.place;

import java.util.List;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;

/**
 * Where four points of a form lie on a page.
 *
 * @param onForm in mm of the form
 * @param onPage in px of the page as received, in the same order
 */
public record FourPoints(List<PointMm> onForm, List<PointPx> onPage) {

  private static final int COUNT = 4;

  /**
   * @throws IllegalArgumentException if they are not four
   */
  public FourPoints {
    if (onForm.size() != COUNT || onPage.size() != COUNT) {
      throw new IllegalArgumentException("not four: " + onForm + ", " + onPage);
    }
    onForm = List.copyOf(onForm);
    onPage = List.copyOf(onPage);
  }
}
