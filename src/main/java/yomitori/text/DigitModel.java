package yomitori.text;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import yomitori.natives.OnnxNet;

/**
 * Reads single handwritten digits: the mean of two small convolutional nets over the writing of a
 * cell and over the cell with its frame. Each cell is looked at as it is and a little turned either
 * way, and what the net says of the three is averaged. How it was trained: {@code
 * src/train/digits}. Thread-safe.
 */
public final class DigitModel {

  private static final int PX = DigitPatch.SIDE * DigitPatch.SIDE;

  /**
   * How far a cell is turned each time it is looked at, in radians. On tuning digits, loose and in
   * combs, the three together lower the log loss by 6 % and the misread by 8 %; slants, sizes and
   * pens beside them add nothing.
   */
  private static final double[] TURNS = {0, 0.12, -0.12};

  private static final double[] UNTURNED = {0};

  /** The mean of several looks is less sure than each: fitted to tuning digits. */
  private static final double SHARPENING = 1.1;

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
    return read(cells, TURNS, SHARPENING);
  }

  /**
   * What a piece of writing outside of cells holds, looked at once only: a streak of the scanner is
   * the surer a 1 the more often it is looked at, and no check digit tells.
   */
  DigitReading readUnturned(DigitPatch piece) {
    return read(List.of(piece), UNTURNED, 1).get(0);
  }

  private List<DigitReading> read(List<DigitPatch> cells, double[] turns, double sharpening) {
    if (cells.isEmpty()) {
      return List.of();
    }
    FloatBuffer pictures = FloatBuffer.allocate(cells.size() * turns.length * 2 * PX);
    for (DigitPatch patch : cells) {
      for (double turn : turns) {
        CellRaster.turned(patch.digit(), turn).putInk(pictures);
        CellRaster.turned(patch.cell(), turn).putInk(pictures);
      }
    }
    float[] logits =
        net.run(
            List.of(
                new OnnxNet.Input(
                    "cells",
                    pictures,
                    List.of(cells.size() * turns.length, 2, DigitPatch.SIDE, DigitPatch.SIDE))));
    List<DigitReading> readings = new ArrayList<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      double[] probabilities =
          Softmax.of(mean(logits, cell, turns.length, sharpening), 0, DigitReading.KINDS);
      readings.add(DigitReading.of(Arrays.stream(probabilities).boxed().toList()));
    }
    return readings;
  }

  /**
   * The mean of what the net said of one cell: in logits, so of probabilities the geometric one.
   */
  private static float[] mean(float[] logits, int cell, int looks, double sharpening) {
    float[] mean = new float[DigitReading.KINDS];
    for (int look = 0; look < looks; look++) {
      int from = (cell * looks + look) * DigitReading.KINDS;
      for (int kind = 0; kind < DigitReading.KINDS; kind++) {
        mean[kind] += (float) (sharpening / looks * logits[from + kind]);
      }
    }
    return mean;
  }
}
