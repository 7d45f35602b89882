package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PageTransform;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
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
    GrayImage window = level.crop(expected, anchor.area(stage, stage.radiusMm), stage.pxPerMm);
    Peak peak = correlate(window, anchor.patches().get(stage));
    double dx = peak.dx / stage.pxPerMm;
    double dy = peak.dy / stage.pxPerMm;
    PointPx at = expected.toPage(anchor.centre().x() + dx, anchor.centre().y() + dy);
    return new Found(anchor, at, new PointMm(dx, dy), peak.score);
  }

  /** A correlation peak: its offset from the window's middle in px, and its height. */
  record Peak(double dx, double dy, double score) {}

  /**
   * Slides a patch over a window and finds its best place to a fraction of a pixel.
   *
   * @return the offset of the patch's middle from the window's middle
   */
  static Peak correlate(GrayImage window, GrayImage patch) {
    Mat image = Pyramid.toMat(window);
    Mat template = Pyramid.toMat(patch);
    Mat scores = new Mat();
    try {
      Imgproc.matchTemplate(image, template, scores, Imgproc.TM_CCOEFF_NORMED);
      Core.MinMaxLocResult best = Core.minMaxLoc(scores);
      int x = (int) best.maxLoc.x;
      int y = (int) best.maxLoc.y;
      double dx = x - (scores.cols() - 1) / 2.0;
      double dy = y - (scores.rows() - 1) / 2.0;
      if (x > 0 && x < scores.cols() - 1) {
        dx += vertex(scores.get(y, x - 1)[0], best.maxVal, scores.get(y, x + 1)[0]);
      }
      if (y > 0 && y < scores.rows() - 1) {
        dy += vertex(scores.get(y - 1, x)[0], best.maxVal, scores.get(y + 1, x)[0]);
      }
      double score = Double.isFinite(best.maxVal) ? Math.min(best.maxVal, 1) : 0;
      return new Peak(dx, dy, score);
    } finally {
      image.release();
      template.release();
      scores.release();
    }
  }

  /** Where the parabola through three equally spaced values has its top, from the middle one. */
  private static double vertex(double before, double at, double after) {
    double bend = before - 2 * at + after;
    return bend < 0 ? 0.5 * (before - after) / bend : 0;
  }
}
