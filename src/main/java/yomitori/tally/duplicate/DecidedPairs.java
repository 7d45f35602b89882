package yomitori.tally.duplicate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yomitori.tally.duplicate.NearPairs.Pair;
import yomitori.tally.duplicate.PairDecisions.AnswerName;

/**
 * What a person said of pairs, by the places of the answers, in their order.
 *
 * @param same pairs of one institution
 * @param different pairs of two
 */
record DecidedPairs(List<Pair> same, List<Pair> different) {

  /** The decisions on answers that are there. */
  static DecidedPairs of(List<AnswerName> names, PairDecisions decisions) {
    Map<AnswerName, Integer> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    List<Pair> same = new ArrayList<>();
    List<Pair> different = new ArrayList<>();
    decisions
        .same()
        .forEach(
            (pair, decided) -> {
              List<Integer> found =
                  pair.stream().filter(places::containsKey).map(places::get).sorted().toList();
              if (found.size() == 2) {
                (decided ? same : different).add(new Pair(found.get(0), found.get(1)));
              }
            });
    return new DecidedPairs(same.stream().sorted().toList(), different.stream().sorted().toList());
  }
}
