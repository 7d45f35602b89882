package yomitori.tally.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.tally.duplicate.NearPairs.Pair;
import yomitori.tally.duplicate.Removal.Reason;

/** Which answers are of one institution: sets that are joined (Tarjan 1975). Not thread-safe. */
final class Links {

  private final int[] parent;
  private final List<Pair> different;
  private final Map<Long, Reason> reasons = new LinkedHashMap<>();

  /**
   * @param different pairs that are never of one institution, not through others either
   */
  Links(int answers, List<Pair> different) {
    this.parent = IntStream.range(0, answers).toArray();
    this.different = List.copyOf(different);
  }

  /**
   * Notes that two answers are of one institution; the first reason given stays.
   *
   * @return whether they are now: not where that would join a pair that a person told apart
   */
  boolean join(int a, int b, Reason reason) {
    int first = root(Math.min(a, b));
    int second = root(Math.max(a, b));
    if (first != second && parts(first, second)) {
      return false;
    }
    reasons.putIfAbsent(key(a, b), reason);
    parent[Math.max(first, second)] = Math.min(first, second);
    return true;
  }

  /** Joins each of some answers with the first that it may be joined with. */
  void joinAll(List<Integer> set, Reason reason) {
    for (int i = 1; i < set.size(); i++) {
      boolean joined = false;
      for (int j = 0; j < i && !joined; j++) {
        joined = join(set.get(j), set.get(i), reason);
      }
    }
  }

  private boolean parts(int first, int second) {
    for (Pair pair : different) {
      int a = root(pair.first());
      int b = root(pair.second());
      if ((a == first && b == second) || (a == second && b == first)) {
        return true;
      }
    }
    return false;
  }

  private static long key(int a, int b) {
    return ((long) Math.min(a, b) << Integer.SIZE) | Math.max(a, b);
  }

  private int root(int answer) {
    int root = answer;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  /** By what two were joined directly; empty where only others join them. */
  Optional<Reason> reason(int a, int b) {
    return Optional.ofNullable(reasons.get(key(a, b)));
  }

  /** The answers of each institution that gave more than one, in the order given. */
  List<List<Integer>> sets() {
    Map<Integer, List<Integer>> sets = new LinkedHashMap<>();
    Arrays.setAll(parent, this::root);
    for (int i = 0; i < parent.length; i++) {
      sets.computeIfAbsent(parent[i], r -> new ArrayList<>()).add(i);
    }
    return sets.values().stream().filter(set -> set.size() > 1).toList();
  }
}
