package yomitori.tally.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.tally.duplicate.Removal.Reason;

/** Which answers are of one institution: sets that are joined (Tarjan 1975). Not thread-safe. */
final class Links {

  private final int[] parent;
  private final Map<Long, Reason> reasons = new LinkedHashMap<>();

  Links(int answers) {
    this.parent = IntStream.range(0, answers).toArray();
  }

  /** Notes that two answers are of one institution; the first reason given stays. */
  void join(int a, int b, Reason reason) {
    reasons.putIfAbsent(key(a, b), reason);
    int first = root(Math.min(a, b));
    int second = root(Math.max(a, b));
    parent[Math.max(first, second)] = Math.min(first, second);
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

  boolean joined(int a, int b) {
    return root(a) == root(b);
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
