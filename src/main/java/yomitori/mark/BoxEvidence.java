package yomitori.mark;

import java.util.ArrayList;
import java.util.List;
import yomitori.form.CheckBox;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.register.RegisteredPage;

/**
 * One box cut out of a page at the place where its outline was found.
 *
 * @param blank what the form prints there
 * @param outline correlation of the outline, -1 to 1
 * @param found where the box was found, in form mm
 * @param cut the page around it
 * @param printed where the blank's ink may show
 * @param paperInk share of ink on paper that should be bare, specks and all
 */
record BoxEvidence(
    BlankBox blank, double outline, RectMm found, GrayImage cut, InkMask printed, double paperInk) {

  /** A grey value of the resampled page below this is ink. */
  private static final int INK_BELOW = 128;

  /** Connected ink smaller than this is dirt, in mm². */
  private static final double SPECK_MM2 = 0.06;

  /** A streak covers at least this share of its line through the whole cut-out. */
  private static final double STREAK_SHARE = 0.8;

  /** What is broader is no streak that a box could be read through but a band over it. */
  private static final double STREAK_MOST_MM = 2;

  /** Where less of the outline correlates, something may hide the box and what stood in it. */
  private static final double OUTLINE_SEEN = 0.45;

  /** Smoothing of noisy pages: a speck of a fax vanishes, a pen's stroke stays. */
  private static final int SMOOTHING_PX = 2;

  /** The middle of a frame's line, from the box's outer edge. */
  private static final double FRAME_MIDDLE_MM = 0.17;

  /** How far from there a frame's line may show. */
  private static final double FRAME_REACH_MM = 0.45;

  private static final int SIDE_SAMPLES = 20;

  /** A side of which the blank prints less than this tells nothing. */
  private static final int LEAST_SIDE_SAMPLES = 4;

  /** A row of the inside this full of ink belongs to a frame that grew, or to a filled box. */
  private static final double FULL_ROW = 0.8;

  /** A frame grows by no more of the inside than this; a filled box is full all over. */
  private static final double MOST_GROWTH = 0.5;

  static BoxEvidence of(
      BlankBox blank, double outline, RectMm found, GrayImage cut, InkMask printed) {
    double paperInk = InkMask.darkerThan(cut, INK_BELOW).shareOf(blank.zones().paper, printed);
    return new BoxEvidence(blank, outline, found, cut, printed, paperInk);
  }

  CheckBox checkBox() {
    return blank.checkBox();
  }

  /** The same box on smoother paper. */
  BoxEvidence smoothed() {
    return of(
        blank,
        outline,
        found,
        BoxBlur.blur(cut, SMOOTHING_PX),
        printed.dilate(SMOOTHING_PX / 2, SMOOTHING_PX / 2));
  }

  /** Share of ink, print and all, along the outline. */
  double frameInk() {
    int dark = 0;
    for (int i : blank.zones().frame) {
      dark += isInk(cut.pixels()[i]) ? 1 : 0;
    }
    return (double) dark / blank.zones().frame.length;
  }

  /**
   * Whether nothing at all, not even a shade, shows that the blank does not print: in the box, and
   * where words beside it could be circled or ticked, around both. Tells something of pages in
   * greys only; on others a faint stroke may have been left out.
   */
  boolean isBare(RegisteredPage page) {
    boolean hasWords = checkBox().labelArea().isPresent();
    int[] zone = hasWords ? blank.zones().all : blank.zones().withFrame;
    return outline >= OUTLINE_SEEN
        && BarePaper.of(cut, printed).isBare(zone)
        && blank.words().map(words -> wordsAreBare(page, words)).orElse(true);
  }

  private boolean wordsAreBare(RegisteredPage page, BlankBox.Words words) {
    RectMm expected = checkBox().box();
    RectMm area = words.area().shift(found.x() - expected.x(), found.y() - expected.y());
    InkMask print = words.print().on(page.page().resolution());
    return BarePaper.of(page.crop(area, BlankBox.PX_PER_MM), print).wordsAreBare();
  }

  private static boolean isInk(byte grey) {
    return (grey & 0xff) < INK_BELOW;
  }

  /**
   * What was measured of the box, as the whole page explains it.
   *
   * @param noise share of ink on bare paper around here
   * @param usualFrame {@link #frameInk} of most boxes of the page
   * @param markLogOdds what the mark model says
   */
  MarkReading reading(RegisteredPage page, double noise, double usualFrame, double markLogOdds) {
    InkMask ink = unexplained(page);
    return new MarkReading(
        checkBox(),
        found,
        above(noise, ink.shareOf(blank.zones().inside, printed)),
        above(noise, ink.shareOf(blank.zones().beside, printed)),
        frameInk() - usualFrame,
        Math.max(0, Math.min(outline, weakestSide())),
        page.fitNear(checkBox().box()),
        frameGrew(page, ink) ? 1 : page.damagedShare(found),
        markLogOdds);
  }

  private static double above(double noise, double share) {
    return noise >= 1 ? 0 : Math.max(0, (share - noise) / (1 - noise));
  }

  /** The ink around the box that the blank does not explain, without specks and streaks. */
  private InkMask unexplained(RegisteredPage page) {
    InkMask ink = InkMask.darkerThan(cut, INK_BELOW);
    ink.subtract(printed);
    Affine toForm = page.transform().affine().inverse();
    boolean vertical = Math.abs(toForm.yy()) >= Math.abs(toForm.xy());
    double slope = vertical ? toForm.xy() / toForm.yy() : toForm.yy() / toForm.xy();
    ink.removeStreaks(
        printed, slope, vertical, STREAK_SHARE, (int) (STREAK_MOST_MM * BlankBox.PX_PER_MM));
    ink.removeSpecks((int) Math.round(SPECK_MM2 * BlankBox.PX_PER_MM * BlankBox.PX_PER_MM));
    return ink;
  }

  /**
   * Of the outline's four sides, the share that the one seen least shows, 0 to 1. Only what the
   * blank prints there is looked for: a circle only touches its sides, brackets are open.
   */
  private double weakestSide() {
    RectMm box = checkBox().box();
    double middle = FRAME_MIDDLE_MM * BlankBox.PX_PER_MM;
    double left = (cut.width() - box.w() * BlankBox.PX_PER_MM) / 2 + middle;
    double top = (cut.height() - box.h() * BlankBox.PX_PER_MM) / 2 + middle;
    double right = cut.width() - left;
    double bottom = cut.height() - top;
    double weakest = side(left, top, right, top);
    weakest = Math.min(weakest, side(left, bottom, right, bottom));
    weakest = Math.min(weakest, side(left, top, left, bottom));
    return Math.min(weakest, side(right, top, right, bottom));
  }

  /** Of a straight side's print, corners left out, the share with ink on it or close beside it. */
  private double side(double x0, double y0, double x1, double y1) {
    int expected = 0;
    int seen = 0;
    int reach = (int) Math.round(FRAME_REACH_MM * BlankBox.PX_PER_MM);
    for (int k = 0; k < SIDE_SAMPLES; k++) {
      double f = 0.12 + 0.76 * k / (SIDE_SAMPLES - 1);
      int x = (int) (x0 + f * (x1 - x0));
      int y = (int) (y0 + f * (y1 - y0));
      int dx = x0 == x1 ? 1 : 0;
      int dy = 1 - dx;
      boolean print = false;
      boolean ink = false;
      for (int d = -reach; d <= reach; d++) {
        int at = (y + d * dy) * cut.width() + x + d * dx;
        print |= printed.ink[at];
        ink |= isInk(cut.pixels()[at]);
      }
      expected += print ? 1 : 0;
      seen += print && ink ? 1 : 0;
    }
    return expected < LEAST_SIDE_SAMPLES ? 1 : (double) seen / expected;
  }

  /**
   * Whether rows of the frame stand where the inside should be: a receiver that repeats the row
   * above for a lost one, and says how many but not which, makes an empty box look part filled
   * ({@code docs/modem.md}).
   */
  private boolean frameGrew(RegisteredPage page, InkMask ink) {
    if (!page.page().damage().any(page.page().image().height())) {
      return false;
    }
    int[] all = new int[cut.height()];
    int[] dark = new int[cut.height()];
    for (int i : blank.zones().inside) {
      if (!printed.ink[i]) {
        all[i / cut.width()]++;
        dark[i / cut.width()] += ink.ink[i] ? 1 : 0;
      }
    }
    List<Boolean> full = new ArrayList<>();
    for (int y = 0; y < all.length; y++) {
      if (all[y] > 0) {
        full.add(dark[y] >= FULL_ROW * all[y]);
      }
    }
    int fromTop = full.contains(false) ? full.indexOf(false) : full.size();
    int fromFoot = full.size() - 1 - Math.max(full.lastIndexOf(false), -1);
    int grown = fromTop + fromFoot;
    return grown > 0 && grown <= MOST_GROWTH * full.size();
  }
}
