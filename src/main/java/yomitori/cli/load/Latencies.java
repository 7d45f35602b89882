package yomitori.cli.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How long answers took, by what was asked for. May be used from any thread. */
public final class Latencies {

  private final Map<String, List<Long>> nanosByKind = new TreeMap<>();

  /**
   * Some of them.
   *
   * @param kind what was asked for
   * @param sortedNanos the shortest first
   */
  public record Kind(String kind, List<Long> sortedNanos) {

    /** Copies the list. */
    public Kind {
      sortedNanos = List.copyOf(sortedNanos);
    }

    /**
     * The time within which a share of the answers came, ns; 0 where there were none.
     *
     * @param share 0 to 1
     */
    public long quantile(double share) {
      int at = (int) Math.ceil(share * sortedNanos.size()) - 1;
      return sortedNanos.isEmpty() ? 0 : sortedNanos.get(Math.max(0, at));
    }
  }

  synchronized void add(String kind, long nanos) {
    nanosByKind.computeIfAbsent(kind, k -> new ArrayList<>()).add(nanos);
  }

  /** Each kind by its name. */
  public synchronized List<Kind> kinds() {
    return nanosByKind.entrySet().stream().map(e -> kind(e.getKey(), e.getValue())).toList();
  }

  /** All kinds together. */
  public synchronized Kind all() {
    List<Long> all = new ArrayList<>();
    nanosByKind.values().forEach(all::addAll);
    return kind("", all);
  }

  private static Kind kind(String name, List<Long> nanos) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    return new Kind(name, sorted);
  }
}
