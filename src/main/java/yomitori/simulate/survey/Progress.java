package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import yomitori.simulate.chance.Chance;

/**
 * How far an institution has come: its answers to the first two questions, which agree but for few.
 * All shares are assumptions, near what was public in autumn 2022.
 *
 * @param marks boxes of the first question
 * @param chosen options of the second
 */
record Progress(Set<String> marks, List<String> chosen) {

  static final String NONE = "q1.none";
  static final String PAPER = "q1.paper_claims";
  static final String QUOTED = "q1.quoted";
  static final String ORDERED = "q1.reader_ordered";
  static final String CONTRACTED = "q1.contracted";
  static final String INSTALLED = "q1.installed";
  static final String OPERATING = "q1.operating";

  private static final List<String> OPTIONS =
      List.of("operating", "by_april", "not_by_april", "exempt");

  /** How often each option is meant. */
  private static final double[] MEANT = {0.27, 0.41, 0.27, 0.05};

  /** How often each box is marked by those that mean each option. */
  private static final Map<String, double[]> MARKED =
      Map.of(
          PAPER, new double[] {0, 0, 0, 0.88},
          QUOTED, new double[] {0.5, 0.55, 0.5, 0.03},
          ORDERED, new double[] {0.85, 0.88, 0.62, 0.05},
          CONTRACTED, new double[] {0.65, 0.62, 0.25, 0},
          INSTALLED, new double[] {0.7, 0.15, 0.01, 0},
          OPERATING, new double[] {1, 0, 0, 0});

  private static final List<String> IN_ORDER =
      List.of(PAPER, QUOTED, ORDERED, CONTRACTED, INSTALLED, OPERATING);

  /** How often those that mean each option have done nothing yet. */
  private static final double[] NOTHING = {0, 0.01, 0.2, 0.08};

  private static final double OPEN_FIRST = 0.012;
  private static final double OPEN_SECOND = 0.025;
  private static final double SEVERAL = 0.008;

  /** How often a contradiction is planted, one kind as often as another. */
  private static final double CONTRADICTING = 0.024;

  Progress {
    marks = Set.copyOf(marks);
    chosen = List.copyOf(chosen);
  }

  /**
   * Draws.
   *
   * @param several whether several options can be marked: on paper they can
   */
  static Progress draw(Chance chance, boolean several) {
    int meant = meant(chance);
    Set<String> marks = new LinkedHashSet<>();
    if (chance.happens(NOTHING[meant])) {
      marks.add(NONE);
    } else {
      for (String box : IN_ORDER) {
        if (chance.happens(MARKED.get(box)[meant])) {
          marks.add(box);
        }
      }
    }
    double first = chance.unit();
    if (first < OPEN_FIRST) {
      marks.clear();
    } else if (first > 1 - CONTRADICTING) {
      return contradicting(chance.pick(List.of(Contradiction.values())), marks, chance);
    }
    double second = chance.unit();
    if (second < OPEN_SECOND) {
      return new Progress(marks, List.of());
    }
    if (second > 1 - SEVERAL && several) {
      int from = chance.below(OPTIONS.size() - 1);
      return new Progress(marks, OPTIONS.subList(from, from + 2));
    }
    return new Progress(marks, List.of(OPTIONS.get(meant)));
  }

  private static int meant(Chance chance) {
    double rest = chance.unit();
    int meant = 0;
    while (meant < MEANT.length - 1 && rest >= MEANT[meant]) {
      rest -= MEANT[meant];
      meant++;
    }
    return meant;
  }

  private static Progress contradicting(Contradiction kind, Set<String> marks, Chance chance) {
    Set<String> changed = new LinkedHashSet<>(marks);
    List<String> others = new ArrayList<>(OPTIONS);
    switch (kind) {
      case OPERATING_NOT_Q2 -> {
        changed.remove(NONE);
        changed.remove(PAPER);
        changed.add(OPERATING);
        others.remove("operating");
      }
      case Q2_NOT_OPERATING -> {
        changed.remove(PAPER);
        changed.remove(OPERATING);
        others.retainAll(List.of("operating"));
      }
      case NONE_AND_MORE -> {
        changed.remove(PAPER);
        changed.remove(OPERATING);
        changed.add(NONE);
        changed.add(QUOTED);
        others.retainAll(List.of("by_april", "not_by_april"));
      }
      case PAPER_NOT_EXEMPT -> {
        changed.remove(OPERATING);
        changed.add(PAPER);
        others.retainAll(List.of("by_april", "not_by_april"));
      }
    }
    return new Progress(changed, List.of(chance.pick(others)));
  }
}
