package yomitori.resolve.master;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of each prefecture a list holds. A bureau publishes one list a prefecture: of the others
 * such a list says nothing. What a list is measured against is how many institutions there are.
 */
public final class Coverage {

  /**
   * 医科 institutions of each prefecture, in the order of their codes, as the regional bureaus
   * published them in August 2025; that of 沖縄県, which is not among them, is assumed.
   */
  private static final int[] INSTITUTIONS = {
    3257, 717, 755, 1556, 637, 755, 1173, 1580, 1288, 1399, 4307, 3683, 13_760, 6791, 1338, 701,
    790, 508, 631, 1402, 1385, 2445, 5171, 1319, 991, 2383, 8809, 5018, 1135, 959, 444, 580, 1419,
    2400, 1106, 664, 766, 1083, 520, 4541, 677, 1196, 1382, 926, 848, 1293, 900
  };

  private static final int ALL = IntStream.of(INSTITUTIONS).sum();

  /** Share of forms from institutions that a whole list has: the others are new or have moved. */
  private static final double MOST_LISTED = 0.98;

  /** From this share on a list is whole: it may be newer, and institutions grow fewer. */
  private static final double WHOLE_FROM = 0.9;

  /** Below this share a list is said not to cover a prefecture. */
  private static final double COVERED_FROM = 0.5;

  private final int[] counts = new int[MasterEntry.PREFECTURES];

  Coverage(List<MasterEntry> entries) {
    entries.forEach(entry -> counts[entry.prefecture() - 1]++);
  }

  /**
   * Which share of a prefecture's institutions the list is believed to have, 0 to 1.
   *
   * @param prefecture 1 to 47
   */
  private double listed(int prefecture) {
    double share = (double) counts[prefecture - 1] / INSTITUTIONS[prefecture - 1];
    return MOST_LISTED * Math.min(1, share / WHOLE_FROM);
  }

  /** How likely a form is from an institution of a prefecture that the list does not have. */
  public double unlisted(int prefecture) {
    return share(prefecture) * (1 - listed(prefecture));
  }

  /** How likely a form is from each one that the list has; 0 where it has none. */
  public double each(int prefecture) {
    int count = counts[prefecture - 1];
    return count == 0 ? 0 : share(prefecture) * listed(prefecture) / count;
  }

  private static double share(int prefecture) {
    return (double) INSTITUTIONS[prefecture - 1] / ALL;
  }

  /** Whether the list has most institutions of a prefecture. */
  public boolean covers(int prefecture) {
    return counts[prefecture - 1] >= COVERED_FROM * INSTITUTIONS[prefecture - 1];
  }

  /** The prefectures of which the list has few institutions or none, by code. */
  public List<Integer> uncovered() {
    return IntStream.rangeClosed(1, MasterEntry.PREFECTURES)
        .filter(prefecture -> !covers(prefecture))
        .boxed()
        .toList();
  }
}
