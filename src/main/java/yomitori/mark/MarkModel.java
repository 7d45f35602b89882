package yomitori.mark;

import java.nio.FloatBuffer;
import java.util.List;
import yomitori.natives.OnnxNet;

/**
 * The learnt part of reading marks: a small convolutional net over each box and the words beside
 * it, and over what all boxes of a page have in common. How it was trained: {@code
 * src/train/marks}. Thread-safe.
 */
final class MarkModel {

  private static final int BOX_PX = MarkPatch.SIDE * MarkPatch.SIDE;

  private static final int LABEL_PX = MarkPatch.LABEL_WIDTH * MarkPatch.LABEL_HEIGHT;

  private static MarkModel standard;

  private final OnnxNet net;

  private MarkModel(OnnxNet net) {
    this.net = net;
  }

  /**
   * The model that comes with the program, loaded once for each process.
   *
   * @throws java.io.UncheckedIOException if ONNX Runtime cannot be unpacked
   * @throws UnsatisfiedLinkError if it has no library for this machine
   */
  static synchronized MarkModel standard() {
    if (standard == null) {
      standard = new MarkModel(OnnxNet.load(MarkModel.class, "marks.onnx"));
    }
    return standard;
  }

  /**
   * How likely each box of one page is marked.
   *
   * @param patches all boxes of the page: each is judged with the others beside it
   * @return natural logarithms of the odds, in the same order
   */
  float[] logOdds(List<MarkPatch> patches) {
    if (patches.isEmpty()) {
      return new float[0];
    }
    FloatBuffer boxes = FloatBuffer.allocate(patches.size() * 2 * BOX_PX);
    FloatBuffer labels = FloatBuffer.allocate(patches.size() * 2 * LABEL_PX);
    for (MarkPatch patch : patches) {
      patch.page().box().putInk(boxes);
      patch.blank().box().putInk(boxes);
      patch.page().label().putInk(labels);
      patch.blank().label().putInk(labels);
    }
    int n = patches.size();
    return net.run(
        List.of(
            new OnnxNet.Input("boxes", boxes, List.of(n, 2, MarkPatch.SIDE, MarkPatch.SIDE)),
            new OnnxNet.Input(
                "labels", labels, List.of(n, 2, MarkPatch.LABEL_HEIGHT, MarkPatch.LABEL_WIDTH))));
  }
}
