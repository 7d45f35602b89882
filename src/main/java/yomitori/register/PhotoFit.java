package yomitori.register;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yomitori.geometry.GrayImage;
import yomitori.intake.Page;

/**
 * A first guess for photographs: a sheet seen from aside, with the table around it, at any scale.
 * Features of the form's printing are found again on the page and a homography through most of them
 * is taken.
 */
final class PhotoFit {

  /** Longer side of the copy that features are looked for on, in px. */
  static final int LONG_SIDE_PX = 1000;

  private static final int MOST_FEATURES = 1200;

  /** Density of the blank's copy: that of a sheet that fills most of a photograph. */
  private static final double BLANK_PX_PER_MM = 4;

  /** Fewer features in agreement than this come about by chance. */
  private static final int LEAST_INLIERS = 15;

  private PhotoFit() {}

  /**
   * A guess.
   *
   * @param map form mm to page px
   * @param inliers features in agreement
   */
  record Guess(FormTemplate template, Homography map, int inliers) {}

  /** What is looked for of one form. */
  static Features wanted(Blank blank) {
    GrayImage copy =
        Pyramid.resize(
            blank.image(),
            (int) Math.round(blank.form().widthMm() * BLANK_PX_PER_MM),
            (int) Math.round(blank.form().heightMm() * BLANK_PX_PER_MM));
    return Features.of(copy, MOST_FEATURES, 1 / BLANK_PX_PER_MM);
  }

  /** The likeliest form and its place. */
  static Optional<Guess> find(Page page, List<FormTemplate> templates) {
    GrayImage image = page.image();
    double scale = Math.max(1, (double) Math.max(image.width(), image.height()) / LONG_SIDE_PX);
    int width = Math.max(1, (int) Math.round(image.width() / scale));
    int height = Math.max(1, (int) Math.round(image.height() / scale));
    Features seen = Features.of(Pyramid.resize(image, width, height), MOST_FEATURES, scale);
    return templates.stream()
        .flatMap(t -> guess(seen, t, scale).stream())
        .filter(g -> g.inliers >= LEAST_INLIERS)
        .filter(g -> g.map.plausible(g.template.widthMm(), g.template.heightMm()))
        .max(Comparator.comparingInt(Guess::inliers));
  }

  private static Optional<Guess> guess(Features seen, FormTemplate template, double scale) {
    Features.Pairs pairs = template.features().match(seen);
    return pairs.here().size() < LEAST_INLIERS
        ? Optional.empty()
        : Homography.robust(pairs.here(), pairs.there(), BLANK_PX_PER_MM * scale)
            .map(c -> new Guess(template, c.map(), c.inliers()));
  }
}
