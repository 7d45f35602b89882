package yomitori.simulate.survey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Amounts that were given, in 万円. */
final class Amounts {

  private static final double[] QUARTERS = {0, 0.25, 0.5, 0.75, 1};
  private static final List<String> NAMES =
      List.of("least", "lower_quartile", "median", "upper_quartile", "most");

  private final List<Double> given = new ArrayList<>();

  /** Adds a number; nothing where nothing was written. */
  void add(String value) {
    if (!value.isEmpty()) {
      given.add(Double.valueOf(value));
    }
  }

  Map<String, Object> figures() {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("given", given.size());
    if (!given.isEmpty()) {
      List<Double> sorted = new ArrayList<>(given);
      Collections.sort(sorted);
      for (int i = 0; i < QUARTERS.length; i++) {
        figures.put(NAMES.get(i), quantile(sorted, QUARTERS[i]));
      }
    }
    return figures;
  }

  /** On a straight line between the two nearest, as a spreadsheet's QUARTILE.INC. */
  private static double quantile(List<Double> sorted, double share) {
    double at = share * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }
}
