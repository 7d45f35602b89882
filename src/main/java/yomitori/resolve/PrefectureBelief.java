package yomitori.resolve;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import yomitori.resolve.master.Prefecture;
import yomitori.text.EditDistance;
import yomitori.text.Lexicon;
import yomitori.text.TextReading;
import yomitori.text.TextReading.Candidate;

/** How likely each of the 47 prefectures is meant. Immutable. */
final class PrefectureBelief {

  private static final int COUNT = 47;

  /** How much less likely each character that differs makes an entry: a factor of e² or 7. */
  private static final double PER_EDIT = 2;

  /** Share of readings that have nothing to do with what was written. */
  private static final double ASTRAY = 0.05;

  /** No word is surer than this. */
  private static final double MOST = 0.999;

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
   * From what was read of the word. Where the reader gave the likelihoods of the names themselves
   * these count; else how far the readings are from each name.
   */
  static PrefectureBelief of(TextReading reading, Lexicon lexicon) {
    if (reading.blank()) {
      return unknown();
    }
    double[] shares = new double[COUNT];
    for (Candidate candidate : reading.candidates()) {
      lexicon
          .entry(candidate.text())
          .map(Prefecture::code)
          .filter(OptionalInt::isPresent)
          .ifPresent(
              code ->
                  shares[code.getAsInt() - 1] =
                      Math.max(shares[code.getAsInt() - 1], Math.min(candidate.score(), MOST)));
    }
    double sum = Arrays.stream(shares).sum();
    return sum > 0 ? filled(shares, sum) : near(reading);
  }

  /** What is left of 1 evenly over all: whatever was read, each stays possible. */
  private static PrefectureBelief filled(double[] shares, double sum) {
    double left = Math.max(1 - sum, 1 - MOST) / COUNT;
    return of(Arrays.stream(shares).map(s -> s + left).toArray());
  }

  private static PrefectureBelief near(TextReading reading) {
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
    return of(shares);
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
