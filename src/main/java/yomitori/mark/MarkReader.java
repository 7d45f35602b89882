package yomitori.mark;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import yomitori.form.CheckBox;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
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

  /** Below this correlation any place is as good as another, and the expected one is kept. */
  private static final double KEEP_EXPECTED_BELOW = 0.25;

  /** A grey value of the resampled page below this is ink. */
  private static final int INK_BELOW = 128;

  /**
   * A box whose paper is darker by this many greys than that of the page's other boxes is filled
   * with something too light to be ink, such as a hard pencil on a page that came in greys. Of
   * 2,760 answers on 60 scanned answer sheets, 26 were lost without it, 1 with it.
   */
  private static final double LEAST_SHADE = 12;

  /** Taken for empty boxes where fewer than this share of a page's boxes are marked. */
  private static final double EMPTY_QUANTILE = 0.3;

  /** What a shaded box counts as filled at least: a person is to look, whatever ink there is. */
  private static final double SHADED_FILL = 0.05;

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

  /** Above this share of specks on bare paper, pages are smoothed before ink is looked for. */
  private static final double NOISY = 0.03;

  /** What is darker than this is no paper with noise on it but a black band or patch. */
  private static final double NOT_PAPER = 0.5;

  /** Smoothing of noisy pages: a speck of a fax vanishes, a pen's stroke stays. */
  private static final int SMOOTHING_PX = 2;

  /** Boxes as near as this share one estimate of the paper's noise. */
  private static final double REGION_MM = 40;

  /** The frame and what a ring drawn along it covers, from the box's outer edge. */
  private static final double FRAME_IN_MM = 0.5;

  private static final double FRAME_OUT_MM = 0.8;

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

  /** One reading for each of {@code page.form().checkBoxes()}, in that order. */
  public List<MarkReading> read(RegisteredPage page) {
    List<BoxEvidence> boxes =
        page.form().checkBoxes().stream().map(box -> evidence(page, box)).toList();
    List<BoxEvidence> cleaned =
        boxes.stream().map(b -> noise(b, boxes) > NOISY ? b.smoothed() : b).toList();
    double usualFrame = quantile(0.5, cleaned.stream().mapToDouble(BoxEvidence::frameInk));
    double usualShade = quantile(EMPTY_QUANTILE, cleaned.stream().mapToDouble(BoxEvidence::shade));
    return cleaned.stream()
        .map(b -> b.reading(page, noise(b, cleaned), usualFrame, usualShade))
        .toList();
  }

  /**
   * The share of ink on bare paper around a box, judged by all boxes near it: the lower quartile,
   * so that writing, or a black band over half of them, does not pass for noise.
   */
  private static double noise(BoxEvidence box, List<BoxEvidence> all) {
    PointMm at = box.checkBox.box().centre();
    return quantile(
        0.25,
        all.stream()
            .filter(
                other -> {
                  PointMm p = other.checkBox.box().centre();
                  return Math.hypot(p.x() - at.x(), p.y() - at.y()) <= REGION_MM;
                })
            .mapToDouble(BoxEvidence::paperInk)
            .filter(ink -> ink < NOT_PAPER));
  }

  private static double quantile(double share, DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[(int) (share * sorted.length)];
  }

  /**
   * One box cut out of the page at the place where its outline was found.
   *
   * @param place where, and how well
   * @param found the same in form mm
   * @param cut the page around it
   * @param printed where the blank's ink may show
   * @param paperInk share of ink on paper that should be bare, specks and all
   * @param blurred whether the cut was smoothed, so that its greys tell nothing
   */
  private record BoxEvidence(
      CheckBox checkBox,
      BoxFinder.Place place,
      RectMm found,
      GrayImage cut,
      InkMask printed,
      double paperInk,
      boolean blurred) {

    static BoxEvidence of(
        CheckBox checkBox,
        BoxFinder.Place place,
        RectMm found,
        GrayImage cut,
        InkMask printed,
        boolean blurred) {
      InkMask ink = InkMask.darkerThan(cut, INK_BELOW);
      ink.subtract(printed);
      double paperInk = share(ink, printed, checkBox.box(), NEARBY_MM / 2, MARGIN_MM);
      return new BoxEvidence(checkBox, place, found, cut, printed, paperInk, blurred);
    }

    double frameInk() {
      InkMask nothingLeftOut = InkMask.darkerThan(cut, 0);
      InkMask ink = InkMask.darkerThan(cut, INK_BELOW);
      return share(ink, nothingLeftOut, checkBox.box(), -FRAME_IN_MM, FRAME_OUT_MM);
    }

    /**
     * Of the outline's four sides, the share that the one seen least shows, 0 to 1. Only what the
     * blank prints there is looked for: a circle only touches its sides, brackets are open.
     */
    double weakestSide() {
      double left =
          (cut.width() - checkBox.box().w() * PX_PER_MM) / 2 + FRAME_MIDDLE_MM * PX_PER_MM;
      double top =
          (cut.height() - checkBox.box().h() * PX_PER_MM) / 2 + FRAME_MIDDLE_MM * PX_PER_MM;
      double right = cut.width() - left;
      double bottom = cut.height() - top;
      double weakest = side(left, top, right, top);
      weakest = Math.min(weakest, side(left, bottom, right, bottom));
      weakest = Math.min(weakest, side(left, top, left, bottom));
      return Math.min(weakest, side(right, top, right, bottom));
    }

    /**
     * Of a straight side's print, corners left out, the share with ink on it or close beside it.
     */
    private double side(double x0, double y0, double x1, double y1) {
      int expected = 0;
      int seen = 0;
      int reach = px(FRAME_REACH_MM);
      for (int k = 0; k < SIDE_SAMPLES; k++) {
        double f = 0.12 + 0.76 * k / (SIDE_SAMPLES - 1);
        int x = (int) (x0 + f * (x1 - x0));
        int y = (int) (y0 + f * (y1 - y0));
        int dx = x0 == x1 ? 1 : 0;
        int dy = 1 - dx;
        boolean print = false;
        boolean ink = false;
        for (int d = -reach; d <= reach; d++) {
          print |= printed.at(x + d * dx, y + d * dy);
          ink |= cut.get(x + d * dx, y + d * dy) < INK_BELOW;
        }
        expected += print ? 1 : 0;
        seen += print && ink ? 1 : 0;
      }
      return expected < LEAST_SIDE_SAMPLES ? 1 : (double) seen / expected;
    }

    BoxEvidence smoothed() {
      return of(
          checkBox,
          place,
          found,
          BoxBlur.blur(cut, SMOOTHING_PX),
          printed.dilate(SMOOTHING_PX / 2, SMOOTHING_PX / 2),
          true);
    }

    /** How much darker than white the inside is on average, in greys, where it is not ink. */
    double shade() {
      if (blurred) {
        return 0;
      }
      double[] outsideX = outside(cut.width(), checkBox.box().w());
      double[] outsideY = outside(cut.height(), checkBox.box().h());
      int all = 0;
      long sum = 0;
      for (int y = 0; y < cut.height(); y++) {
        for (int x = 0; x < cut.width(); x++) {
          if (Math.max(outsideX[x], outsideY[y]) <= 0 && !printed.at(x, y)) {
            int grey = cut.get(x, y);
            all++;
            sum += grey < INK_BELOW ? 0 : GrayImage.WHITE - grey;
          }
        }
      }
      return all == 0 ? 0 : (double) sum / all;
    }

    MarkReading reading(RegisteredPage page, double noise, double usualFrame, double usualShade) {
      InkMask ink = unexplained(page, cut, printed);
      return new MarkReading(
          checkBox,
          found,
          Math.max(
              shade() - usualShade > LEAST_SHADE ? SHADED_FILL : 0,
              above(noise, share(ink, printed, checkBox.box(), Double.NEGATIVE_INFINITY, 0))),
          above(noise, share(ink, printed, checkBox.box(), 0, NEARBY_MM)),
          frameInk() - usualFrame,
          Math.max(0, Math.min(place.score(), weakestSide())),
          frameGrew(page, ink) ? 1 : page.damagedShare(found));
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
      List<Boolean> full = new ArrayList<>();
      double[] outsideX = outside(ink.width, checkBox.box().w());
      double[] outsideY = outside(ink.height, checkBox.box().h());
      for (int y = 0; y < ink.height; y++) {
        int all = 0;
        int dark = 0;
        for (int x = 0; x < ink.width && outsideY[y] <= 0; x++) {
          if (outsideX[x] <= 0 && !printed.at(x, y)) {
            all++;
            dark += ink.at(x, y) ? 1 : 0;
          }
        }
        if (all > 0) {
          full.add(dark >= FULL_ROW * all);
        }
      }
      int fromTop = full.contains(false) ? full.indexOf(false) : full.size();
      int fromFoot = full.size() - 1 - Math.max(full.lastIndexOf(false), -1);
      int grown = fromTop + fromFoot;
      return grown > 0 && grown <= MOST_GROWTH * full.size();
    }

    private static double above(double noise, double share) {
      return noise >= 1 ? 0 : Math.max(0, (share - noise) / (1 - noise));
    }
  }

  private static BoxEvidence evidence(RegisteredPage page, CheckBox checkBox) {
    RectMm expected = checkBox.box();
    BoxFinder.Place place = find(page, expected);
    boolean seen = place.score() >= KEEP_EXPECTED_BELOW;
    RectMm found = seen ? expected.shift(place.dx() / PX_PER_MM, place.dy() / PX_PER_MM) : expected;
    GrayImage blank = page.blankCrop(expected.grow(MARGIN_MM), PX_PER_MM);
    InkMask blankInk = InkMask.darkerThan(blank, PRINTED_BELOW);
    Resolution r = page.page().resolution();
    InkMask printed =
        blankInk.dilate(
            px(SPREAD_MM + SPREAD_PX / r.pxPerMmX()), px(SPREAD_MM + SPREAD_PX / r.pxPerMmY()));
    GrayImage cut = page.crop(found.grow(MARGIN_MM), PX_PER_MM);
    return BoxEvidence.of(checkBox, place, found, cut, printed, false);
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
  private static InkMask unexplained(RegisteredPage page, GrayImage cut, InkMask printed) {
    InkMask ink = InkMask.darkerThan(cut, INK_BELOW);
    ink.subtract(printed);
    Affine toForm = page.transform().affine().inverse();
    boolean vertical = Math.abs(toForm.yy()) >= Math.abs(toForm.xy());
    double slope = vertical ? toForm.xy() / toForm.yy() : toForm.yy() / toForm.xy();
    ink.removeStreaks(printed, slope, vertical, STREAK_SHARE);
    ink.removeSpecks((int) Math.round(SPECK_MM2 * PX_PER_MM * PX_PER_MM));
    return ink;
  }

  /**
   * Share of ink among the pixels without printing whose distance from the box's outer edge, in mm
   * and negative inside the box, lies above {@code from} and not above {@code to}.
   */
  private static double share(InkMask ink, InkMask printed, RectMm box, double from, double to) {
    int all = 0;
    int dark = 0;
    double[] outsideX = outside(ink.width, box.w());
    double[] outsideY = outside(ink.height, box.h());
    for (int y = 0; y < ink.height; y++) {
      if (outsideY[y] > to) {
        continue;
      }
      for (int x = 0; x < ink.width; x++) {
        double outside = Math.max(outsideX[x], outsideY[y]);
        if (outside > to || outside <= from || printed.at(x, y)) {
          continue;
        }
        all++;
        dark += ink.at(x, y) ? 1 : 0;
      }
    }
    return all == 0 ? 0 : (double) dark / all;
  }

  /** How far each pixel of a cut-out's row or column lies outside the box in its middle, in mm. */
  private static double[] outside(int length, double boxMm) {
    double[] outside = new double[length];
    for (int i = 0; i < length; i++) {
      outside[i] = Math.abs(i + 0.5 - length / 2.0) / PX_PER_MM - boxMm / 2;
    }
    return outside;
  }

  private static int px(double mm) {
    return (int) Math.round(mm * PX_PER_MM);
  }
}
