package yomitori.mark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import yomitori.geometry.GrayImage;
import yomitori.natives.OnnxLibraries;

/**
 * The learnt part of reading marks: a small convolutional net over each box and the words beside
 * it, and over what all boxes of a page have in common. How it was trained: {@code
 * src/train/marks}. Run by ONNX Runtime on one core; thread-safe.
 */
final class MarkModel {

  private static final String RESOURCE = "marks.onnx";

  private static final int BOX_PX = MarkPatch.SIDE * MarkPatch.SIDE;

  private static final int LABEL_PX = MarkPatch.LABEL_WIDTH * MarkPatch.LABEL_HEIGHT;

  private static MarkModel standard;

  private final OrtEnvironment environment;
  private final OrtSession session;

  private MarkModel(OrtEnvironment environment, OrtSession session) {
    this.environment = environment;
    this.session = session;
  }

  /**
   * The model that comes with the program, loaded once for each process.
   *
   * @throws UncheckedIOException if ONNX Runtime cannot be unpacked
   * @throws UnsatisfiedLinkError if it has no library for this machine
   */
  static synchronized MarkModel standard() {
    if (standard == null) {
      standard = load();
    }
    return standard;
  }

  private static MarkModel load() {
    OnnxLibraries.unpack(
        OrtEnvironment.class.getClassLoader(),
        String.valueOf(OrtEnvironment.class.getPackage().getImplementationVersion()));
    try (InputStream in = MarkModel.class.getResourceAsStream(RESOURCE);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      if (in == null) {
        throw new IllegalStateException(
            "the program is incomplete: its mark model " + RESOURCE + " is missing; build it anew");
      }
      // Pages are read side by side, one to a core.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new MarkModel(environment, environment.createSession(in.readAllBytes(), options));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (OrtException e) {
      throw new IllegalStateException("the mark model cannot be loaded", e);
    }
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
      putInk(boxes, patch.page().box());
      putInk(boxes, patch.blank().box());
      putInk(labels, patch.page().label());
      putInk(labels, patch.blank().label());
    }
    long n = patches.size();
    long[] boxShape = {n, 2, MarkPatch.SIDE, MarkPatch.SIDE};
    long[] labelShape = {n, 2, MarkPatch.LABEL_HEIGHT, MarkPatch.LABEL_WIDTH};
    try (OnnxTensor b = OnnxTensor.createTensor(environment, boxes.flip(), boxShape);
        OnnxTensor l = OnnxTensor.createTensor(environment, labels.flip(), labelShape);
        OrtSession.Result result = session.run(Map.of("boxes", b, "labels", l))) {
      return (float[]) result.get(0).getValue();
    } catch (OrtException e) {
      throw new IllegalStateException("the mark model failed", e);
    }
  }

  /** 0 for paper to 1 for black. */
  private static void putInk(FloatBuffer buffer, GrayImage image) {
    for (byte pixel : image.pixels()) {
      buffer.put((GrayImage.WHITE - (pixel & 0xff)) / (float) GrayImage.WHITE);
    }
  }
}
