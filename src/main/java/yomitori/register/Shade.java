package yomitori.register;

import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.GrayImage;
import yomitori.intake.Page;

/**
 * Takes uneven shade out of grey scans and photographs: paper becomes white and the value midway
 * between ink and paper becomes 128. Pages of black and white pixels pass unchanged.
 */
final class Shade {

  /** A page with a smaller share of greys than this was sent in black and white. */
  private static final double GREY_SHARE = 0.02;

  /** One row in so many tells greys from black and white. */
  private static final int ROWS_STEP = 5;

  /** Density at which the paper's shade is estimated. */
  private static final double PX_PER_MM = 1;

  /** Wider than any stroke or letter: what closes over is paper. */
  private static final int CLOSING_PX = 9;

  private static final double BLUR_PX = 6;

  /** How much contrast is raised around the threshold between ink and paper. */
  private static final double CONTRAST = 2;

  /** Paper is never taken to be darker than this: in a black area there is no paper to see. */
  private static final int DARKEST_PAPER = 60;

  private Shade() {}

  static Page even(Page page) {
    GrayImage image = page.image();
    if (!isGrey(image)) {
      return page;
    }
    return page.withImage(stretch(divide(image, paper(page))));
  }

  /** Whether a page came in greys, as from a camera or a scanner. */
  static boolean isGrey(GrayImage image) {
    return greyShare(image) >= GREY_SHARE;
  }

  private static double greyShare(GrayImage image) {
    long greys = 0;
    long seen = 0;
    for (int y = 0; y < image.height(); y += ROWS_STEP) {
      for (int x = 0; x < image.width(); x++) {
        int v = image.get(x, y);
        greys += v > 15 && v < 240 ? 1 : 0;
      }
      seen += image.width();
    }
    return (double) greys / seen;
  }

  /** The paper's own shade, about 1 px to the mm. */
  private static GrayImage paper(Page page) {
    GrayImage image = page.image();
    int w = Math.max(2, (int) (image.width() / page.resolution().pxPerMmX() * PX_PER_MM));
    int h = Math.max(2, (int) (image.height() / page.resolution().pxPerMmY() * PX_PER_MM));
    Mat mat = Pyramid.toMat(Pyramid.resize(image, w, h));
    Mat kernel =
        Imgproc.getStructuringElement(Imgproc.MORPH_ELLIPSE, new Size(CLOSING_PX, CLOSING_PX));
    try {
      Imgproc.morphologyEx(mat, mat, Imgproc.MORPH_CLOSE, kernel);
      Imgproc.GaussianBlur(mat, mat, new Size(0, 0), BLUR_PX);
      return Pyramid.toImage(mat);
    } finally {
      mat.release();
      kernel.release();
    }
  }

  private static GrayImage divide(GrayImage image, GrayImage paper) {
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int y = 0; y < image.height(); y++) {
      int py = (int) ((long) y * paper.height() / image.height());
      for (int x = 0; x < image.width(); x++) {
        int px = (int) ((long) x * paper.width() / image.width());
        int white = Math.max(DARKEST_PAPER, paper.get(px, py));
        out.set(x, y, Math.min(GrayImage.WHITE, image.get(x, y) * GrayImage.WHITE / white));
      }
    }
    return out;
  }

  private static GrayImage stretch(GrayImage image) {
    int threshold = Otsu.threshold(image);
    GrayImage out = GrayImage.white(image.width(), image.height());
    for (int i = 0; i < image.pixels().length; i++) {
      double v = 128 + CONTRAST * ((image.pixels()[i] & 0xff) - threshold);
      out.pixels()[i] = (byte) Math.max(0, Math.min(GrayImage.WHITE, Math.round(v)));
    }
    return out;
  }
}
