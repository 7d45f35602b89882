package yomitori.simulate.line;

import java.util.Arrays;
import yomitori.geometry.GrayImage;
import yomitori.simulate.chance.Chance;
import yomitori.simulate.hand.Sheet;
import yomitori.simulate.line.FileLayout.ResolutionTags;
import yomitori.simulate.tiff.FaxTiff.BadRowTags;
import yomitori.simulate.tiff.FaxTiff.Layout;
import yomitori.simulate.tiff.FaxTiff.TiffPage;

/** Sends a filled-in sheet down a line. */
public final class FaxLine {

  private final LinePlan plan;
  private final Chance chance;
  private final FaxGrid grid;
  private final PaperPath path;
  private final double widthMm;
  private final double heightMm;

  private FaxLine(Sheet sheet, LinePlan plan, Chance chance) {
    this.plan = plan;
    this.chance = chance;
    this.widthMm = sheet.image().width() / sheet.pxPerMm();
    this.heightMm = sheet.image().height() / sheet.pxPerMm();
    this.grid = plan.part(FaxGrid.class).wideEnoughFor(acrossMm());
    this.path = new PaperPath(widthMm, heightMm, plan);
  }

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
    FaxLine line = new FaxLine(sheet, plan, chance);
    line.wear(sheet);
    return line.call(line.scan(sheet));
  }

  private double acrossMm() {
    return plan.part(PaperTurn.class).sideways() ? heightMm : widthMm;
  }

  private double alongMm() {
    return plan.part(PaperTurn.class).sideways() ? widthMm : heightMm;
  }

  private Chance noise(String name) {
    return chance.stream(name + " noise");
  }

  /** What happens to the paper, up to the copier. */
  private void wear(Sheet sheet) {
    GrayImage paper = sheet.image();
    plan.part(Crease.class).apply(paper, sheet.pxPerMm(), noise("crease"));
    plan.part(Stains.class).apply(paper, sheet.pxPerMm(), noise("stain"));
    plan.part(Holes.class).apply(sheet, noise("hole"));
    plan.part(Dirt.class).apply(sheet, noise("dirt"));
    plan.part(Photocopy.class).apply(paper, sheet.pxPerMm(), noise("photocopy"));
  }

  /** From paper to black and white, with the header line. */
  private GrayImage scan(Sheet sheet) {
    double linesPerMm = grid.linesPerMm();
    double factor =
        Math.max(1, plan.part(ScanScale.class).y())
            * plan.part(Reduction.class).factor()
            * plan.part(ReceiverShrink.class).height();
    int rows = (int) Math.round(alongMm() * factor * linesPerMm);
    GrayImage page =
        plan.part(Aperture.class).scan(sheet.image(), sheet.pxPerMm(), path, grid.widthPx(), rows);
    plan.part(GreyPaper.class).apply(page, path, widthMm, heightMm);
    plan.part(UnevenLight.class).apply(page);
    plan.part(Streaks.class).apply(page, grid.pxPerMmX(), linesPerMm, noise("streak"));
    int background = plan.part(GreyPaper.class).background();
    plan.part(Threshold.class).apply(page, background, noise("threshold"));
    plan.part(Specks.class).apply(page, noise("speck"));
    plan.part(LostMargins.class).apply(page, grid.pxPerMmX(), linesPerMm);
    return plan.part(HeaderLine.class).apply(page, grid.pxPerMmX(), linesPerMm);
  }

  /** The call, and what the receiver makes of it. */
  private ReceivedPage call(GrayImage sent) {
    LostRows lostRows = plan.part(LostRows.class);
    LostRows.Row[] fates = lostRows.rows(sent.height(), noise("row"));
    GrayImage arrived = lostRows.apply(sent, fates, chance.stream("garbling"));
    GrayImage kept = plan.part(CutEnd.class).apply(arrived);
    double linesPerMm = grid.linesPerMm();
    GrayImage page = plan.part(ReceiverLine.class).apply(kept, grid.pxPerMmX(), linesPerMm);
    HeaderLine header = plan.part(HeaderLine.class);
    Placement placement =
        new Placement(
            plan.part(Crease.class),
            heightMm,
            path,
            header.rowsAbove(linesPerMm),
            keptBefore(fates),
            window(sent.height(), arrived.height(), kept.height()));
    return new ReceivedPage(written(page, fates), placement);
  }

  private Placement.Window window(int sentRows, int arrivedRows, int keptRows) {
    double linesPerMm = grid.linesPerMm();
    LostMargins margins = plan.part(LostMargins.class);
    HeaderLine header = plan.part(HeaderLine.class);
    ReceiverLine stamp = plan.part(ReceiverLine.class);
    int top = header.rowsAbove(linesPerMm) + (int) (margins.topMm() * linesPerMm);
    int foot = arrivedRows - (int) (margins.bottomMm() * linesPerMm);
    return new Placement.Window(
        (int) (margins.leftMm() * grid.pxPerMmX()),
        Math.max(top, Math.max(header.rowsHidden(linesPerMm), stamp.rowsHiddenAtTop(linesPerMm))),
        grid.widthPx() - (int) (margins.rightMm() * grid.pxPerMmX()),
        Math.min(foot, Math.min(sentRows, keptRows) - stamp.rowsHiddenAtFoot(linesPerMm)));
  }

  private TiffPage written(GrayImage page, LostRows.Row[] fates) {
    Wire wire = plan.part(Wire.class);
    FileLayout layout = plan.part(FileLayout.class);
    return new TiffPage(
        page,
        layout.tags(grid.tags()),
        wire.coding(),
        wire.alignEol(),
        wire.lsbFirst(),
        new Layout(
            layout.rowsPerStrip(),
            layout.bigEndian(),
            layout.resolution() != ResolutionTags.MISSING,
            badRows(layout, fates)),
        coded -> plan.part(HitBytes.class).apply(coded, chance.stream("hit bytes")));
  }

  /**
   * What the receiver says of bad rows: it knows of those that it filled in or left as they were.
   * Pages coded after T.6 come with error correction, and nothing is said of them.
   */
  private BadRowTags badRows(FileLayout layout, LostRows.Row[] fates) {
    int count = (int) Arrays.stream(fates).filter(FaxLine::counted).count();
    boolean told =
        switch (layout.badRows()) {
          case ALWAYS -> true;
          case WHERE_ANY -> count > 0;
          case NEVER -> false;
        };
    if (!told || !plan.part(Wire.class).t4()) {
      return BadRowTags.NONE;
    }
    boolean remain = plan.part(LostRows.class).kind() == LostRows.Kind.GARBLED;
    return new BadRowTags(true, count, longestRun(fates), remain);
  }

  private static boolean counted(LostRows.Row fate) {
    return fate == LostRows.Row.REPEATED || fate == LostRows.Row.NOISE;
  }

  private static int[] keptBefore(LostRows.Row[] fates) {
    int[] kept = new int[fates.length];
    int count = 0;
    for (int y = 0; y < fates.length; y++) {
      kept[y] = count;
      count += fates[y] == LostRows.Row.GONE ? 0 : 1;
    }
    return kept;
  }

  private static int longestRun(LostRows.Row[] fates) {
    int longest = 0;
    int run = 0;
    for (LostRows.Row fate : fates) {
      run = counted(fate) ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
