package yomitori.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
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

  /** How far anchors may lie from one affine map: less than half a row of checkboxes. */
  private static final double COARSE_TOLERANCE_MM = 1.6;

  /** Agreement after the middle stage below which that stage is done once more. */
  private static final double ALL_BUT_A_FEW = 0.9;

  /** Whole sheets this alike are followed up at once: other documents stay below 0.4. */
  private static final double ALIKE = 0.6;

  /** Coarse agreement at which no other guess is tried. */
  private static final double SURE = 0.6;

  /** Standard faxes tagged as fine and fine ones tagged as standard. */
  private static final double[] OTHER_LINE_DENSITIES = {2, 0.5};

  /**
   * A grey page of square pixels that agrees less than this may be a photograph: seen with 10 % of
   * keystone, a sheet's middle still agrees while its edges lie 10 mm off.
   */
  private static final double FLAT = 0.95;

  /** How far the ratio of a camera's resolutions may be from 1; that of fine faxes is 1.04. */
  private static final double SQUARE = 0.02;

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
    Registration flat = registerFlat(page);
    boolean laid = flat instanceof Registration.Registered;
    if ((laid && fit(flat).matched() >= FLAT) || !Shade.isGrey(received.image()) || !square(page)) {
      return flat;
    }
    return registerPhotograph(page)
        .filter(photo -> !laid || fit(photo).matched() > fit(flat).matched())
        .orElse(flat);
  }

  private static Fit fit(Registration registration) {
    return registration instanceof Registration.Registered r
        ? r.page().fit()
        : ((Registration.NotRegistered) registration).fit();
  }

  private Registration registerFlat(Page page) {
    Registration best = registerOnce(page);
    for (double factor : OTHER_LINE_DENSITIES) {
      if (best instanceof Registration.Registered) {
        return best;
      }
      Registration other = registerOnce(withLineDensity(page, factor));
      if (other instanceof Registration.Registered || likelier(other, best)) {
        best = other;
      }
    }
    return best;
  }

  /** Of two pages that were not laid: one known as a form goes before one that is not. */
  private static boolean likelier(Registration a, Registration b) {
    boolean aKnown = ((Registration.NotRegistered) a).nearest().isPresent();
    boolean bKnown = ((Registration.NotRegistered) b).nearest().isPresent();
    return aKnown == bKnown ? fit(a).matched() > fit(b).matched() : aKnown;
  }

  /** Cameras see greys and have square pixels; fax machines, but for a few, have not. */
  private static boolean square(Page page) {
    double ratio = page.resolution().dpiX() / page.resolution().dpiY();
    return Math.abs(ratio - 1) < SQUARE;
  }

  private Optional<Registration> registerPhotograph(Page page) {
    return PhotoFit.find(page, templates)
        .map(g -> SheetSeen.of(page, g.template(), g.map()))
        .filter(seen -> seen.fine().bearsOut())
        .map(SheetSeen::outcome);
  }

  /**
   * Lays a page by four points that someone has shown, and by the form's printing around there
   * where that agrees; where it does not, the four points stand and {@link
   * RegisteredPage#fitNear(RectMm)} is low.
   *
   * @param formId of one of the forms that this knows
   * @param onForm four points of the form of which no three lie on one line: its corners, say
   * @param onPage where they lie on the page, in the same order
   * @throws IllegalArgumentException if the form is not known, or the points are not four or lie so
   *     that no sheet could be read there
   */
  public RegisteredPage lay(
      Page received, String formId, List<PointMm> onForm, List<PointPx> onPage) {
    FormTemplate template =
        templates.stream()
            .filter(t -> t.blank().form().id().equals(formId))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no form " + formId + " is known"));
    if (onForm.size() != 4 || onPage.size() != 4) {
      throw new IllegalArgumentException(
          "four points are needed: " + onForm.size() + " of the form, " + onPage.size() + " seen");
    }
    Homography map = Homography.through(onForm, onPage);
    // A standard fax has half as many rows as columns to the mm: judged as if its pixels were
    // square.
    double narrow = Math.sqrt(received.resolution().dpiX() / received.resolution().dpiY());
    List<PointPx> square =
        onPage.stream().map(p -> new PointPx(p.x() / narrow, p.y() * narrow)).toList();
    if (!Homography.through(onForm, square).plausible(template.widthMm(), template.heightMm())) {
      throw new IllegalArgumentException("no sheet can be read that is seen like this: " + onPage);
    }
    SheetSeen seen = SheetSeen.of(Shade.even(received), template, map);
    return seen.fine().bearsOut() ? seen.refined() : seen.asShown(map);
  }

  private static Page withLineDensity(Page page, double factor) {
    Resolution r = page.resolution();
    return page.withResolution(new Resolution(r.dpiX(), r.dpiY() * factor));
  }

  private Registration registerOnce(Page page) {
    Levels levels = Levels.of(page);
    Optional<Guess> best = guess(page, levels);
    if (best.isEmpty() || best.get().consensus.inliers().size() < 3) {
      return new Registration.NotRegistered(Optional.empty(), new Fit(0, 0, 0));
    }
    return refine(best.get(), page, levels);
  }

  /** The likeliest place of a form, by its anchors found there. */
  private Optional<Guess> guess(Page page, Levels levels) {
    List<CoarseFit.Candidate> others = new ArrayList<>();
    Iterator<CoarseFit.Position> positions =
        CoarseFit.positions(levels.coarse(), page.resolution()).iterator();
    while (positions.hasNext()) {
      List<CoarseFit.Candidate> here = positions.next().candidates(templates, CANDIDATES);
      Set<FormTemplate> followed = new HashSet<>();
      Optional<Guess> best =
          here.stream()
              .filter(c -> c.score() >= ALIKE && followed.add(c.template()))
              .map(c -> follow(c, c.template().someAnchors(), page, levels))
              .max(Comparator.comparingDouble(Guess::score));
      if (best.isPresent() && best.get().matched() >= SURE) {
        return best;
      }
      others.addAll(here);
    }
    others.sort(Comparator.comparingDouble(CoarseFit.Candidate::score).reversed());
    List<Guess> guesses = new ArrayList<>();
    for (CoarseFit.Candidate c : others.subList(0, Math.min(CANDIDATES, others.size()))) {
      guesses.add(follow(c, c.template().anchors(), page, levels));
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
      CoarseFit.Candidate candidate, List<Anchor> anchors, Page page, Levels levels) {
    List<AnchorSearch.Found> found =
        AnchorSearch.search(
            anchors,
            Anchor.Stage.COARSE,
            page,
            levels.coarse(),
            PageTransform.of(candidate.affine()));
    AffineFit.Consensus consensus =
        AffineFit.robust(
            AffineFit.pairs(above(found, FOUND_COARSE)),
            candidate.affine(),
            tolerance(page, COARSE_TOLERANCE_MM));
    return new Guess(candidate.template(), consensus, found.size());
  }

  private static Registration refine(Guess guess, Page page, Levels levels) {
    FormTemplate template = guess.template;
    PageTransform base = PageTransform.of(guess.consensus.affine());
    AnchorRound middle = AnchorRound.of(template, Anchor.Stage.MIDDLE, page, levels, base, base);
    boolean uneven = middle.share() < ALL_BUT_A_FEW;
    if (uneven) {
      // Where the feed slipped, anchors lie further off than was searched: look again from here.
      PageTransform from = middle.share() < SURE ? base : middle.transform();
      middle = AnchorRound.of(template, Anchor.Stage.MIDDLE_SHADE, page, levels, from, base);
    }
    PageTransform so = middle.transform();
    Anchor.Stage last = uneven ? Anchor.Stage.FINE_SHADE : Anchor.Stage.FINE;
    return AnchorRound.of(template, last, page, levels, so, base).outcome(page, template);
  }

  private static List<AnchorSearch.Found> above(List<AnchorSearch.Found> found, double score) {
    return found.stream().filter(f -> f.score() >= score).toList();
  }

  private static PointPx tolerance(Page page, double mm) {
    return new PointPx(mm * page.resolution().pxPerMmX(), mm * page.resolution().pxPerMmY());
  }
}
