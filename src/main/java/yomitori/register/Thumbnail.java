package yomitori.register;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;

/** Whole sheets compared at a glance: blurred rasters of 1 px to the mm. */
final class Thumbnail {

  /** Blur that lets a scale off by 1 % still overlap at the sheet's ends, in px. */
  static final double SIGMA = 1.6;

  /** Every so many mm one pixel is compared. */
  private static final int STEP_MM = 2;

  private Thumbnail() {}

  /**
   * @param sigmaPx standard deviation of the Gaussian kernel
   */
  static GrayImage blur(GrayImage image, double sigmaPx) {
    Mat from = Pyramid.toMat(image);
    Mat to = new Mat();
    try {
      Imgproc.GaussianBlur(from, to, new Size(0, 0), sigmaPx);
      return Pyramid.toImage(to);
    } finally {
      from.release();
      to.release();
    }
  }

  /**
   * Correlation of a form with a page, over that part of the form that lies on the page.
   *
   * @param form blurred, 1 px to the mm
   * @param page blurred, 1 px to the mm
   * @param formToPage form mm to page mm
   * @return -1 to 1, weighted down where much of the form lies off the page
   */
  static double correlation(GrayImage form, GrayImage page, Affine formToPage) {
    int n = 0;
    int all = 0;
    double f1 = 0;
    double p1 = 0;
    double ff = 0;
    double pp = 0;
    double fp = 0;
    for (int y = STEP_MM / 2; y < form.height(); y += STEP_MM) {
      for (int x = STEP_MM / 2; x < form.width(); x += STEP_MM) {
        all++;
        int px = (int) Math.floor(formToPage.mapX(x + 0.5, y + 0.5));
        int py = (int) Math.floor(formToPage.mapY(x + 0.5, y + 0.5));
        if (px < 0 || py < 0 || px >= page.width() || py >= page.height()) {
          continue;
        }
        double f = form.get(x, y);
        double p = page.get(px, py);
        n++;
        f1 += f;
        p1 += p;
        ff += f * f;
        pp += p * p;
        fp += f * p;
      }
    }
    double varF = n * ff - f1 * f1;
    double varP = n * pp - p1 * p1;
    if (n == 0 || varF <= 0 || varP <= 0) {
      return 0;
    }
    return (n * fp - f1 * p1) / Math.sqrt(varF * varP) * Math.sqrt((double) n / all);
  }
}
