package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectPx;

/**
 * How far pages were laid from where they lie: the distance, in millimetres of the form, between
 * where each field was looked for and where it truly is. Only pages whose true geometry is known
 * and whose records tell the boxes.
 *
 * @param pages how many
 * @param medianMm the median page's distance; a page's distance is the median over its fields
 * @param p95Mm of 100 pages, 95 are laid better than this
 * @param worstMm the worst page's distance
 * @param misplaced pages laid wrong and not noticed: the median over the answers that were accepted
 *     is at least {@value #MISPLACED_MM} mm
 * @param acceptedAside answers accepted though looked for at least {@value #MISPLACED_MM} mm from
 *     where their field lies, on whatever page
 */
public record Misplacement(
    long pages, double medianMm, double p95Mm, double worstMm, long misplaced, long acceptedAside) {

  /** Half the width of the survey's checkboxes: half of a box's inside is no longer looked at. */
  public static final double MISPLACED_MM = 1.9;

  /** Collects pages. Not thread-safe. */
  static final class Tally {

    private final List<Double> distances = new ArrayList<>();
    private long misplaced;
    private long acceptedAside;

    void add(TruthPage truth, List<Answer> answers) {
      if (truth.lattice().isEmpty()) {
        return;
      }
      Lattice lattice = truth.lattice().get();
      List<Double> fields = new ArrayList<>();
      List<Double> accepted = new ArrayList<>();
      for (Answer answer : answers) {
        if (answer.where().isEmpty()) {
          continue;
        }
        double distanceMm =
            lattice.distanceMm(answer.field().area().centre(), centre(answer.where().get()));
        fields.add(distanceMm);
        if (answer.outcome() != Outcome.REVIEW) {
          accepted.add(distanceMm);
        }
      }
      if (!fields.isEmpty()) {
        distances.add(median(fields));
        acceptedAside += accepted.stream().filter(d -> d >= MISPLACED_MM).count();
        misplaced += !accepted.isEmpty() && median(accepted) >= MISPLACED_MM ? 1 : 0;
      }
    }

    private static double median(List<Double> values) {
      Collections.sort(values);
      return values.get(values.size() / 2);
    }

    private static PointPx centre(RectPx box) {
      return new PointPx(box.x() + box.w() / 2.0, box.y() + box.h() / 2.0);
    }

    Optional<Misplacement> misplacement() {
      if (distances.isEmpty()) {
        return Optional.empty();
      }
      Collections.sort(distances);
      int n = distances.size();
      return Optional.of(
          new Misplacement(
              n,
              distances.get(n / 2),
              distances.get(Math.min(n - 1, n * 95 / 100)),
              distances.get(n - 1),
              misplaced,
              acceptedAside));
    }
  }
}
