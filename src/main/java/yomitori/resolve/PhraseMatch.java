package yomitori.resolve;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import yomitori.text.TextReading.Candidate;

/**
 * The phrase that a free text most likely is, with how far the reading is from it: Levenshtein's
 * distance (1966), in which a character that was read surely costs more to change than a doubtful
 * one.
 *
 * @param phrase as it is listed
 * @param cost of coming from what was read to it, for each of its characters; 0 where it was read
 *     exactly
 * @param margin how much more it costs to come to the next phrase, in sure characters
 */
record PhraseMatch(String phrase, double cost, double margin) {

  /** Cost of a character that the phrase has and that was not read: some are lost on every fax. */
  private static final double MISSING = 0.6;

  /** Costs no less, however doubtful the character is. */
  private static final double LEAST = 0.1;

  /** Shorter phrases are too easily come by. */
  private static final int LEAST_LENGTH = 4;

  /** A character that was read so surely stays: 未定 is never taken for 予定. */
  private static final double SURE = 0.9;

  /** What it costs to change one: no phrase is then near. */
  private static final double FIXED = 99;

  /** A digit that was read so surely is one. */
  private static final double SURE_DIGIT = 0.9;

  /** At a higher cost it is another text. */
  private static final double MOST = 0.4;

  /** Phrases beyond this cost are not told apart. */
  private static final double FAR = 99;

  /**
   * The likeliest of some phrases; empty where none is near. A digit is changed only where it is
   * doubtful and the phrase has none: 3月 is never taken for 4月.
   */
  static Optional<PhraseMatch> of(Candidate read, List<String> phrases) {
    record Near(String phrase, double cost) {}
    List<Near> near = new ArrayList<>();
    String sureDigits = digits(read, SURE_DIGIT);
    String allDigits = digits(read, 0);
    for (String phrase : phrases) {
      int length = phrase.codePointCount(0, phrase.length());
      String digits = phrase.replaceAll("[^0-9]", "");
      boolean may = digits.isEmpty() ? sureDigits.isEmpty() : digits.equals(allDigits);
      if (length >= LEAST_LENGTH && may) {
        near.add(new Near(phrase, cost(read, phrase)));
      }
    }
    near.sort(Comparator.comparingDouble(Near::cost));
    if (near.isEmpty()) {
      return Optional.empty();
    }
    Near best = near.get(0);
    double next = near.size() > 1 ? near.get(1).cost : FAR;
    double perCharacter = best.cost / best.phrase.codePointCount(0, best.phrase.length());
    return perCharacter <= MOST
        ? Optional.of(new PhraseMatch(best.phrase, perCharacter, next - best.cost))
        : Optional.empty();
  }

  /** The digits that were read at least so surely. */
  private static String digits(Candidate read, double least) {
    int[] text = read.text().codePoints().toArray();
    List<Double> scores = scores(read, text.length);
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < text.length; i++) {
      if (text[i] >= '0' && text[i] <= '9' && scores.get(i) >= least) {
        digits.appendCodePoint(text[i]);
      }
    }
    return digits.toString();
  }

  private static List<Double> scores(Candidate read, int length) {
    return read.characterScores().isEmpty()
        ? Collections.nCopies(length, read.score())
        : read.characterScores();
  }

  private static double cost(Candidate read, String phrase) {
    int[] a = read.text().codePoints().toArray();
    int[] b = phrase.codePoints().toArray();
    List<Double> scores = scores(read, a.length);
    double[] above = new double[b.length + 1];
    for (int j = 0; j <= b.length; j++) {
      above[j] = MISSING * j;
    }
    for (int i = 1; i <= a.length; i++) {
      double sure = scores.get(i - 1) >= SURE ? FIXED : Math.max(LEAST, scores.get(i - 1));
      double[] row = new double[b.length + 1];
      row[0] = above[0] + sure;
      for (int j = 1; j <= b.length; j++) {
        double change = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : sure);
        row[j] = Math.min(change, Math.min(above[j] + sure, row[j - 1] + MISSING));
      }
      above = row;
    }
    return above[b.length];
  }
}
