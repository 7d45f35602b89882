package yomitori.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CtcLineTest {

  private static final List<String> CHARACTERS = List.of("一", "二", "三");
  private static final int CLASSES = CHARACTERS.size() + 1;
  private static final int STEPS = 4;

  @Test
  void allTextsTogetherAreCertain() {
    for (long seed = 1; seed <= 20; seed++) {
      double sum = line(seed).probabilities(texts()).values().stream().mapToDouble(p -> p).sum();
      assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-9));
    }
  }

  /** Against an oracle that spells out every way through the steps. */
  @Test
  void aTextIsAsLikelyAsAllItsSpacingsTogether() {
    for (long seed = 1; seed <= 20; seed++) {
      float[] logits = logits(seed);
      for (String text : List.of("一", "一二", "一一", "三二一", "", "二二二")) {
        double expected = 0;
        for (int path = 0; path < Math.pow(CLASSES, STEPS); path++) {
          expected += collapsed(path).equals(text) ? probability(path, logits) : 0;
        }
        assertThat(line(seed).probabilities(List.of(text)).get(text))
            .as("%s, seed %d", text, seed)
            .isCloseTo(expected, within(1e-9));
      }
    }
  }

  @Test
  void aTextWithAnUnknownCharacterIsImpossible() {
    assertThat(line(1).probabilities(List.of("一四")).get("一四")).isZero();
  }

  @Test
  void repetitionsAreOneCharacterAndTheSurestStepIsItsScore() {
    float[] logits = new float[STEPS * CLASSES];
    logits[1] = 5;
    logits[CLASSES + 1] = 9;
    logits[2 * CLASSES] = 9;
    logits[3 * CLASSES + 1] = 9;
    LineText text = new CtcLine(new CtcAlphabet(CHARACTERS), logits).text();
    assertThat(text.text()).isEqualTo("一一");
    assertThat(text.glyphs().get(0).score()).isGreaterThan(0.999);
  }

  @Test
  void halfAStepIsRefused() {
    assertThatThrownBy(() -> new CtcLine(new CtcAlphabet(CHARACTERS), new float[CLASSES + 1]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static CtcLine line(long seed) {
    return new CtcLine(new CtcAlphabet(CHARACTERS), logits(seed));
  }

  private static float[] logits(long seed) {
    Random random = new Random(seed);
    float[] logits = new float[STEPS * CLASSES];
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (2 * random.nextGaussian());
    }
    return logits;
  }

  /** Every text that fits into the steps. */
  private static List<String> texts() {
    List<String> texts = new ArrayList<>(List.of(""));
    for (int i = 0; i < texts.size(); i++) {
      if (texts.get(i).length() < STEPS) {
        for (String character : CHARACTERS) {
          texts.add(texts.get(i) + character);
        }
      }
    }
    return texts;
  }

  private static String collapsed(int path) {
    StringBuilder text = new StringBuilder();
    int before = 0;
    for (int step = 0; step < STEPS; step++) {
      int c = classAt(path, step);
      if (c != 0 && c != before) {
        text.append(CHARACTERS.get(c - 1));
      }
      before = c;
    }
    return text.toString();
  }

  private static double probability(int path, float[] logits) {
    double probability = 1;
    for (int step = 0; step < STEPS; step++) {
      probability *= Softmax.of(logits, step * CLASSES, CLASSES)[classAt(path, step)];
    }
    return probability;
  }

  private static int classAt(int path, int step) {
    return (int) (path / Math.pow(CLASSES, step)) % CLASSES;
  }
}
