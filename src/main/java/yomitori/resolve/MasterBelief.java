package yomitori.resolve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.resolve.CodeLattice.Code;
import yomitori.resolve.master.Coverage;
import yomitori.resolve.master.InstitutionName;
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
 * @param nameProbability how likely the form is from an institution with the likeliest one's name
 * @param likestName how like the writing the most similar name is, 0 to 1: of the whole list where
 *     one institution is likelier than all else together, else of the likeliest prefecture
 * @param covered whether the list has most institutions of the likeliest prefecture
 */
record MasterBelief(
    List<Ranked> institutions,
    List<Code> codes,
    PrefectureBelief prefectures,
    double nameProbability,
    double likestName,
    boolean covered) {

  /** Institutions with the likeliest codes whose names are compared. */
  private static final int COMPARED = 60;

  private static final int RUNNERS_UP = 5;

  /** Less likely institutions are not told apart. */
  private static final double TOLD_APART_FROM = 1e-6;

  /** From this likelihood of an institution on, a form is taken for its. */
  private static final double DECIDED_FROM = 0.5;

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
    Coverage coverage = list.coverage();
    double[] odds = new double[list.entries().size()];
    for (int i = 0; i < odds.length; i++) {
      odds[i] = odds(list.entries().get(i), cells, word);
    }
    double unnamed = name.odds(0);
    Set<Integer> compared = compared(list, odds, name);
    double sum = 0;
    for (int i = 0; i < odds.length; i++) {
      MasterEntry entry = list.entries().get(i);
      odds[i] *= compared.contains(i) ? name.odds(entry) : unnamed;
      odds[i] *= coverage.each(entry.prefecture());
      sum += odds[i];
    }
    CodeBelief other = CodeBelief.of(cells, word.given(coverage::unlisted));
    double unlisted = MasterEntry.PREFECTURES * word.mean(coverage::unlisted) * other.odds();
    return decided(list, odds, sum + unlisted, other, unlisted / (sum + unlisted))
        .withNames(list, compared, name);
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
      MasterList list, double[] odds, double sum, CodeBelief other, double unlisted) {
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
      if (probability > TOLD_APART_FROM) {
        codes.merge(entry.code(), probability, Double::sum);
        ranked.add(new Ranked(entry, probability));
      }
    }
    ranked.sort(Comparator.comparingDouble(Ranked::probability).reversed());
    return new MasterBelief(
        ranked.subList(0, Math.min(RUNNERS_UP, ranked.size())),
        codes.entrySet().stream()
            .map(e -> new Code(e.getKey(), e.getValue()))
            .sorted(Comparator.comparingDouble(Code::probability).reversed())
            .limit(RUNNERS_UP)
            .toList(),
        PrefectureBelief.of(prefectures),
        ofSameName(ranked),
        0,
        false);
  }

  private static double ofSameName(List<Ranked> ranked) {
    if (ranked.isEmpty()) {
      return 0;
    }
    String name = InstitutionName.comparable(ranked.get(0).entry().name());
    return ranked.stream()
        .filter(r -> InstitutionName.comparable(r.entry().name()).equals(name))
        .mapToDouble(Ranked::probability)
        .sum();
  }

  private MasterBelief withNames(MasterList list, Set<Integer> compared, NameEvidence name) {
    int there = prefectures.likeliest();
    double likest =
        compared.stream()
            .map(list.entries()::get)
            .filter(entry -> isDecided() || entry.prefecture() == there)
            .mapToDouble(name::likeness)
            .max()
            .orElse(0);
    return new MasterBelief(
        institutions, codes, prefectures, nameProbability, likest, list.coverage().covers(there));
  }

  /** Whether one institution is likelier than all else together. */
  boolean isDecided() {
    return !institutions.isEmpty() && institutions.get(0).probability() >= DECIDED_FROM;
  }
}
