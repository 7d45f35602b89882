package yomitori.text;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.natives.OnnxNet;

/**
 * Reads single handwritten digits: a small convolutional net over the writing of a cell and over
 * the cell with its frame. How it was trained: {@code src/train/digits}. Thread-safe.
 */
public final class DigitModel {

  private static final int PX = DigitPatch.SIDE * DigitPatch.SIDE;

  private static DigitModel standard;

  private final OnnxNet net;

  private DigitModel(OnnxNet net) {
    this.net = net;
  }

  /**
   * The model that comes with the program, loaded once for each process.
   *
   * @throws java.io.UncheckedIOException if ONNX Runtime cannot be unpacked
   * @throws UnsatisfiedLinkError if it has no library for this machine
   */
  public static synchronized DigitModel standard() {
    if (standard == null) {
      standard = new DigitModel(OnnxNet.load(DigitModel.class, "digits.onnx"));
    }
    return standard;
  }

  /** What each cell holds, in the same order; a cell's reading does not depend on the others. */
  public List<DigitReading> read(List<DigitPatch> cells) {
    if (cells.isEmpty()) {
      return List.of();
    }
    FloatBuffer pictures = FloatBuffer.allocate(cells.size() * 2 * PX);
    for (DigitPatch patch : cells) {
      patch.digit().putInk(pictures);
      patch.cell().putInk(pictures);
    }
    float[] logits =
        net.run(
            List.of(
                new OnnxNet.Input(
                    "cells",
                    pictures,
                    List.of(cells.size(), 2, DigitPatch.SIDE, DigitPatch.SIDE))));
    List<DigitReading> readings = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      readings.add(
          DigitReading.of(
              Arrays.stream(Softmax.of(logits, cell * DigitReading.KINDS, DigitReading.KINDS))
                  .boxed()
                  .toList()));
    }
    return readings;
  }
}
