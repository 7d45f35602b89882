package yomitori.mark;

import java.util.stream.IntStream;
import yomitori.form.BoxShape;
import yomitori.form.CheckBox;

/**
 * The zones of a cut-out with one box in its middle, told by their distance from the outer edge of
 * the box's outline. Each is a list of the cut-out's pixels, by their index in its buffer.
 */
final class BoxZones {

  /** The box itself. */
  final int[] inside;

  /** The paper around it in which writing is measured. */
  final int[] beside;

  /** What should be bare paper. */
  final int[] paper;

  /** The whole cut-out. */
  final int[] all;

  /** The box with its outline. */
  final int[] withFrame;

  /** The outline and what a ring drawn along it covers. */
  final int[] frame;

  /** Width of the margin around a box in which writing beside it is measured. */
  private static final double BESIDE_MM = 2.0;

  private static final double FRAME_IN_MM = 0.5;

  private static final double FRAME_OUT_MM = 0.8;

  /**
   * @param width of the cut-out in px
   * @param height of the cut-out in px
   * @param pxPerMm its density
   */
  BoxZones(CheckBox box, int width, int height, double pxPerMm) {
    double[] outside = outside(box, width, height, pxPerMm);
    inside = zone(outside, Double.NEGATIVE_INFINITY, 0);
    beside = zone(outside, 0, BESIDE_MM);
    paper = zone(outside, BESIDE_MM / 2, Double.POSITIVE_INFINITY);
    frame = zone(outside, -FRAME_IN_MM, FRAME_OUT_MM);
    withFrame = zone(outside, Double.NEGATIVE_INFINITY, FRAME_OUT_MM);
    all = zone(outside, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** How far each pixel lies outside the box, in mm; negative inside. */
  static double[] outside(CheckBox box, int width, int height, double pxPerMm) {
    double halfX = box.box().w() / 2;
    double halfY = box.box().h() / 2;
    double[] outside = new double[width * height];
    for (int y = 0; y < height; y++) {
      double dy = Math.abs(y + 0.5 - height / 2.0) / pxPerMm;
      for (int x = 0; x < width; x++) {
        double dx = Math.abs(x + 0.5 - width / 2.0) / pxPerMm;
        outside[y * width + x] =
            box.shape() == BoxShape.ROUND
                ? (Math.hypot(dx / halfX, dy / halfY) - 1) * Math.min(halfX, halfY)
                : Math.max(dx - halfX, dy - halfY);
      }
    }
    return outside;
  }

  /** Pixels whose distance lies above {@code from} and not above {@code to}. */
  private static int[] zone(double[] outside, double from, double to) {
    return IntStream.range(0, outside.length)
        .filter(i -> outside[i] > from && outside[i] <= to)
        .toArray();
  }
}
