package yomitori.simulate.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import yomitori.simulate.score.Score.Mistake;

/** Keeps those wrong values that were accepted with the most confidence. Not thread-safe. */
final class Mistakes {

  /** Most confident first; equal ones in the order of their pages and places. */
  private static final Comparator<Mistake> WORST_FIRST =
      Comparator.comparingDouble((Mistake m) -> -m.answer().confidence().orElse(1))
          .thenComparing(m -> m.page().source())
          .thenComparing(m -> m.page().page())
          .thenComparing(m -> m.answer().place());

  private final int most;
  private final PriorityQueue<Mistake> kept = new PriorityQueue<>(WORST_FIRST.reversed());

  Mistakes(int most) {
    this.most = most;
  }

  void add(Mistake mistake) {
    kept.add(mistake);
    if (kept.size() > most) {
      kept.poll();
    }
  }

  List<Mistake> worstFirst() {
    List<Mistake> sorted = new ArrayList<>(kept);
    sorted.sort(WORST_FIRST);
    return sorted;
  }
}
