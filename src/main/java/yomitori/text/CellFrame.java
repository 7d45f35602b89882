package yomitori.text;

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

  private CellFrame() {}

  /** All of the crop that its rules take up. */
  static Ink of(Ink ink) {
    int w = ink.width();
    int h = ink.height();
    Ink out = new Ink(w, h);
    boolean[] rows = rules(h, y -> coveredOfRow(ink, y), w);
    for (int y = 0; y < h; y++) {
      for (int x = 0; rows[y] && x < w; x++) {
        out.set(x, y, true);
      }
    }
    if (w < NARROWEST * h) {
      return out;
    }
    boolean[] columns = rules(w, x -> coveredOfColumn(ink, x), h);
    for (int x = 0; x < w; x++) {
      for (int y = 0; columns[x] && y < h; y++) {
        out.set(x, y, true);
      }
    }
    return out;
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
