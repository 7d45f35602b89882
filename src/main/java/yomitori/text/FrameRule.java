package yomitori.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A straight rule that crosses a raster from its left side to its right, perhaps leaning.
 *
 * @param left height of its middle line at column 0, in rows from the top
 * @param lean rows by which it falls from one column to the next
 * @param thickness in rows
 */
record FrameRule(double left, double lean, double thickness) {

  /** Rules lie within this share of the raster from its upper or its lower end. */
  private static final double REACH = 0.33;

  /** Share of a rule's length that is inked at least, where it lies at the raster's very end. */
  private static final double COVERED = 0.85;

  /** By how much that share grows for each raster's height that a rule lies farther in. */
  private static final double FARTHER_IN = 0.45;

  /** A second rule at the same end is surer and farther out: bars of digits look like one. */
  private static final double COVERED_OF_SECOND = 0.97;

  private static final double REACH_OF_SECOND = 0.15;

  /** A rule reaches the sides of the raster: of this share at each side half is inked. */
  private static final double SIDE = 0.05;

  /** A rule may leave the raster through its upper or lower end: it shows this share at least. */
  private static final double SHOWN = 0.6;

  /** The most that a rule falls or rises from side to side, as a share of the raster's width. */
  private static final double MOST_LEAN = 0.08;

  /** The thickest rule, as a share of the raster's height. */
  private static final double THICKEST = 0.13;

  private static final double LEAST_THICKEST_PX = 3;

  /** What a pixel counts whose ink is one row off the line: rules are ragged. */
  private static final double BESIDE = 0.9;

  /** Where writing touches a rule it looks thicker: its thickness is that of its thinner part. */
  private static final double THIN_QUANTILE = 0.4;

  /** Lines of about the same cover are the same rule, which runs in their middle. */
  private static final double SAME_COVER = 0.02;

  /** At each end of the raster there are this many at most: a frame may be doubled. */
  private static final int MOST_AT_AN_END = 2;

  /** The rules that cross a raster near its upper and its lower end. */
  static List<FrameRule> across(Ink ink) {
    List<FrameRule> rules = new ArrayList<>();
    for (boolean upper : new boolean[] {true, false}) {
      Ink left = ink.copy();
      for (int i = 0; i < MOST_AT_AN_END; i++) {
        Optional<FrameRule> rule =
            i == 0
                ? surest(left, upper, REACH, COVERED)
                : surest(left, upper, REACH_OF_SECOND, COVERED_OF_SECOND);
        if (rule.isEmpty()) {
          break;
        }
        rules.add(rule.get());
        rule.get().wipe(left);
      }
    }
    return List.copyOf(rules);
  }

  /** The height of its middle line, in rows from the top, in the middle of a column. */
  double at(int column) {
    return left + lean * column;
  }

  /** The first row of its band in a column; it may lie outside the raster. */
  int top(int column) {
    return (int) Math.round(at(column) - thickness / 2);
  }

  /** The row behind its band in a column. */
  int foot(int column) {
    return top(column) + (int) Math.round(thickness);
  }

  private void wipe(Ink ink) {
    for (int x = 0; x < ink.width(); x++) {
      for (int y = Math.max(0, top(x) - 1); y < Math.min(ink.height(), foot(x) + 1); y++) {
        ink.set(x, y, false);
      }
    }
  }

  /** A line from one side to the other: its heights there, and by how much it is inked enough. */
  private record Line(int left, int right, double surplus) {

    double lean(Ink ink) {
      return (double) (right - left) / (ink.width() - 1);
    }

    double middle() {
      return (left + right) / 2.0;
    }
  }

  private static Optional<FrameRule> surest(Ink ink, boolean upper, double within, double enough) {
    int reach = (int) (within * ink.height());
    int most = Math.max(2, (int) (MOST_LEAN * ink.width()));
    int from = upper ? -most : ink.height() - 1 - reach;
    int to = upper ? reach : ink.height() - 1 + most;
    List<Line> lines = new ArrayList<>();
    double best = 0;
    for (int left = from; left <= to && ink.width() > 1; left++) {
      for (int right = Math.max(from, left - most); right <= Math.min(to, left + most); right++) {
        Line line = inked(ink, left, right, enough);
        if (line.surplus >= Math.max(0, best - SAME_COVER)) {
          best = Math.max(best, line.surplus);
          lines.add(line);
        }
      }
    }
    double least = best - SAME_COVER;
    List<Line> surest = lines.stream().filter(line -> line.surplus >= least).toList();
    return surest.isEmpty() ? Optional.empty() : middle(ink, surest);
  }

  /** A line with its surplus; below 0 where it is no rule. */
  private static Line inked(Ink ink, int left, int right, double enough) {
    Line line = new Line(left, right, -1);
    double covered = covered(ink, left, line.lean(ink));
    double depth = Math.min(line.middle(), ink.height() - 1 - line.middle()) / ink.height();
    boolean rule = covered >= enough && reachesSides(ink, left, line.lean(ink));
    return rule ? new Line(left, right, covered - COVERED - FARTHER_IN * depth) : line;
  }

  /** The line in the middle of equally good ones, if the ink along it is thin enough. */
  private static Optional<FrameRule> middle(Ink ink, List<Line> lines) {
    double thickest = Math.max(LEAST_THICKEST_PX, THICKEST * ink.height());
    Line first = lines.get(0);
    List<Line> near =
        lines.stream().filter(line -> line.middle() - first.middle() <= thickest).toList();
    double left = near.stream().mapToInt(Line::left).average().orElseThrow();
    double right = near.stream().mapToInt(Line::right).average().orElseThrow();
    FrameRule mean = new FrameRule(left, (right - left) / (ink.width() - 1), 1);
    if (covered(ink, mean.left, mean.lean) < COVERED) {
      mean = new FrameRule(first.left, first.lean(ink), 1);
    }
    return Optional.of(mean.measured(ink)).filter(rule -> rule.thickness <= thickest);
  }

  /** The same line moved into the middle of its ink. */
  private FrameRule measured(Ink ink) {
    int[] length = new int[ink.width()];
    double[] off = new double[ink.width()];
    int n = 0;
    for (int x = 0; x < ink.width(); x++) {
      Optional<Run> run = run(ink, x);
      if (run.isPresent()) {
        length[n] = run.get().to - run.get().from;
        off[n] = (run.get().from + run.get().to) / 2.0 - 0.5 - at(x);
        n++;
      }
    }
    int[] ordered = Arrays.copyOf(length, n);
    Arrays.sort(ordered);
    int thick = ordered[(int) (THIN_QUANTILE * (n - 1))];
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < n; i++) {
      if (length[i] <= thick + 1) {
        sum += off[i];
        counted++;
      }
    }
    return new FrameRule(left + 0.5 + sum / counted, lean, thick);
  }

  /**
   * Ink in one column without a gap.
   *
   * @param from its first row
   * @param to the row behind it
   */
  record Run(int from, int to) {}

  /** The ink that the rule meets in a column. */
  Optional<Run> run(Ink ink, int x) {
    int middle = (int) Math.floor(at(x));
    int reach = 1 + (int) (thickness / 2);
    for (int away = 0; away <= reach; away++) {
      for (int y : new int[] {middle - away, middle + away}) {
        if (ink.at(x, y)) {
          int from = y;
          int to = y + 1;
          while (ink.at(x, from - 1)) {
            from--;
          }
          while (ink.at(x, to)) {
            to++;
          }
          return Optional.of(new Run(from, to));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether a line is inked at both sides of the raster, or leaves it through an end before. */
  private static boolean reachesSides(Ink ink, double a, double lean) {
    int wide = Math.max(2, (int) Math.round(SIDE * ink.width()));
    for (int from : new int[] {0, ink.width() - wide}) {
      int missing = 0;
      for (int x = from; x < from + wide; x++) {
        int y = (int) Math.round(a + lean * x);
        boolean inked = ink.at(x, y - 1) || ink.at(x, y) || ink.at(x, y + 1);
        missing += inked || y < 0 || y >= ink.height() ? 0 : 1;
      }
      if (missing > wide / 2) {
        return false;
      }
    }
    return true;
  }

  /** The share of a line that is inked; 0 where too little of it lies in the raster. */
  private static double covered(Ink ink, double a, double lean) {
    int width = ink.width();
    double missing = 0;
    int shown = 0;
    double most = (1 - COVERED) * width;
    for (int x = 0; x < width && missing <= most; x++) {
      int y = (int) Math.round(a + lean * x);
      if (y < 0 || y >= ink.height()) {
        continue;
      }
      shown++;
      if (!ink.at(x, y)) {
        missing += ink.at(x, y - 1) || ink.at(x, y + 1) ? 1 - BESIDE : 1;
      }
    }
    return missing > most || shown < SHOWN * width ? 0 : 1 - missing / shown;
  }
}
