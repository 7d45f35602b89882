package yomitori.resolve.master;

import java.util.Arrays;
import java.util.List;

/** Where the largest of many figures stand. */
public final class Largest {

  private Largest() {}

  /**
   * The places of the largest figures, the largest first; the first ones of equals.
   *
   * @param most how many places at most
   */
  public static List<Integer> places(double[] figures, int most) {
    int[] best = new int[most];
    int count = 0;
    for (int i = 0; i < figures.length; i++) {
      if (count < most || figures[i] > figures[best[count - 1]]) {
        int at = count < most ? count++ : most - 1;
        while (at > 0 && figures[best[at - 1]] < figures[i]) {
          best[at] = best[at - 1];
          at--;
        }
        best[at] = i;
      }
    }
    return Arrays.stream(best, 0, count).boxed().toList();
  }
}
