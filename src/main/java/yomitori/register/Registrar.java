package yomitori.register;

import java.util.List;
import java.util.Optional;
import yomitori.form.Form;
import yomitori.geometry.Affine;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointPx;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/**
 * Lays pages over the forms that it knows: a coarse guess by profiles, then anchors of the form's
 * own printing from coarse to fine, an affine map through those that agree, and a smooth warp over
 * the rest. No fiducial marks are needed. Thread-safe.
 */
public final class Registrar {

  /** Guesses followed up: the right one was among the first two in all tuning pages. */
  private static final int CANDIDATES = 6;

  /** Correlation from which an anchor counts as found, at each stage. */
  private static final double FOUND_COARSE = 0.35;

  private static final double FOUND_MIDDLE = 0.40;
  private static final double FOUND_FINE = 0.45;

  /** How far anchors may lie from one affine map: less than half a row of checkboxes. */
  private static final double COARSE_TOLERANCE_MM = 1.6;

  /** How far anchors may lie from what their neighbours say. */
  private static final double MIDDLE_TOLERANCE_MM = 1.0;

  private static final double FINE_TOLERANCE_MM = 0.5;

  /** Agreement after the middle stage below which that stage is done once more. */
  private static final double ALL_BUT_A_FEW = 0.9;

  /** Coarse agreement at which no other guess is tried. */
  private static final double SURE = 0.6;

  /**
   * Least share of the expected anchors, and least number, for a page that is read. On 40 other
   * documents (letters, tables, lists of checkboxes, the form's own frame with other words) the
   * largest share was 0.02; on harsh faxes of the form the least was above 0.5.
   */
  private static final double REGISTERED_SHARE = 0.30;

  private static final int REGISTERED_ANCHORS = 12;

  /** The same for a page that is said to be this form though it cannot be read. */
  private static final double RECOGNISED_SHARE = 0.10;

  private static final int RECOGNISED_ANCHORS = 6;

  /** Standard faxes tagged as fine and fine ones tagged as standard. */
  private static final double[] OTHER_LINE_DENSITIES = {2, 0.5};

  private final List<FormTemplate> templates;

  /**
   * @param blanks the forms to recognise, at least one
   * @throws IllegalArgumentException if there is none
   */
  public Registrar(List<Blank> blanks) {
    if (blanks.isEmpty()) {
      throw new IllegalArgumentException("no form to recognise");
    }
    OpenCv.load();
    this.templates = blanks.stream().map(FormTemplate::new).toList();
  }

  /**
   * Finds which form a page is, which way up, and where each point of the form lies on it. Where no
   * form is found the page's lines are tried twice and half as dense, because senders and gateways
   * mistake one resolution of fax for the other.
   */
  public Registration register(Page received) {
    Page page = Shade.even(received);
    Registration asTagged = registerOnce(page);
    if (asTagged instanceof Registration.Registered) {
      return asTagged;
    }
    for (double factor : OTHER_LINE_DENSITIES) {
      Registration other = registerOnce(withLineDensity(page, factor));
      if (other instanceof Registration.Registered) {
        return other;
      }
    }
    return asTagged;
  }

  private static Page withLineDensity(Page page, double factor) {
    Resolution r = page.resolution();
    return new Page(
        page.source(),
        page.number(),
        page.sha256(),
        page.image(),
        new Resolution(r.dpiX(), r.dpiY() * factor),
        page.damage());
  }

  private Registration registerOnce(Page page) {
    Resolution r = page.resolution();
    Level fine = Level.of(page.image()).reduced(r, Anchor.Stage.FINE.pxPerMm);
    Level middle = fine.reduced(r, Anchor.Stage.MIDDLE.pxPerMm);
    Level coarse = middle.reduced(r, Anchor.Stage.COARSE.pxPerMm);
    Guess best = null;
    for (CoarseFit.Candidate candidate : CoarseFit.candidates(coarse, r, templates, CANDIDATES)) {
      Guess guess = follow(candidate, page, coarse);
      if (best == null || guess.score() > best.score()) {
        best = guess;
      }
      if (best.matched() >= SURE) {
        break;
      }
    }
    if (best == null || best.consensus.inliers().size() < 3) {
      return new Registration.NotRegistered(Optional.empty(), new Fit(0, 0, 0));
    }
    return refine(best, page, middle, fine);
  }

  /** A candidate after its anchors were looked for. */
  private record Guess(FormTemplate template, AffineFit.Consensus consensus, int expected) {

    double matched() {
      return expected == 0 ? 0 : (double) consensus.inliers().size() / expected;
    }

    /** More anchors in agreement is better, and a larger share of those expected. */
    double score() {
      return consensus.inliers().size() * matched();
    }
  }

  private static Guess follow(CoarseFit.Candidate candidate, Page page, Level level) {
    FormTemplate template = candidate.template();
    List<AnchorSearch.Found> found =
        AnchorSearch.search(
            template.anchors(),
            Anchor.Stage.COARSE,
            page,
            level,
            PageTransform.of(candidate.affine()));
    AffineFit.Consensus consensus =
        AffineFit.robust(
            pairs(found, FOUND_COARSE), candidate.affine(), tolerance(page, COARSE_TOLERANCE_MM));
    return new Guess(template, consensus, found.size());
  }

  private static Registration refine(Guess guess, Page page, Level middle, Level fine) {
    Form form = guess.template.blank().form();
    Affine affine = guess.consensus.affine();
    LocalWarp.Warp warp = middleWarp(guess, page, middle, PageTransform.of(affine));
    if (warp.agreeing().size() < ALL_BUT_A_FEW * guess.expected) {
      // Where the feed slipped, anchors lie further off than was searched: look again from here.
      warp = middleWarp(guess, page, middle, warp.transform());
    }
    List<AnchorSearch.Found> found =
        AnchorSearch.search(
            guess.template.anchors(), Anchor.Stage.FINE, page, fine, warp.transform());
    warp = warp(affine, above(found, FOUND_FINE), FINE_TOLERANCE_MM, form);
    int agreeing = warp.agreeing().size();
    double share = found.isEmpty() ? 0 : (double) agreeing / found.size();
    Fit fit = new Fit(share, found.size(), warp.residualMm());
    if (share >= REGISTERED_SHARE && agreeing >= REGISTERED_ANCHORS) {
      return new Registration.Registered(
          new RegisteredPage(page, guess.template.blank(), warp.transform(), fit));
    }
    boolean recognised = share >= RECOGNISED_SHARE && agreeing >= RECOGNISED_ANCHORS;
    return new Registration.NotRegistered(recognised ? Optional.of(form) : Optional.empty(), fit);
  }

  private static LocalWarp.Warp middleWarp(
      Guess guess, Page page, Level middle, PageTransform expected) {
    List<AnchorSearch.Found> found =
        AnchorSearch.search(guess.template.anchors(), Anchor.Stage.MIDDLE, page, middle, expected);
    return warp(
        guess.consensus.affine(),
        above(found, FOUND_MIDDLE),
        MIDDLE_TOLERANCE_MM,
        guess.template.blank().form());
  }

  /** Fits the affine part anew to the anchors at hand, then the smooth rest. */
  private static LocalWarp.Warp warp(
      Affine before, List<AnchorSearch.Found> found, double toleranceMm, Form form) {
    LocalWarp.Warp first =
        LocalWarp.fit(before, found, toleranceMm, form.widthMm(), form.heightMm());
    List<AffineFit.Pair> agreeing = pairs(first.agreeing(), -1);
    if (!AffineFit.spread(agreeing)) {
      return first;
    }
    Affine affine = AffineFit.leastSquares(agreeing);
    return LocalWarp.fit(affine, first.agreeing(), toleranceMm, form.widthMm(), form.heightMm());
  }

  private static List<AnchorSearch.Found> above(List<AnchorSearch.Found> found, double score) {
    return found.stream().filter(f -> f.score() >= score).toList();
  }

  private static List<AffineFit.Pair> pairs(List<AnchorSearch.Found> found, double score) {
    return above(found, score).stream()
        .map(f -> new AffineFit.Pair(f.anchor().centre(), f.onPage(), Math.max(f.score(), 0.01)))
        .toList();
  }

  private static PointPx tolerance(Page page, double mm) {
    return new PointPx(mm * page.resolution().pxPerMmX(), mm * page.resolution().pxPerMmY());
  }
}
