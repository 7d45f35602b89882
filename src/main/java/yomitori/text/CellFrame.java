package yomitori.text;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Finds the bits of a cell's frame that a crop of it shows: rules that run along the crop's edges
 * from one side to the other.
 */
final class CellFrame {

  /** Frames lie within this share of the crop from its edges. */
  private static final double REACH = 0.3;

  /** Share of a crop's length that a rule covers at least. */
  private static final double COVERED = 0.85;

  /** The thickest rule, as a share of the crop's other side. */
  private static final double THICKEST = 0.16;

  /** A crop narrower than this share of its height may be one stroke, as of a 1. */
  private static final double NARROWEST = 0.4;

  /** Ink that goes on by more px than this on both sides of a rule is a stroke that crosses it. */
  private static final int CROSSING_PX = 2;

  private CellFrame() {}

  /** All of the crop that its rules take up, but for where writing crosses them. */
  static Ink of(Ink ink) {
    int w = ink.width();
    int h = ink.height();
    Ink out = new Ink(w, h);
    boolean[] rows = rules(h, y -> coveredOfRow(ink, y), w);
    boolean[] columns =
        w < NARROWEST * h ? new boolean[w] : rules(w, x -> coveredOfColumn(ink, x), h);
    for (int x = 0; x < w; x++) {
      int column = x;
      erase(rows, columns[x], y -> ink.at(column, y), y -> out.set(column, y, true));
    }
    for (int y = 0; y < h; y++) {
      int row = y;
      erase(columns, rows[y], x -> ink.at(x, row), x -> out.set(x, row, true));
    }
    return out;
  }

  /** Whether rules close the crop in on three sides at least. */
  static boolean surrounds(Ink ink) {
    int w = ink.width();
    int h = ink.height();
    int rows = ends(rules(h, y -> coveredOfRow(ink, y), w));
    int columns = ends(rules(w, x -> coveredOfColumn(ink, x), h));
    return rows >= 1 && columns >= 1 && rows + columns >= 3;
  }

  /** At how many of the two ends there is a rule. */
  private static int ends(boolean[] rule) {
    int half = rule.length / 2;
    int before = 0;
    int behind = 0;
    for (int i = 0; i < rule.length; i++) {
      if (rule[i] && i < half) {
        before = 1;
      } else if (rule[i]) {
        behind = 1;
      }
    }
    return before + behind;
  }

  /**
   * Erases the rules along one line that goes across them.
   *
   * @param rule which pixels of the line lie in rules
   * @param ofOther whether the line itself lies in a rule: all ink in it is then the frame's
   */
  private static void erase(
      boolean[] rule, boolean ofOther, IntPredicate inked, IntConsumer eraser) {
    for (int from = 0; from < rule.length; from++) {
      if (!rule[from]) {
        continue;
      }
      int to = from;
      while (to < rule.length && rule[to]) {
        to++;
      }
      if (ofOther || !crosses(from, to, inked)) {
        for (int i = from; i < to; i++) {
          eraser.accept(i);
        }
      }
      from = to;
    }
  }

  private static boolean crosses(int from, int to, IntPredicate inked) {
    for (int i = from - CROSSING_PX; i < to + CROSSING_PX; i++) {
      if (!inked.test(i)) {
        return false;
      }
    }
    return true;
  }

  /** Which lines belong to a rule: bands of covered lines near either end that are thin enough. */
  private static boolean[] rules(int lines, IntUnaryOperator covered, int length) {
    boolean[] rule = new boolean[lines];
    int reach = (int) (REACH * lines);
    int thickest = Math.max(3, (int) (THICKEST * lines));
    for (int from = 0; from < lines; from++) {
      if (covered.applyAsInt(from) < COVERED * length) {
        continue;
      }
      int to = from;
      while (to < lines && covered.applyAsInt(to) >= COVERED * length) {
        to++;
      }
      boolean atEdge = to <= reach || from >= lines - reach;
      if (atEdge && to - from <= thickest) {
        for (int i = Math.max(0, from - 1); i < Math.min(lines, to + 1); i++) {
          rule[i] = true;
        }
      }
      from = to;
    }
    return rule;
  }

  /** Columns with ink in a row or in one beside it: a rule may lean. */
  private static int coveredOfRow(Ink ink, int y) {
    int n = 0;
    for (int x = 0; x < ink.width(); x++) {
      if (ink.at(x, y - 1) || ink.at(x, y) || ink.at(x, y + 1)) {
        n++;
      }
    }
    return n;
  }

  private static int coveredOfColumn(Ink ink, int x) {
    int n = 0;
    for (int y = 0; y < ink.height(); y++) {
      if (ink.at(x - 1, y) || ink.at(x, y) || ink.at(x + 1, y)) {
        n++;
      }
    }
    return n;
  }
}
