package yomitori.text;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the bits of a cell's frame that a crop of it shows: rules that run along the crop's edges
 * from one side to the other.
 */
final class CellFrame {

  /** A crop narrower than this share of its height may be one stroke, as of a 1. */
  private static final double NARROWEST = 0.4;

  /** Ink that goes on by more px than this on both sides of a rule is a stroke that crosses it. */
  private static final int CROSSING_PX = 1;

  /** Ink that stands out of a rule by less than this share of its thickness is its raggedness. */
  private static final double RAGGED = 0.25;

  /**
   * Pieces not higher than this, or than the rule that they lie along, are what is left of it. A
   * row of a standard fax is that high.
   */
  private static final int SLIVER_PX = 3;

  private CellFrame() {}

  /** All of the crop that its rules take up, but for where writing crosses them. */
  static Ink of(Ink ink) {
    Ink turned = turned(ink);
    List<FrameRule> rows = FrameRule.across(ink);
    List<FrameRule> columns =
        ink.width() < NARROWEST * ink.height() ? List.of() : FrameRule.across(turned);
    Ink all = all(ink, turned, rows, columns);
    if (rows.size() + columns.size() != 1) {
      return all;
    }
    Ink rest = ink.copy();
    rest.remove(all);
    boolean bar = rows.isEmpty() ? isBar(columns.get(0), turned(rest)) : isBar(rows.get(0), rest);
    return bar ? new Ink(ink.width(), ink.height()) : all;
  }

  private static Ink all(Ink ink, Ink turned, List<FrameRule> rows, List<FrameRule> columns) {
    Ink ofRows = erased(ink, rows, columns);
    Ink ofColumns = turned(erased(turned, columns, rows));
    Ink all = new Ink(ink.width(), ink.height());
    for (int y = 0; y < ink.height(); y++) {
      for (int x = 0; x < ink.width(); x++) {
        all.set(x, y, ofRows.at(x, y) || ofColumns.at(x, y));
      }
    }
    return all;
  }

  /**
   * Whether the only rule is the bar of a digit in a crop cut closely round it: the rest of such a
   * digit goes on to the other end.
   */
  private static boolean isBar(FrameRule rule, Ink rest) {
    boolean upper = rule.at(rest.width() / 2) < rest.height() / 2.0;
    return rest.blobs().stream()
        .max(Comparator.comparingInt(Ink.Blob::area))
        .map(blob -> upper ? blob.y1() == rest.height() : blob.y0() == 0)
        .orElse(false);
  }

  /** Whether rules close the crop in on three sides at least. */
  static boolean surrounds(Ink ink) {
    int rows = ends(ink);
    int columns = ends(turned(ink));
    return rows >= 1 && columns >= 1 && rows + columns >= 3;
  }

  /** At how many of the upper and the lower end there is a rule. */
  private static int ends(Ink ink) {
    return (int)
        FrameRule.across(ink).stream()
            .map(rule -> rule.at(ink.width() / 2) < ink.height() / 2.0)
            .distinct()
            .count();
  }

  /**
   * What the rules across a raster take up of it, and what is left of them or lies beyond.
   *
   * @param others the rules down the raster, as they cross it when it is turned
   */
  private static Ink erased(Ink ink, List<FrameRule> rules, List<FrameRule> others) {
    Ink out = new Ink(ink.width(), ink.height());
    for (FrameRule rule : rules) {
      for (int x = 0; x < ink.width(); x++) {
        erase(ink, rule, x, others, out);
      }
    }
    Ink kept = ink.copy();
    kept.remove(out);
    for (Ink.Blob blob : rules.isEmpty() ? List.<Ink.Blob>of() : kept.blobs()) {
      if (rules.stream().anyMatch(rule -> isSliver(blob, rule))) {
        for (int p : blob.pixels()) {
          out.set(p % ink.width(), p / ink.width(), true);
        }
      }
    }
    return out;
  }

  private static void erase(Ink ink, FrameRule rule, int x, List<FrameRule> others, Ink out) {
    Optional<FrameRule.Run> met = rule.run(ink, x);
    if (met.isEmpty()) {
      return;
    }
    FrameRule.Run run = met.get();
    int top = rule.top(x);
    int foot = rule.foot(x);
    int y = Math.max(0, Math.min(ink.height() - 1, (top + foot) / 2));
    double ragged = Math.max(CROSSING_PX, RAGGED * rule.thickness());
    boolean above = top - run.from() > ragged;
    boolean below = run.to() - foot > ragged;
    boolean atCorner = others.stream().anyMatch(o -> x >= o.top(y) - 1 && x <= o.foot(y));
    if (above && below && !atCorner) {
      return;
    }
    int from = above ? Math.max(top, run.from()) : run.from();
    int to = below ? Math.min(foot, run.to()) : run.to();
    for (int row = from; row < to; row++) {
      out.set(x, row, true);
    }
  }

  private static boolean isSliver(Ink.Blob blob, FrameRule rule) {
    int thick = (int) Math.max(SLIVER_PX, rule.thickness());
    int x = (blob.x0() + blob.x1()) / 2;
    return blob.height() <= thick
        && blob.y0() >= rule.top(x) - thick - 1
        && blob.y1() <= rule.foot(x) + thick + 1;
  }

  /** The same ink with its columns made rows. */
  private static Ink turned(Ink ink) {
    int across = ink.height();
    int down = ink.width();
    Ink out = new Ink(across, down);
    for (int y = 0; y < down; y++) {
      for (int x = 0; x < across; x++) {
        out.set(x, y, ink.at(y, x));
      }
    }
    return out;
  }
}
