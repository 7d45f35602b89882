package yomitori.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.resolve.CodeLattice.Code;
import yomitori.resolve.master.Largest;
import yomitori.resolve.master.MasterEntry;
import yomitori.resolve.master.MasterList;
import yomitori.text.DigitReading;

/**
 * Which institution of a master list a form is from, by Bayes' rule: its code's cells, its
 * prefecture's word and its name's writing vote together. What is not on the list stays possible.
 *
 * @param institutions the likeliest ones, likeliest first
 * @param codes the likeliest codes, listed or not
 * @param prefectures what is believed of the prefecture
 * @param likestName how like the writing the most similar name of the whole list is, 0 to 1
 */
record MasterBelief(
    List<Ranked> institutions, List<Code> codes, PrefectureBelief prefectures, double likestName) {

  /** Share of forms from institutions that the list does not have: new ones, moved ones. */
  private static final double UNLISTED = 0.02;

  /** Institutions with the likeliest codes whose names are compared. */
  private static final int COMPARED = 60;

  private static final int RUNNERS_UP = 5;

  /** An institution and how likely the form is from it. */
  record Ranked(MasterEntry entry, double probability) {}

  MasterBelief {
    institutions = List.copyOf(institutions);
    codes = List.copyOf(codes);
  }

  /**
   * @param cells of the code; empty where none is written
   */
  static MasterBelief of(
      MasterList list, List<DigitReading> cells, PrefectureBelief word, NameEvidence name) {
    double[] odds = new double[list.entries().size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = odds(list.entries().get(i), cells, word);
    }
    double unnamed = name.odds(0);
    Set<Integer> compared = compared(list, odds, name);
    double likest =
        compared.stream().mapToDouble(i -> name.likeness(list.entries().get(i))).max().orElse(0);
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      odds[i] *= compared.contains(i) ? name.odds(list.entries().get(i)) : unnamed;
      odds[i] *= (1 - UNLISTED) / odds.length;
      sum += odds[i];
    }
    CodeBelief other = CodeBelief.of(cells, word);
    double unlisted = UNLISTED * other.odds();
    return decided(list, odds, sum + unlisted, other, unlisted / (sum + unlisted), likest);
  }

  /** How many times likelier code and word are if the form is from an institution than if not. */
  private static double odds(MasterEntry entry, List<DigitReading> cells, PrefectureBelief word) {
    double odds = MasterEntry.PREFECTURES * word.share(entry.prefecture());
    for (int i = 0; i < cells.size(); i++) {
      odds *= DigitReading.DIGITS * cells.get(i).digits().get(entry.code().charAt(i) - '0');
    }
    return odds;
  }

  private static Set<Integer> compared(MasterList list, double[] odds, NameEvidence name) {
    Set<Integer> compared = new LinkedHashSet<>();
    if (!name.texts().isEmpty()) {
      compared.addAll(Largest.places(odds, COMPARED));
    }
    name.texts().forEach(text -> compared.addAll(list.likeNames(text)));
    return compared;
  }

  private static MasterBelief decided(
      MasterList list,
      double[] odds,
      double sum,
      CodeBelief other,
      double unlisted,
      double likest) {
    Map<String, Double> codes = new HashMap<>();
    other.codes().forEach(c -> codes.merge(c.digits(), unlisted * c.probability(), Double::sum));
    double[] prefectures = new double[MasterEntry.PREFECTURES];
    for (int code = 1; code <= prefectures.length; code++) {
      prefectures[code - 1] = unlisted * other.prefectures().share(code);
    }
    List<Ranked> ranked = new ArrayList<>();
    for (int i = 0; i < odds.length; i++) {
      MasterEntry entry = list.entries().get(i);
      double probability = odds[i] / sum;
      prefectures[entry.prefecture() - 1] += probability;
      if (probability > 1e-6) {
        codes.merge(entry.code(), probability, Double::sum);
        ranked.add(new Ranked(entry, probability));
      }
    }
    return new MasterBelief(
        ranked.stream()
            .sorted(Comparator.comparingDouble(Ranked::probability).reversed())
            .limit(RUNNERS_UP)
            .toList(),
        codes.entrySet().stream()
            .map(e -> new Code(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(Code::probability).reversed())
            .limit(RUNNERS_UP)
            .toList(),
        PrefectureBelief.of(prefectures),
        likest);
  }
}
