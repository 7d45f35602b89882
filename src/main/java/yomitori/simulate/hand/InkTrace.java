package yomitori.simulate.hand;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import yomitori.geometry.PointMm;

/**
 * Points of the sheet that a hand inked at one place, on a fine lattice; points in and close to
 * print, which are black on a fax in any case, are not among them.
 *
 * @param points in mm from the top left of the sheet, each once
 */
public record InkTrace(List<PointMm> points) {

  public InkTrace {
    points = Collections.unmodifiableList(new ArrayList<>(points));
    points.forEach(Objects::requireNonNull);
  }
}
