package yomitori.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import yomitori.geometry.GrayImage;
import yomitori.geometry.RectMm;

/** What is looked for on a page of one form, worked out from its blank once. Thread-safe. */
final class FormTemplate {

  private final Blank blank;
  private final Profile.Wanted rows;
  private final Profile.Wanted columns;
  private final GrayImage thumbnail;
  private final List<Anchor> anchors;
  private final List<Anchor> someAnchors;

  private Optional<Features> features = Optional.empty();

  FormTemplate(Blank blank) {
    this.blank = blank;
    RectMm sheet = new RectMm(0, 0, blank.form().widthMm(), blank.form().heightMm());
    GrayImage perMm = reduced(blank, sheet, 1);
    this.rows = new Profile.Wanted(Profile.ofRows(perMm));
    this.columns = new Profile.Wanted(Profile.ofColumns(perMm));
    this.thumbnail = Thumbnail.blur(perMm, Thumbnail.SIGMA);
    this.anchors = Anchor.select(blank, reduced(blank, sheet, Anchor.SELECTION_PX_PER_MM));
    this.someAnchors =
        IntStream.range(0, anchors.size()).filter(i -> i % 2 == 0).mapToObj(anchors::get).toList();
  }

  private static GrayImage reduced(Blank blank, RectMm sheet, double pxPerMm) {
    return Pyramid.resize(
        blank.image(),
        (int) Math.round(sheet.w() * pxPerMm),
        (int) Math.round(sheet.h() * pxPerMm));
  }

  Blank blank() {
    return blank;
  }

  double widthMm() {
    return blank.form().widthMm();
  }

  double heightMm() {
    return blank.form().heightMm();
  }

  /** Features for photographs, worked out when first needed: most runs never meet one. */
  synchronized Features features() {
    if (features.isEmpty()) {
      features = Optional.of(PhotoFit.wanted(blank));
    }
    return features.get();
  }

  Profile.Wanted rows() {
    return rows;
  }

  Profile.Wanted columns() {
    return columns;
  }

  /** The sheet blurred, 1 px to the mm. */
  GrayImage thumbnail() {
    return thumbnail;
  }

  List<Anchor> anchors() {
    return anchors;
  }

  /** Every other one, for a look whether a guess is right: strong and weak ones alike. */
  List<Anchor> someAnchors() {
    return someAnchors;
  }
}
