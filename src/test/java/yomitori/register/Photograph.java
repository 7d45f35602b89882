package yomitori.register;

import java.util.List;
import java.util.Random;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.MatOfPoint2f;
import org.opencv.core.Point;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import yomitori.form.CheckBox;
import yomitori.geometry.GrayImage;
import yomitori.geometry.PointMm;
import yomitori.geometry.PointPx;
import yomitori.geometry.Resolution;
import yomitori.intake.Page;

/**
 * A sheet photographed on a table with a telephone, for tests: seen from aside, turned, unevenly
 * lit, blurred and noisy.
 *
 * @param page as intake gives it, its resolution guessed from the picture's size
 * @param map where the sheet's points truly lie on it
 */
record Photograph(Page page, Homography map) {

  private static final int WIDTH = 1800;
  private static final int HEIGHT = 2400;

  /**
   * @param sheet any picture of a sheet
   * @param wMm its width
   * @param hMm its height
   * @param keystone how much narrower the far edge is than the near one, as a share of the width
   * @param degrees by which the sheet is turned
   * @param share of the picture's height that the sheet takes
   */
  static Photograph of(
      GrayImage sheet, double wMm, double hMm, double keystone, double degrees, double share) {
    OpenCv.load();
    double halfH = share * HEIGHT / 2;
    double halfW = halfH * wMm / hMm;
    double far = halfW * (1 - keystone);
    double[][] corners = {{-far, -halfH}, {far, -halfH}, {halfW, halfH}, {-halfW, halfH}};
    double a = Math.toRadians(degrees);
    List<PointPx> onPage =
        java.util.Arrays.stream(corners)
            .map(
                c ->
                    new PointPx(
                        WIDTH / 2.0 + c[0] * Math.cos(a) + c[1] * Math.sin(a),
                        HEIGHT / 2.0 - c[0] * Math.sin(a) + c[1] * Math.cos(a)))
            .toList();
    List<PointMm> onForm =
        List.of(new PointMm(0, 0), new PointMm(wMm, 0), new PointMm(wMm, hMm), new PointMm(0, hMm));
    GrayImage seen = lit(warped(sheet, onPage));
    Resolution guessed = new Resolution(WIDTH / 210.0 * 25.4, WIDTH / 210.0 * 25.4);
    return new Photograph(
        new Page("photo.jpg", 1, "0", seen, guessed, Page.RowDamage.none(HEIGHT)),
        Homography.through(onForm, onPage));
  }

  private static GrayImage warped(GrayImage sheet, List<PointPx> corners) {
    Mat from = Pyramid.toMat(Pyramid.resize(sheet, sheet.width() / 2, sheet.height() / 2));
    double w = from.cols();
    double h = from.rows();
    MatOfPoint2f source =
        new MatOfPoint2f(new Point(0, 0), new Point(w, 0), new Point(w, h), new Point(0, h));
    MatOfPoint2f target =
        new MatOfPoint2f(corners.stream().map(p -> new Point(p.x(), p.y())).toArray(Point[]::new));
    Mat map = Imgproc.getPerspectiveTransform(source, target);
    Mat to = new Mat(HEIGHT, WIDTH, CvType.CV_8UC1, Scalar.all(90));
    try {
      Imgproc.warpPerspective(
          from,
          to,
          map,
          new Size(WIDTH, HEIGHT),
          Imgproc.INTER_AREA,
          org.opencv.core.Core.BORDER_TRANSPARENT,
          Scalar.all(0));
      Imgproc.GaussianBlur(to, to, new Size(0, 0), 1);
      return Pyramid.toImage(to);
    } finally {
      from.release();
      source.release();
      target.release();
      map.release();
      to.release();
    }
  }

  /** Light that falls off to one corner, and the sensor's noise. */
  private static GrayImage lit(GrayImage image) {
    Random random = new Random(7);
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        double light = 0.9 - 0.25 * x / image.width() - 0.2 * y / image.height();
        double v = 15 + light * image.get(x, y) + 4 * random.nextGaussian();
        out.set(x, y, (int) Math.max(0, Math.min(255, v)));
      }
    }
    return out;
  }

  /** The errors of all boxes of a form, in mm on the form, smallest first. */
  double[] errorsMm(RegisteredPage registered) {
    return registered.form().checkBoxes().stream()
        .map(CheckBox::box)
        .mapToDouble(
            box -> {
              PointMm p = box.centre();
              PointMm at = registered.transform().toForm(map.map(p.x(), p.y()));
              return Math.hypot(at.x() - p.x(), at.y() - p.y());
            })
        .sorted()
        .toArray();
  }
}
