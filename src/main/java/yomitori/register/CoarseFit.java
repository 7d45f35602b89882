package yomitori.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;
import yomitori.geometry.Resolution;
import yomitori.register.Profile.AxisFit;

/**
 * A first guess of where a form lies on a page: skew by projection profiles, then for each way up
 * the scale and place of rows and columns apart, then whole sheets compared.
 */
final class CoarseFit {

  /** How many places of the rows and of the columns are combined. */
  private static final int AXIS_CANDIDATES = 6;

  /** How many of their pairs, by the sum of their scores, are compared as whole sheets. */
  private static final int PAIRS = 14;

  /**
   * Sheets less alike than this are not followed up. Measured: forms on harsh lines 0.90 and more,
   * with half the page wiped out 0.49 and more; letters, tables and cover sheets 0.28 and less,
   * other lists of checkboxes up to 0.40.
   */
  private static final double PLAUSIBLE = 0.30;

  private CoarseFit() {}

  /**
   * One guess.
   *
   * @param template the form
   * @param affine form mm to page px
   * @param score correlation of the whole sheets
   */
  record Candidate(FormTemplate template, Affine affine, double score) {}

  /**
   * The page in each position that it may have been fed in, likeliest first: the two portrait ways
   * up before the two sideways, the likelier skew before the other.
   *
   * @param page about 2 px to the mm, in the page's own frame
   * @param resolution of the page as received
   */
  static Stream<Position> positions(Level page, Resolution resolution) {
    return Skew.candidates(page.image(), page.aspect(resolution)).stream()
        .map(turn -> Upright.of(page, resolution, turn))
        .flatMap(upright -> Stream.of(QuarterTurn.values()).map(t -> new Position(upright, t)));
  }

  /** A page without its skew and one of the ways to turn it. */
  record Position(Upright upright, QuarterTurn turn) {

    /** The likeliest guesses over all forms, best first. */
    List<Candidate> candidates(List<FormTemplate> templates, int most) {
      List<Candidate> all = new ArrayList<>();
      for (FormTemplate template : templates) {
        addCandidates(all, template, upright, turn);
      }
      return all.stream()
          .filter(c -> c.score >= PLAUSIBLE)
          .sorted(Comparator.comparingDouble(Candidate::score).reversed())
          .limit(most)
          .toList();
    }
  }

  private static void addCandidates(
      List<Candidate> all, FormTemplate template, Upright upright, QuarterTurn turn) {
    Affine back = turn.undo(upright.image.width(), upright.image.height());
    List<AxisFit> down =
        turn.rows(upright.rows, upright.columns).match(template.rows(), AXIS_CANDIDATES);
    List<AxisFit> across =
        turn.columns(upright.rows, upright.columns).match(template.columns(), AXIS_CANDIDATES);
    List<AxisFit[]> pairs = new ArrayList<>();
    for (AxisFit y : down) {
      for (AxisFit x : across) {
        pairs.add(new AxisFit[] {x, y});
      }
    }
    pairs.sort(Comparator.comparingDouble((AxisFit[] p) -> -p[0].score() - p[1].score()));
    for (AxisFit[] pair : pairs.subList(0, Math.min(PAIRS, pairs.size()))) {
      AxisFit x = pair[0];
      AxisFit y = pair[1];
      Affine toUpright =
          new Affine(x.scale(), 0, x.shiftMm(), 0, y.scale(), y.shiftMm()).then(back);
      double score = Thumbnail.correlation(template.thumbnail(), upright.thumbnail, toUpright);
      all.add(new Candidate(template, toUpright.then(upright.toPage), score));
    }
  }

  /**
   * A page with its skew taken out.
   *
   * @param image 1 px to the mm
   * @param thumbnail the same blurred
   * @param rows its ink row by row
   * @param columns its ink column by column
   * @param toPage its mm to page px
   */
  private record Upright(
      GrayImage image, GrayImage thumbnail, Profile rows, Profile columns, Affine toPage) {

    static Upright of(Level level, Resolution resolution, Skew.Turn turn) {
      double widthMm = level.image().width() * level.acrossPx() / resolution.pxPerMmX();
      double heightMm = level.image().height() * level.downPx() / resolution.pxPerMmY();
      double rows = Math.toRadians(turn.rowsDeg());
      double columns = Math.toRadians(turn.columnsDeg());
      double a = Math.max(Math.abs(rows), Math.abs(columns));
      double w = Math.ceil(widthMm * Math.cos(a) + heightMm * Math.sin(a));
      double h = Math.ceil(heightMm * Math.cos(a) + widthMm * Math.sin(a));
      Affine toPage =
          Affine.translate(-w / 2, -h / 2)
              .then(
                  new Affine(
                      Math.cos(rows), Math.sin(columns), 0, -Math.sin(rows), Math.cos(columns), 0))
              .then(Affine.translate(widthMm / 2, heightMm / 2))
              .then(Affine.scale(resolution.pxPerMmX(), resolution.pxPerMmY()));
      Affine halfMmToLevel =
          Affine.scale(0.5, 0.5)
              .then(toPage)
              .then(Affine.scale(1.0 / level.acrossPx(), 1.0 / level.downPx()));
      GrayImage fine = Pyramid.warp(level.image(), halfMmToLevel, 2 * (int) w, 2 * (int) h);
      GrayImage image = PaperLevel.whiten(Pyramid.reduce(fine, 2, 2));
      return new Upright(
          image,
          Thumbnail.blur(image, Thumbnail.SIGMA),
          Profile.ofRows(image),
          Profile.ofColumns(image),
          toPage);
    }
  }

  /** The four ways up of a page without skew, by how it must be turned to read it. */
  private enum QuarterTurn {
    NONE,
    HALF,
    COUNTER_CLOCKWISE,
    CLOCKWISE;

    Profile rows(Profile rows, Profile columns) {
      return switch (this) {
        case NONE -> rows;
        case COUNTER_CLOCKWISE -> columns.reversed();
        case HALF -> rows.reversed();
        case CLOCKWISE -> columns;
      };
    }

    Profile columns(Profile rows, Profile columns) {
      return switch (this) {
        case NONE -> columns;
        case COUNTER_CLOCKWISE -> rows;
        case HALF -> columns.reversed();
        case CLOCKWISE -> rows.reversed();
      };
    }

    /** From the turned sheet back to the unturned one of {@code w} × {@code h} mm. */
    Affine undo(int w, int h) {
      return switch (this) {
        case NONE -> Affine.IDENTITY;
        case COUNTER_CLOCKWISE -> new Affine(0, -1, w, 1, 0, 0);
        case HALF -> new Affine(-1, 0, w, 0, -1, h);
        case CLOCKWISE -> new Affine(0, 1, 0, -1, 0, h);
      };
    }
  }
}
