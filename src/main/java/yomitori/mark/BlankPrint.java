package yomitori.mark;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import yomitori.geometry.Resolution;

/**
 * What a blank prints in a piece of it, and where that may show on a page: further off, the coarser
 * the page's pixels are. Thread-safe.
 */
final class BlankPrint {

  /** How far printing spreads on a fax besides the size of its pixels. */
  private static final double SPREAD_MM = 0.14;

  /** Printing may also lie this many of the page's own pixels away from where it should. */
  private static final double SPREAD_PX = 0.6;

  private final InkMask ink;
  private final double pxPerMm;
  private final Map<Spread, InkMask> grown = new ConcurrentHashMap<>();

  /**
   * @param ink of the blank alone
   * @param pxPerMm its density
   */
  BlankPrint(InkMask ink, double pxPerMm) {
    this.ink = ink;
    this.pxPerMm = pxPerMm;
  }

  /** How far printing may lie from where the blank has it, in px. */
  private record Spread(int x, int y) {}

  /** Where it may show on pages of a resolution; shared, not to be changed. */
  InkMask on(Resolution page) {
    Spread spread =
        new Spread(
            (int) Math.round((SPREAD_MM + SPREAD_PX / page.pxPerMmX()) * pxPerMm),
            (int) Math.round((SPREAD_MM + SPREAD_PX / page.pxPerMmY()) * pxPerMm));
    return grown.computeIfAbsent(spread, s -> ink.dilate(s.x, s.y));
  }
}
