package yomitori.register;

import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.GrayImage;

/** Reduced copies of a raster, each pixel the mean of those it stands for. */
final class Pyramid {

  private Pyramid() {}

  /**
   * A copy of another size. Where it is smaller, area averages; where it is larger, bilinear.
   *
   * @param width columns of the copy
   * @param height rows of the copy
   */
  static GrayImage resize(GrayImage image, int width, int height) {
    if (width == image.width() && height == image.height()) {
      return image;
    }
    Mat from = toMat(image);
    Mat to = new Mat();
    try {
      boolean smaller = width <= image.width() && height <= image.height();
      Imgproc.resize(
          from,
          to,
          new Size(width, height),
          0,
          0,
          smaller ? Imgproc.INTER_AREA : Imgproc.INTER_LINEAR);
      return toImage(to);
    } finally {
      from.release();
      to.release();
    }
  }

  static Mat toMat(GrayImage image) {
    Mat mat = new Mat(image.height(), image.width(), CvType.CV_8UC1);
    mat.put(0, 0, image.pixels());
    return mat;
  }

  static GrayImage toImage(Mat mat) {
    byte[] pixels = new byte[mat.rows() * mat.cols()];
    mat.get(0, 0, pixels);
    return new GrayImage(mat.cols(), mat.rows(), pixels);
  }
}
