package yomitori.register;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yomitori.form.Field;
import yomitori.geometry.PageTransform;
import yomitori.intake.Page;

/**
 * One search of all anchors and the transform through them.
 *
 * @param searched those that should be on the page, and where they seem to be
 */
record AnchorRound(LocalWarp.Warp warp, List<AnchorSearch.Found> searched) {

  /** Correlation from which an anchor counts as found. */
  private static final double FOUND_MIDDLE = 0.40;

  private static final double FOUND_FINE = 0.45;

  /** How far anchors may lie from what their neighbours say. */
  private static final double MIDDLE_TOLERANCE_MM = 1.0;

  private static final double FINE_TOLERANCE_MM = 0.5;

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

  /**
   * Least trust in the middle field's place. On 1,200 tuning faxes pages that were laid right had
   * 0.14 and more, the one that lay 2 mm off had 0.02.
   */
  private static final double LEAST_TRUST = 0.08;

  /** More of a field than this has to be on the page for its place to matter. */
  private static final double MOST_LOST = 0.5;

  /** The same for a page that is said to be this form though it cannot be read. */
  private static final double RECOGNISED_SHARE = 0.10;

  private static final int RECOGNISED_ANCHORS = 6;

  /**
   * @param from where anchors are searched
   * @param base what the transform is fitted upon
   */
  static AnchorRound of(
      FormTemplate template,
      Anchor.Stage stage,
      Page page,
      Levels levels,
      PageTransform from,
      PageTransform base) {
    List<AnchorSearch.Found> searched =
        AnchorSearch.search(template.anchors(), stage, page, levels.at(stage), from);
    boolean fine = stage == Anchor.Stage.FINE || stage == Anchor.Stage.FINE_SHADE;
    double least = fine ? FOUND_FINE : FOUND_MIDDLE;
    LocalWarp.Warp warp =
        LocalWarp.fit(
            base,
            searched.stream().filter(f -> f.score() >= least).toList(),
            fine ? FINE_TOLERANCE_MM : MIDDLE_TOLERANCE_MM,
            template.widthMm(),
            template.heightMm());
    return new AnchorRound(warp, searched);
  }

  double share() {
    return searched.isEmpty() ? 0 : (double) agreeing() / searched.size();
  }

  private int agreeing() {
    return warp.agreeing().size();
  }

  PageTransform transform() {
    return warp.transform();
  }

  /** Whether enough of the form's printing is where it should be. */
  boolean bearsOut() {
    boolean most = share() >= REGISTERED_SHARE && agreeing() >= REGISTERED_ANCHORS;
    boolean stump = share() >= STUMP_SHARE && agreeing() >= STUMP_ANCHORS;
    return most || stump;
  }

  Registration outcome(Page page, FormTemplate template) {
    RegisteredPage laid = over(page, template);
    if (bearsOut() && trust(laid) >= LEAST_TRUST) {
      return new Registration.Registered(laid);
    }
    boolean recognised = share() >= RECOGNISED_SHARE && agreeing() >= RECOGNISED_ANCHORS;
    return new Registration.NotRegistered(
        recognised ? Optional.of(template.blank().form()) : Optional.empty(), fit());
  }

  /** How far the printing bears out the middle one of the fields that arrived. */
  private static double trust(RegisteredPage page) {
    double[] near =
        page.form().fields().stream()
            .map(Field::area)
            .filter(area -> page.damagedShare(area) < MOST_LOST)
            .mapToDouble(page::fitNear)
            .sorted()
            .toArray();
    return near.length == 0 ? 1 : near[near.length / 2];
  }

  RegisteredPage over(Page page, FormTemplate template) {
    return new RegisteredPage(page, template.blank(), transform(), fit(), anchors());
  }

  private Fit fit() {
    return new Fit(share(), searched.size(), warp.residualMm());
  }

  List<AnchorSeen> anchors() {
    Map<Anchor, Double> off = new HashMap<>();
    warp.agreeing().forEach(a -> off.put(a.found().anchor(), a.offMm()));
    return searched.stream()
        .map(AnchorSearch.Found::anchor)
        .map(a -> new AnchorSeen(a.centre(), off.containsKey(a), off.getOrDefault(a, 0.0)))
        .toList();
  }
}
