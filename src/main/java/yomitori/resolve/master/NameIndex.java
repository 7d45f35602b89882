package yomitori.resolve.master;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import yomitori.text.EditDistance;

/**
 * Finds names by the pairs of neighbouring characters that they share, rare pairs counting for
 * more; then compares those few by Levenshtein's distance.
 */
final class NameIndex {

  /** Names that are compared character by character. */
  private static final int COMPARED = 200;

  private final List<List<String>> variants = new ArrayList<>();
  private final Map<Integer, int[]> owners = new HashMap<>();

  NameIndex(List<MasterEntry> entries) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (int i = 0; i < entries.size(); i++) {
      List<String> ways = List.copyOf(InstitutionName.variants(entries.get(i).name()));
      variants.add(ways);
      for (int pair : pairs(ways)) {
        int n = counts.merge(pair, 1, Integer::sum);
        int[] list = owners.computeIfAbsent(pair, p -> new int[2]);
        if (n > list.length) {
          list = Arrays.copyOf(list, 2 * n);
          owners.put(pair, list);
        }
        list[n - 1] = i;
      }
    }
    owners.replaceAll((pair, list) -> Arrays.copyOf(list, counts.get(pair)));
  }

  /** Each pair once; a text of one character is a pair with nothing. */
  private static int[] pairs(List<String> texts) {
    return texts.stream()
        .flatMapToInt(
            text ->
                IntStream.range(0, Math.max(1, text.length() - 1))
                    .filter(i -> i < text.length())
                    .map(
                        i ->
                            text.charAt(i) << 16
                                | (i + 1 < text.length() ? text.charAt(i + 1) : 0)))
        .distinct()
        .toArray();
  }

  /** The places, in the list, of names that may be like a comparable one. */
  List<Integer> candidates(String wanted) {
    double[] scores = new double[variants.size()];
    for (int pair : pairs(List.of(wanted))) {
      int[] list = owners.getOrDefault(pair, new int[0]);
      double rare = Math.log(1 + (double) variants.size() / (1 + list.length));
      for (int i : list) {
        scores[i] += rare;
      }
    }
    return Largest.places(scores, COMPARED).stream().filter(i -> scores[i] > 0).toList();
  }

  /** The places, in the list, of names of which one way to write them is just a comparable one. */
  List<Integer> same(String wanted) {
    // Whoever has the name has each of its pairs, so those of the rarest pair are enough.
    int[] fewest =
        IntStream.of(pairs(List.of(wanted)))
            .mapToObj(pair -> owners.getOrDefault(pair, new int[0]))
            .min(Comparator.comparingInt(list -> list.length))
            .orElse(new int[0]);
    return IntStream.of(fewest).filter(i -> variants.get(i).contains(wanted)).boxed().toList();
  }

  /** How like a comparable name that at a place of the list is, in the likest of its ways. */
  double likeness(String wanted, int place) {
    return variants.get(place).stream().mapToDouble(v -> likeness(wanted, v)).max().orElse(0);
  }

  /** 1 less the share of characters to be changed, of the longer one. */
  static double likeness(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    return longer == 0 ? 1 : 1 - (double) EditDistance.between(a, b) / longer;
  }
}
