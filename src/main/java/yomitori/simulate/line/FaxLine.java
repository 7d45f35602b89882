package yomitori.simulate.line;

import yomitori.geometry.GrayImage;
import yomitori.geometry.RectPx;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/** Sends a filled-in sheet down a line. */
public final class FaxLine {

  private FaxLine() {}

  /**
   * A page as received.
   *
   * @param page the page, to be written
   * @param placement where the sheet's points went
   */
  public record ReceivedPage(TiffPage page, Placement placement) {}

  /**
   * Scans, sends and receives.
   *
   * @param sheet the filled-in sheet; spoilt by it
   * @param plan what happens
   * @param chance where noise comes from
   */
  public static ReceivedPage send(Sheet sheet, LinePlan plan, Chance chance) {
    GrayImage paper = sheet.image();
    double pxPerMm = sheet.pxPerMm();
    plan.dirt().apply(sheet, chance.stream("dirt noise"));
    plan.photocopy().apply(paper, pxPerMm, chance.stream("photocopy noise"));

    double widthMm = paper.width() / pxPerMm;
    double heightMm = paper.height() / pxPerMm;
    FaxGrid grid = plan.grid();
    PaperPath path =
        new PaperPath(
            widthMm,
            heightMm,
            plan.turn(),
            plan.skew(),
            plan.scale(),
            plan.offset(),
            plan.feed(),
            plan.shrink(),
            grid);
    double lengthMm = plan.turn().sideways() ? widthMm : heightMm;
    double linesPerMm = grid.linesPerMm();
    int rows =
        (int)
            Math.round(
                lengthMm * Math.max(1, plan.scale().y()) * plan.shrink().factor() * linesPerMm);
    GrayImage page = plan.aperture().scan(paper, pxPerMm, path, grid.widthPx(), rows);
    plan.streaks().apply(page, grid.pxPerMmX(), chance.stream("streak noise"));
    plan.threshold().apply(page, chance.stream("threshold noise"));
    plan.specks().apply(page, chance.stream("speck noise"));
    RectPx seen = plan.margins().seen(page.width(), rows, grid.pxPerMmX(), linesPerMm);
    plan.margins().apply(page, grid.pxPerMmX(), linesPerMm);
    page = plan.header().apply(page, grid.pxPerMmX(), linesPerMm);

    boolean[] hits = plan.lostRows().hits(page.height(), chance.stream("row noise"));
    int[] keptBefore = keptBefore(hits, plan.lostRows().kind() == LostRows.Kind.DROPPED);
    page = plan.lostRows().apply(page, hits, chance.stream("garbling"));
    page = plan.cutEnd().apply(page);
    boolean reported = plan.lostRows().kind() == LostRows.Kind.REPEATED;
    return new ReceivedPage(
        new TiffPage(
            page,
            grid.tags(),
            plan.wire().coding(),
            plan.wire().alignEol(),
            plan.wire().lsbFirst(),
            reported ? count(hits) : 0,
            reported ? longestRun(hits) : 0,
            coded -> plan.hitBytes().apply(coded, chance.stream("hit bytes"))),
        new Placement(path, plan.header().rowsAbove(linesPerMm), keptBefore, seen, page.height()));
  }

  private static int[] keptBefore(boolean[] hits, boolean dropped) {
    int[] kept = new int[hits.length];
    int count = 0;
    for (int y = 0; y < hits.length; y++) {
      kept[y] = count;
      count += dropped && hits[y] ? 0 : 1;
    }
    return kept;
  }

  private static int count(boolean[] hits) {
    int count = 0;
    for (boolean hit : hits) {
      count += hit ? 1 : 0;
    }
    return count;
  }

  private static int longestRun(boolean[] hits) {
    int longest = 0;
    int run = 0;
    for (boolean hit : hits) {
      run = hit ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
