package yomitori.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /** Whole sheets this alike are followed up at once: other documents stay below 0.4. */
  private static final double ALIKE = 0.6;

  /** Coarse agreement at which no other guess is tried. */
  private static final double SURE = 0.6;

  /**
   * Least share of the expected anchors, and least number, for a page that is read. On 40 other
   * documents (letters, tables, lists of checkboxes, the form's own frame with other words) the
   * largest share was 0.02; on harsh faxes of the form the least was above 0.5.
   */
  private static final double REGISTERED_SHARE = 0.30;

  private static final int REGISTERED_ANCHORS = 12;

  /** The same for what arrived of a page cut off near its top: few anchors, but nearly all. */
  private static final double STUMP_SHARE = 0.7;

  private static final int STUMP_ANCHORS = 7;

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
    Optional<Guess> best = guess(page, coarse);
    if (best.isEmpty() || best.get().consensus.inliers().size() < 3) {
      return new Registration.NotRegistered(Optional.empty(), new Fit(0, 0, 0));
    }
    return refine(best.get(), page, middle, fine);
  }

  /** The likeliest place of a form, by its anchors found there. */
  private Optional<Guess> guess(Page page, Level coarse) {
    List<CoarseFit.Candidate> others = new ArrayList<>();
    Iterator<CoarseFit.Position> positions =
        CoarseFit.positions(coarse, page.resolution()).iterator();
    while (positions.hasNext()) {
      List<CoarseFit.Candidate> here = positions.next().candidates(templates, CANDIDATES);
      Set<FormTemplate> followed = new HashSet<>();
      Optional<Guess> best =
          here.stream()
              .filter(c -> c.score() >= ALIKE && followed.add(c.template()))
              .map(c -> follow(c, c.template().someAnchors(), page, coarse))
              .max(Comparator.comparingDouble(Guess::score));
      if (best.isPresent() && best.get().matched() >= SURE) {
        return best;
      }
      others.addAll(here);
    }
    others.sort(Comparator.comparingDouble(CoarseFit.Candidate::score).reversed());
    List<Guess> guesses = new ArrayList<>();
    for (CoarseFit.Candidate c : others.subList(0, Math.min(CANDIDATES, others.size()))) {
      guesses.add(follow(c, c.template().anchors(), page, coarse));
      if (guesses.get(guesses.size() - 1).matched() >= SURE) {
        break;
      }
    }
    return guesses.stream().max(Comparator.comparingDouble(Guess::score));
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

  private static Guess follow(
      CoarseFit.Candidate candidate, List<Anchor> anchors, Page page, Level level) {
    List<AnchorSearch.Found> found =
        AnchorSearch.search(
            anchors, Anchor.Stage.COARSE, page, level, PageTransform.of(candidate.affine()));
    AffineFit.Consensus consensus =
        AffineFit.robust(
            AffineFit.pairs(above(found, FOUND_COARSE)),
            candidate.affine(),
            tolerance(page, COARSE_TOLERANCE_MM));
    return new Guess(candidate.template(), consensus, found.size());
  }

  private static Registration refine(Guess guess, Page page, Level middle, Level fine) {
    FormTemplate template = guess.template;
    Form form = template.blank().form();
    Affine affine = guess.consensus.affine();
    Round round =
        round(template, Anchor.Stage.MIDDLE, page, middle, PageTransform.of(affine), affine);
    if (round.share() < ALL_BUT_A_FEW) {
      // Where the feed slipped, anchors lie further off than was searched: look again from here.
      round = round(template, Anchor.Stage.MIDDLE, page, middle, round.warp.transform(), affine);
    }
    round = round(template, Anchor.Stage.FINE, page, fine, round.warp.transform(), affine);
    int agreeing = round.warp.agreeing().size();
    double share = round.share();
    Fit fit = new Fit(share, round.expected, round.warp.residualMm());
    boolean most = share >= REGISTERED_SHARE && agreeing >= REGISTERED_ANCHORS;
    boolean stump = share >= STUMP_SHARE && agreeing >= STUMP_ANCHORS;
    if (most || stump) {
      return new Registration.Registered(
          new RegisteredPage(page, template.blank(), round.warp.transform(), fit));
    }
    boolean recognised = share >= RECOGNISED_SHARE && agreeing >= RECOGNISED_ANCHORS;
    return new Registration.NotRegistered(recognised ? Optional.of(form) : Optional.empty(), fit);
  }

  /**
   * One search of all anchors and the transform through them.
   *
   * @param expected how many of them should be on the page
   */
  private record Round(LocalWarp.Warp warp, int expected) {

    double share() {
      return expected == 0 ? 0 : (double) warp.agreeing().size() / expected;
    }
  }

  private static Round round(
      FormTemplate template,
      Anchor.Stage stage,
      Page page,
      Level level,
      PageTransform expected,
      Affine affine) {
    List<AnchorSearch.Found> found =
        AnchorSearch.search(template.anchors(), stage, page, level, expected);
    boolean fine = stage == Anchor.Stage.FINE;
    Form form = template.blank().form();
    LocalWarp.Warp warp =
        LocalWarp.fit(
            affine,
            above(found, fine ? FOUND_FINE : FOUND_MIDDLE),
            fine ? FINE_TOLERANCE_MM : MIDDLE_TOLERANCE_MM,
            form.widthMm(),
            form.heightMm());
    return new Round(warp, found.size());
  }

  private static List<AnchorSearch.Found> above(List<AnchorSearch.Found> found, double score) {
    return found.stream().filter(f -> f.score() >= score).toList();
  }

  private static PointPx tolerance(Page page, double mm) {
    return new PointPx(mm * page.resolution().pxPerMmX(), mm * page.resolution().pxPerMmY());
  }
}
