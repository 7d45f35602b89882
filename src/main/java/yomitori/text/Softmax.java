package yomitori.text;

/** Turns a net's outputs into probabilities. */
final class Softmax {

  private Softmax() {}

  /** Of {@code count} logits from {@code from} on: probabilities that sum to 1. */
  static double[] of(float[] logits, int from, int count) {
    double largest = logits[from];
    for (int i = 1; i < count; i++) {
      largest = Math.max(largest, logits[from + i]);
    }
    double[] out = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      out[i] = Math.exp(logits[from + i] - largest);
      sum += out[i];
    }
    for (int i = 0; i < count; i++) {
      out[i] /= sum;
    }
    return out;
  }
}
