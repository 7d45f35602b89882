package yomitori.simulate.score;

import java.util.LinkedHashSet;
import java.util.Set;

/** How good confidences are, and what a person's time it takes. */
final class ConfidenceSections {

  private final AccuracyTables tables;

  private ConfidenceSections(AccuracyTables tables) {
    this.tables = tables;
  }

  static void write(AccuracyTables tables) {
    ConfidenceSections sections = new ConfidenceSections(tables);
    sections.calibration();
    sections.time();
  }

  private void calibration() {
    tables.heading("Confidence: expected calibration error / Brier score");
    Set<String> groups = new LinkedHashSet<>();
    tables.asRead().forEach(s -> groups.addAll(s.calibration().keySet()));
    for (String group : groups) {
      tables.row(
          group,
          s -> {
            Calibration c = s.calibration().get(group);
            return c == null
                ? Shown.NOTHING
                : Shown.decimal(c.expectedError(), 4) + " / " + Shown.decimal(c.brier(), 4);
          });
    }
    tables.heading("Confidence of marks: right of all values, by confidence");
    int bins =
        tables
            .asRead()
            .flatMap(s -> s.calibration().values().stream())
            .mapToInt(c -> c.bins().size())
            .findFirst()
            .orElse(0);
    for (int i = 0; i < bins; i++) {
      int bin = i;
      Calibration.Bin first =
          tables
              .asRead()
              .flatMap(s -> s.calibration().values().stream())
              .findFirst()
              .orElseThrow()
              .bins()
              .get(bin);
      tables.row(
          first.from() + "–" + first.to(),
          s -> {
            Calibration c = s.calibration().get(Score.MARKS);
            return c == null
                ? Shown.NOTHING
                : Shown.share(c.bins().get(bin).right(), c.bins().get(bin).values());
          });
    }
  }

  private void time() {
    tables.heading("A person's seconds a form (assumed, see evaluate.md)");
    tables.row("to review", s -> Shown.decimal(s.time().reviewSeconds() / forms(s), 1));
    tables.row(
        "to key pages that were not read",
        s -> Shown.decimal(s.time().keyedSeconds() / forms(s), 1));
    tables.row("lost to wrong values", s -> Shown.decimal(s.time().wrongSeconds() / forms(s), 1));
    tables.row("together", s -> Shown.decimal(s.time().perForm(), 1));
    tables.row("keyed by hand", s -> Shown.decimal(s.time().byHandPerForm(), 1));
  }

  private static double forms(Score score) {
    return Math.max(1, score.time().forms());
  }
}
