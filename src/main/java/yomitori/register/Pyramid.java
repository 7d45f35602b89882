package yomitori.register;

import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;
import org.opencv.core.Scalar;
import org.opencv.core.Size;
import org.opencv.imgproc.Imgproc;
import yomitori.geometry.Affine;
import yomitori.geometry.GrayImage;

/** Reduced copies of a raster, each pixel the mean of those it stands for. */
final class Pyramid {

  static {
    OpenCv.load();
  }

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

  /**
   * A copy with each block of across × down pixels averaged to one; what does not fill a block at
   * the right and bottom edges is left out.
   *
   * @throws IllegalArgumentException if the image is smaller than one block
   */
  static GrayImage reduce(GrayImage image, int across, int down) {
    if (across == 1 && down == 1) {
      return image;
    }
    int width = image.width() / across;
    int height = image.height() / down;
    if (across < 1 || down < 1 || width < 1 || height < 1) {
      throw new IllegalArgumentException("blocks of " + across + " x " + down + " px do not fit");
    }
    Mat from = toMat(image);
    Mat blocks = from.submat(0, height * down, 0, width * across);
    Mat to = new Mat();
    try {
      Imgproc.resize(blocks, to, new Size(width, height), 0, 0, Imgproc.INTER_AREA);
      return toImage(to);
    } finally {
      from.release();
      blocks.release();
      to.release();
    }
  }

  /**
   * A copy laid out anew, bilinear, white where the image ends.
   *
   * @param toImage from px of the copy to px of the image
   */
  static GrayImage warp(GrayImage image, Affine toImage, int width, int height) {
    // OpenCV counts from the centre of the first pixel.
    Affine m = Affine.translate(0.5, 0.5).then(toImage).then(Affine.translate(-0.5, -0.5));
    Mat from = toMat(image);
    Mat map = new Mat(2, 3, CvType.CV_64F);
    Mat to = new Mat();
    try {
      map.put(0, 0, m.xx(), m.xy(), m.x0(), m.yx(), m.yy(), m.y0());
      Imgproc.warpAffine(
          from,
          to,
          map,
          new Size(width, height),
          Imgproc.INTER_LINEAR | Imgproc.WARP_INVERSE_MAP,
          Core.BORDER_CONSTANT,
          Scalar.all(GrayImage.WHITE));
      return toImage(to);
    } finally {
      from.release();
      map.release();
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
