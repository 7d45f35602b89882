package yomitori.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yomitori.text.LineText.Glyph;

/**
 * What a net sees along a line, step by step: how likely each character, or none, stands there
 * (connectionist temporal classification: Graves and others, ICML 2006).
 */
final class CtcLine {

  private static final int NONE = CtcAlphabet.NONE;

  private final CtcAlphabet alphabet;
  private final double[][] steps;

  /**
   * @param logits of every class at one step after another, from left to right
   * @throws IllegalArgumentException if the logits are not whole steps
   */
  CtcLine(CtcAlphabet alphabet, float[] logits) {
    int classes = alphabet.classes();
    if (logits.length % classes != 0) {
      throw new IllegalArgumentException(logits.length + " logits of " + classes + " classes");
    }
    this.alphabet = alphabet;
    this.steps = new double[logits.length / classes][];
    for (int step = 0; step < steps.length; step++) {
      steps[step] = Softmax.of(logits, step * classes, classes);
    }
  }

  /** The likeliest character at each step, repetitions taken as one. */
  LineText text() {
    List<Glyph> glyphs = new ArrayList<>();
    int before = NONE;
    for (double[] step : steps) {
      int best = likeliest(step);
      if (best != NONE && best != before) {
        glyphs.add(new Glyph(alphabet.character(best), step[best]));
      } else if (best != NONE) {
        Glyph last = glyphs.remove(glyphs.size() - 1);
        glyphs.add(new Glyph(last.text(), Math.max(last.score(), step[best])));
      }
      before = best;
    }
    return new LineText(glyphs);
  }

  private static int likeliest(double[] step) {
    int best = 0;
    for (int i = 1; i < step.length; i++) {
      best = step[i] > step[best] ? i : best;
    }
    return best;
  }

  /** The texts with each one's probability, 0 to 1, all ways of spacing it out together. */
  Map<String, Double> probabilities(List<String> texts) {
    Map<String, Double> probabilities = new HashMap<>();
    for (String text : texts) {
      int[] labels = text.codePoints().map(c -> alphabet.indexOf(Character.toString(c))).toArray();
      probabilities.put(text, probability(labels));
    }
    return probabilities;
  }

  /** The forward algorithm over the labels with "none" between them and at both ends. */
  private double probability(int[] labels) {
    double[] at = new double[2 * labels.length + 1];
    for (int step = 0; step < steps.length; step++) {
      double[] next = new double[at.length];
      for (int i = 0; i < at.length; i++) {
        double reached = step == 0 ? (i <= 1 ? 1 : 0) : at[i];
        if (step > 0 && i >= 1) {
          reached += at[i - 1];
        }
        if (step > 0 && i >= 3 && i % 2 == 1 && labels[i / 2] != labels[i / 2 - 1]) {
          reached += at[i - 2];
        }
        int label = i % 2 == 0 ? NONE : labels[i / 2];
        next[i] = label < 0 ? 0 : reached * steps[step][label];
      }
      at = next;
    }
    return steps.length == 0 ? 0 : at[at.length - 1] + (at.length > 1 ? at[at.length - 2] : 0);
  }
}
