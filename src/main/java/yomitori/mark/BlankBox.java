package yomitori.mark;

import java.util.Optional;
import yomitori.form.CheckBox;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;
import yomitori.register.Blank;
import yomitori.register.RegisteredPage;

/**
 * What a form's blank says of one of its boxes, so that it need not be asked for every page.
 *
 * @param checkBox the box
 * @param rough finds its outline at half of {@link #PX_PER_MM}
 * @param fine finds it at the full density
 * @param zones of such a cut-out
 * @param patch what the mark model sees of the blank
 * @param print of the blank in a cut-out around the box
 * @param words beside the box, where it has any
 */
record BlankBox(
    CheckBox checkBox,
    BoxFinder rough,
    BoxFinder fine,
    BoxZones zones,
    MarkPatch.Side patch,
    BlankPrint print,
    Optional<Words> words) {

  /**
   * @param area the words and the paper around them, in form mm
   * @param print of the blank there
   */
  record Words(RectMm area, BlankPrint print) {}

  /** Density of all rasters. */
  static final double PX_PER_MM = 10;

  /** What is cut out around a box: enough to see a streak pass by it. */
  private static final double MARGIN_MM = 4;

  /** How far from its expected place a box is looked for: what the smooth warp may leave. */
  private static final double SEARCH_MM = 1.4;

  /** The outline: the frame itself with paper on both sides. */
  private static final double BAND_IN_MM = 0.9;

  private static final double BAND_OUT_MM = 0.7;

  /** Correlation given up at the edge of the search for being far from the expected place. */
  private static final double PULL = 0.15;

  /** Below this correlation any place is as good as another, and the expected one is kept. */
  private static final double KEEP_EXPECTED_BELOW = 0.25;

  /** The blank's own ink, anti-aliased edges included. */
  private static final int PRINTED_BELOW = 215;

  static BlankBox of(Blank blank, CheckBox checkBox) {
    GrayImage around = blank.crop(checkBox.box().grow(MARGIN_MM), PX_PER_MM);
    return new BlankBox(
        checkBox,
        finder(blank, checkBox, PX_PER_MM / 2),
        finder(blank, checkBox, PX_PER_MM),
        new BoxZones(checkBox, around.width(), around.height(), PX_PER_MM),
        MarkPatch.Side.of(blank::crop, checkBox, checkBox.box()),
        print(around),
        MarkPatch.wordsOf(checkBox).map(a -> new Words(a, print(blank.crop(a, PX_PER_MM)))));
  }

  private static BlankPrint print(GrayImage crop) {
    return new BlankPrint(InkMask.darkerThan(crop, PRINTED_BELOW), PX_PER_MM);
  }

  private static BoxFinder finder(Blank blank, CheckBox box, double density) {
    RectMm search = searched(box, density);
    return new BoxFinder(
        box,
        blank.crop(box.box().grow(BAND_OUT_MM), density),
        density,
        BAND_IN_MM,
        (int) Math.round(search.w() * density),
        (int) Math.round(search.h() * density));
  }

  private static RectMm searched(CheckBox box, double density) {
    return box.box().grow(BAND_OUT_MM + SEARCH_MM + 2 / density);
  }

  /** Finds the box on a page, first at half the density, and measures there. */
  BoxEvidence on(RegisteredPage page) {
    int radius = (int) Math.round(SEARCH_MM * PX_PER_MM / 2);
    GrayImage half = page.crop(searched(checkBox, PX_PER_MM / 2), PX_PER_MM / 2);
    BoxFinder.Place about = rough.find(half, BoxFinder.Place.EXPECTED, radius, PULL);
    GrayImage full = page.crop(searched(checkBox, PX_PER_MM), PX_PER_MM);
    BoxFinder.Place place = fine.find(full, about.doubled(), 1, 0);
    RectMm expected = checkBox.box();
    RectMm found =
        place.score() < KEEP_EXPECTED_BELOW
            ? expected
            : expected.shift(place.dx() / PX_PER_MM, place.dy() / PX_PER_MM);
    GrayImage cut = page.crop(found.grow(MARGIN_MM), PX_PER_MM);
    return BoxEvidence.of(this, place.score(), found, cut, print.on(page.page().resolution()));
  }
}
