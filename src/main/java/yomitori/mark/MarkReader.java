package yomitori.mark;

import java.util.List;
import yomitori.form.CheckBox;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.geometry.Resolution;
import yomitori.register.RegisteredPage;

/**
 * Measures every checkbox of a registered page: first its place by its printed outline, then the
 * ink there that the blank does not explain. Stateless and thread-safe.
 */
public final class MarkReader {

  private static final double PX_PER_MM = 10;

  /** What is cut out around a box: enough to see a streak pass by it. */
  private static final double MARGIN_MM = 4;

  /** How far from its expected place a box is looked for: what the smooth warp may leave. */
  private static final double SEARCH_MM = 1.4;

  /** The outline: the frame itself with paper on both sides. */
  private static final double BAND_IN_MM = 0.9;

  private static final double BAND_OUT_MM = 0.7;

  /** Correlation given up at the edge of the search for being far from the expected place. */
  private static final double PULL = 0.15;

  /** Below this correlation no outline was found, and the expected place is kept. */
  private static final double LEAST_OUTLINE = 0.25;

  /** A grey value of the resampled page below this is ink. */
  private static final int INK_BELOW = 128;

  /** The blank's own ink, anti-aliased edges included. */
  private static final int PRINTED_BELOW = 215;

  /** How far printing spreads on a fax besides the size of its pixels. */
  private static final double SPREAD_MM = 0.14;

  /** Printing may also lie this many of the page's own pixels away from where it should. */
  private static final double SPREAD_PX = 0.6;

  /** Connected ink smaller than this is dirt, in mm². */
  private static final double SPECK_MM2 = 0.06;

  /** A streak covers at least this share of its line through the whole cut-out. */
  private static final double STREAK_SHARE = 0.8;

  /** Width of the margin around a box in which writing beside it is measured. */
  private static final double NEARBY_MM = 2.0;

  /** One reading for each of {@code page.form().checkBoxes()}, in that order. */
  public List<MarkReading> read(RegisteredPage page) {
    return page.form().checkBoxes().stream().map(box -> read(page, box)).toList();
  }

  private static MarkReading read(RegisteredPage page, CheckBox checkBox) {
    RectMm expected = checkBox.box();
    BoxFinder.Place place = find(page, expected);
    boolean seen = place.score() >= LEAST_OUTLINE;
    RectMm found = seen ? expected.shift(place.dx() / PX_PER_MM, place.dy() / PX_PER_MM) : expected;
    InkMask printed = printed(page, expected);
    InkMask ink = unexplained(page, found, printed);
    return new MarkReading(
        checkBox,
        found,
        share(ink, printed, expected, Double.NEGATIVE_INFINITY, 0),
        share(ink, printed, expected, 0, NEARBY_MM),
        Math.max(0, place.score()),
        page.damagedShare(found));
  }

  /** The box's place in px of {@link #PX_PER_MM}, found at half that density and then refined. */
  private static BoxFinder.Place find(RegisteredPage page, RectMm box) {
    int radius = (int) Math.round(SEARCH_MM * PX_PER_MM / 2);
    BoxFinder.Place rough = find(page, box, PX_PER_MM / 2, BoxFinder.Place.EXPECTED, radius, PULL);
    return find(page, box, PX_PER_MM, rough.doubled(), 1, 0);
  }

  private static BoxFinder.Place find(
      RegisteredPage page,
      RectMm box,
      double density,
      BoxFinder.Place about,
      int radius,
      double pull) {
    RectMm outline = box.grow(BAND_OUT_MM);
    GrayImage blank = page.blankCrop(outline, density);
    GrayImage around = page.crop(outline.grow(SEARCH_MM + 2 / density), density);
    return new BoxFinder(
            blank,
            box.w() * density / 2,
            box.h() * density / 2,
            (int) Math.round(BAND_IN_MM * density),
            (int) Math.round(BAND_OUT_MM * density))
        .find(around, blank, about, radius, pull);
  }

  /** The ink around a box that the blank does not explain, without specks and streaks. */
  private static InkMask unexplained(RegisteredPage page, RectMm found, InkMask printed) {
    InkMask ink = InkMask.darkerThan(page.crop(found.grow(MARGIN_MM), PX_PER_MM), INK_BELOW);
    ink.subtract(printed);
    Affine toForm = page.transform().affine().inverse();
    boolean vertical = Math.abs(toForm.yy()) >= Math.abs(toForm.xy());
    double slope = vertical ? toForm.xy() / toForm.yy() : toForm.yy() / toForm.xy();
    ink.removeStreaks(slope, vertical, STREAK_SHARE);
    ink.removeSpecks((int) Math.round(SPECK_MM2 * PX_PER_MM * PX_PER_MM));
    return ink;
  }

  /** Where the blank's printing may show up around a box. */
  private static InkMask printed(RegisteredPage page, RectMm expected) {
    Resolution r = page.page().resolution();
    GrayImage blank = page.blankCrop(expected.grow(MARGIN_MM), PX_PER_MM);
    return InkMask.darkerThan(blank, PRINTED_BELOW)
        .dilate(px(SPREAD_MM + SPREAD_PX / r.pxPerMmX()), px(SPREAD_MM + SPREAD_PX / r.pxPerMmY()));
  }

  /**
   * Share of ink among the pixels without printing whose distance from the box's outer edge, in mm
   * and negative inside the box, lies above {@code from} and not above {@code to}.
   */
  private static double share(InkMask ink, InkMask printed, RectMm box, double from, double to) {
    int all = 0;
    int dark = 0;
    for (int y = 0; y < ink.height; y++) {
      for (int x = 0; x < ink.width; x++) {
        double dx = Math.abs(x + 0.5 - ink.width / 2.0) / PX_PER_MM - box.w() / 2;
        double dy = Math.abs(y + 0.5 - ink.height / 2.0) / PX_PER_MM - box.h() / 2;
        double outside = Math.max(dx, dy);
        if (outside > to || outside <= from || printed.at(x, y)) {
          continue;
        }
        all++;
        dark += ink.at(x, y) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) dark / all;
  }

  private static int px(double mm) {
    return (int) Math.round(mm * PX_PER_MM);
  }
}
