package yomitori.resolve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import yomitori.text.EditDistance;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** How likely each of the 47 prefectures is meant. Immutable. */
final class PrefectureBelief {

  private static final int COUNT = 47;

  /** How much less likely each character that differs makes an entry: a factor of e² or 7. */
  private static final double PER_EDIT = 2;

  /** Share of readings that have nothing to do with what was written. */
  private static final double ASTRAY = 0.05;

  private final double[] shares;

  private PrefectureBelief(double[] shares) {
    this.shares = shares;
  }

  /** From how likely each is, in the order of their codes; scaled so that all are 1 together. */
  static PrefectureBelief of(double[] shares) {
    double sum = Arrays.stream(shares).sum();
    return new PrefectureBelief(Arrays.stream(shares).map(s -> s / sum).toArray());
  }

  /** Nothing is known: all are as likely. */
  static PrefectureBelief unknown() {
    double[] shares = new double[COUNT];
    Arrays.fill(shares, 1.0 / COUNT);
    return new PrefectureBelief(shares);
  }

  /**
   * From what was read of the word.
   *
   * @param confidence how likely the best candidate is right where it is a prefecture's name, by
   *     the engine's score
   */
  static PrefectureBelief of(TextReading reading, Lexicon lexicon, ScoreCurve confidence) {
    if (reading.blank()) {
      return unknown();
    }
    double[] shares = new double[COUNT];
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      double distance = Double.MAX_VALUE;
      for (Candidate candidate : reading.candidates()) {
        distance =
            Math.min(distance, EditDistance.between(candidate.text(), Prefecture.name(i + 1)));
      }
      shares[i] = Math.exp(-PER_EDIT * distance);
      sum += shares[i];
    }
    for (int i = 0; i < COUNT; i++) {
      shares[i] = ASTRAY / COUNT + (1 - ASTRAY) * shares[i] / sum;
    }
    Candidate best = reading.candidates().get(0);
    lexicon
        .entry(best.text())
        .map(Prefecture::code)
        .filter(code -> code.isPresent())
        .ifPresent(code -> put(shares, code.getAsInt() - 1, confidence.confidence(best.score())));
    return new PrefectureBelief(shares);
  }

  /** Gives one a share and the others what is left, in proportion. */
  private static void put(double[] shares, int one, double share) {
    double left = (1 - share) / (1 - shares[one]);
    for (int i = 0; i < COUNT; i++) {
      shares[i] *= left;
    }
    shares[one] = share;
  }

  /** The mean of a figure of each prefecture, by its code of 1 to 47. */
  double mean(IntToDoubleFunction figure) {
    double mean = 0;
    for (int i = 0; i < COUNT; i++) {
      mean += shares[i] * figure.applyAsDouble(i + 1);
    }
    return mean;
  }

  /** Bayes' rule. */
  PrefectureBelief given(IntToDoubleFunction likelihood) {
    double[] given = new double[COUNT];
    double sum = 0;
    for (int i = 0; i < COUNT; i++) {
      given[i] = shares[i] * likelihood.applyAsDouble(i + 1);
      sum += given[i];
    }
    for (int i = 0; i < COUNT; i++) {
      given[i] /= sum;
    }
    return new PrefectureBelief(given);
  }

  /** The code of the likeliest one, 1 to 47. */
  int likeliest() {
    int best = 0;
    for (int i = 1; i < COUNT; i++) {
      best = shares[i] > shares[best] ? i : best;
    }
    return best + 1;
  }

  /**
   * @param code 1 to 47
   */
  double share(int code) {
    return shares[code - 1];
  }

  /** Names of the likeliest ones, likeliest first. */
  List<String> names(int count) {
    return IntStream.rangeClosed(1, COUNT)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer code) -> share(code)).reversed())
        .limit(count)
        .map(Prefecture::name)
        .toList();
  }
}
