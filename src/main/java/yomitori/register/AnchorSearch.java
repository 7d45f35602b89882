package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.RectMm;
import yomitori.intake.Page;

/** Finds anchors of a form on a page, each near the place where a transform expects it. */
final class AnchorSearch {

  private AnchorSearch() {}

  /**
   * Where one anchor was found.
   *
   * @param anchor the anchor
   * @param onPage its place in page px
   * @param offset how far that is from the place expected, in form mm
   * @param score normalised cross-correlation, -1 to 1
   */
  record Found(Anchor anchor, PointPx onPage, PointMm offset, double score) {}

  /** One result for each anchor whose expected place lies on the page. */
  static List<Found> search(
      List<Anchor> anchors, Anchor.Stage stage, Page page, Level level, PageTransform expected) {
    List<Found> found = new ArrayList<>();
    for (Anchor anchor : anchors) {
      PointPx p = expected.toPage(anchor.centre());
      if (onPage(page, p)) {
        found.add(find(anchor, stage, level, expected));
      }
    }
    return found;
  }

  private static boolean onPage(Page page, PointPx p) {
    return p.x() >= 0
        && p.y() >= 0
        && p.x() < page.image().width()
        && p.y() < Math.min(page.image().height(), page.damage().missingFrom());
  }

  private static Found find(
      Anchor anchor, Anchor.Stage stage, Level level, PageTransform expected) {
    RectMm area = anchor.area(stage, stage.radiusMm);
    Peak peak =
        stage.comparesGreys()
            ? correlate(level.crop(expected, area, stage.pxPerMm), anchor.shades().get(stage))
            : anchor
                .inks()
                .get(stage)
                .findIn(InkBits.cut(level, expected, area, stage.pxPerMm, stage.inkBelow));
    double dx = peak.dx() / stage.pxPerMm;
    double dy = peak.dy() / stage.pxPerMm;
    PointPx at = expected.toPage(anchor.centre().x() + dx, anchor.centre().y() + dy);
    return new Found(anchor, at, new PointMm(dx, dy), peak.score());
  }

  private static Peak correlate(GrayImage window, GrayImage patch) {
    Mat image = Pyramid.toMat(window);
    Mat template = Pyramid.toMat(patch);
    Mat scores = new Mat();
    try {
      Imgproc.matchTemplate(image, template, scores, Imgproc.TM_CCOEFF_NORMED);
      float[] found = new float[scores.rows() * scores.cols()];
      scores.get(0, 0, found);
      double[] table = new double[found.length];
      for (int i = 0; i < found.length; i++) {
        // OpenCV divides by nothing where the window has no contrast.
        table[i] = Float.isFinite(found[i]) ? Math.min(found[i], 1) : 0;
      }
      return Peak.of(table, scores.cols());
    } finally {
      image.release();
      template.release();
      scores.release();
    }
  }
}
