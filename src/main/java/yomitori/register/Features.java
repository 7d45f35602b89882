package yomitori.register;

import java.util.ArrayList;
import java.util.List;
import org.opencv.core.CvType;
import org.opencv.core.DMatch;
import org.opencv.core.KeyPoint;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDMatch;
import org.opencv.core.MatOfKeyPoint;
import org.opencv.core.Point;
import org.opencv.features2d.BFMatcher;
import org.opencv.features2d.SIFT;
import yomitori.geometry.GrayImage;

/**
 * Distinct points of a picture with descriptions that hold whatever its scale and turn (Lowe,
 * Distinctive image features from scale-invariant keypoints, IJCV 2004).
 */
final class Features {

  private static final int VALUES = 128;

  /** A point whose second nearest description is not further off than this is left out. */
  private static final double RATIO = 0.8;

  private final List<Point> points;
  private final float[] descriptors;

  private Features(List<Point> points, float[] descriptors) {
    this.points = points;
    this.descriptors = descriptors;
  }

  /**
   * @param most so many at most, the most distinct
   * @param scale what places in px are multiplied by
   */
  static Features of(GrayImage image, int most, double scale) {
    Mat mat = Pyramid.toMat(image);
    Mat mask = new Mat();
    Mat descriptors = new Mat();
    MatOfKeyPoint keyPoints = new MatOfKeyPoint();
    SIFT sift = SIFT.create(most);
    try {
      sift.detectAndCompute(mat, mask, keyPoints, descriptors);
      List<Point> points = new ArrayList<>();
      for (KeyPoint k : keyPoints.toArray()) {
        // OpenCV counts from the centre of the first pixel.
        points.add(new Point((k.pt.x + 0.5) * scale, (k.pt.y + 0.5) * scale));
      }
      float[] values = new float[points.size() * VALUES];
      if (values.length > 0) {
        descriptors.get(0, 0, values);
      }
      return new Features(points, values);
    } finally {
      mat.release();
      mask.release();
      descriptors.release();
      keyPoints.release();
    }
  }

  /** Places of the same features in two pictures. */
  record Pairs(List<Point> here, List<Point> there) {}

  /** Those points of this picture that are like one, and only one, of another. */
  Pairs match(Features other) {
    Pairs pairs = new Pairs(new ArrayList<>(), new ArrayList<>());
    if (points.size() < 2 || other.points.size() < 2) {
      return pairs;
    }
    Mat a = toMat();
    Mat b = other.toMat();
    List<MatOfDMatch> nearest = new ArrayList<>();
    try {
      BFMatcher.create().knnMatch(a, b, nearest, 2);
      for (MatOfDMatch two : nearest) {
        DMatch[] m = two.toArray();
        if (m.length == 2 && m[0].distance < RATIO * m[1].distance) {
          pairs.here.add(points.get(m[0].queryIdx));
          pairs.there.add(other.points.get(m[0].trainIdx));
        }
      }
      return pairs;
    } finally {
      a.release();
      b.release();
      nearest.forEach(Mat::release);
    }
  }

  private Mat toMat() {
    Mat mat = new Mat(points.size(), VALUES, CvType.CV_32F);
    mat.put(0, 0, descriptors);
    return mat;
  }
}
