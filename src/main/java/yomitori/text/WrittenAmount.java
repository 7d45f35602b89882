package yomitori.text;

import java.util.List;
import yomitori.text.NumberSign.Kind;
import yomitori.text.TextReading.Candidate;

/**
 * The likeliest number among the signs of an amount: which of them are digits, and which are 約
 * before or the unit after them. All splits are weighed by the digit model's probabilities.
 */
final class WrittenAmount {

  /** How often 約 stands before a number, in none to three pieces of ink. Assumptions. */
  private static final double[] BEFORE = {0.9, 0.05, 0.05, 0.01};

  /** How often the unit stands after a number, in none to five pieces of ink. Assumptions. */
  private static final double[] AFTER = {0.9, 0.02, 0.03, 0.03, 0.02, 0.005};

  /** How much likelier letters are where the line was read with such a letter. */
  private static final double SEEN = 20;

  /** A letter looks to the digit model like a digit at most so surely. */
  private static final double LEAST_LETTER = 0.002;

  /** What is left of the score where a speck may be a point. */
  private static final double LEFT_BY_SPECK = 0.7;

  /** Likewise where letters are left out beside the number that the line was not read with. */
  private static final double LEFT_BY_UNREAD_LETTERS = 0.7;

  /** More signs than this are no amount. */
  private static final int MOST_SIGNS = 16;

  private static final String ABOUT = "約";

  private final List<NumberSign> signs;
  private final boolean about;
  private final boolean unit;

  private WrittenAmount(List<NumberSign> signs, boolean about, boolean unit) {
    this.signs = signs;
    this.about = about;
    this.unit = unit;
  }

  /**
   * The number.
   *
   * @param signs from left to right
   * @param line what the line was read as
   * @param unit what the form prints after the number
   * @return the number, with 約 and the unit where they are written, and how sure it is; an empty
   *     text where there is none
   */
  static Candidate of(List<NumberSign> signs, String line, String unit) {
    long full = signs.stream().filter(NumberSign::full).count();
    if (full == 0 || full > MOST_SIGNS) {
      return new Candidate("", 0);
    }
    boolean unitSeen = line.chars().anyMatch(c -> unit.indexOf(c) >= 0);
    return new WrittenAmount(signs, line.startsWith(ABOUT), unitSeen).likeliest(unit);
  }

  private Candidate likeliest(String unitWords) {
    int bestFrom = 0;
    int bestTo = signs.size();
    double best = -1;
    double sum = 0;
    for (int before = 0; before < BEFORE.length; before++) {
      for (int after = 0; after < AFTER.length && before + after < signs.size(); after++) {
        double score = split(before, signs.size() - after);
        sum += score;
        if (score > best) {
          best = score;
          bestFrom = before;
          bestTo = signs.size() - after;
        }
      }
    }
    if (best <= 0) {
      return new Candidate("", 0);
    }
    List<NumberSign> number = signs.subList(bestFrom, bestTo);
    double sure = best / sum;
    StringBuilder text = new StringBuilder(bestFrom > 0 ? ABOUT : "");
    for (NumberSign sign : number) {
      sure *= sign.full() ? sign.digit() : 1;
      text.append(written(sign));
    }
    sure *= signs.stream().anyMatch(WrittenAmount::uncertain) ? LEFT_BY_SPECK : 1;
    boolean unread = (bestFrom > 0 && !about) || (bestTo < signs.size() && !unit);
    sure *= unread ? LEFT_BY_UNREAD_LETTERS : 1;
    return new Candidate(text.append(bestTo < signs.size() ? unitWords : "").toString(), sure);
  }

  private static boolean uncertain(NumberSign sign) {
    return sign.kind() == Kind.PERHAPS_POINT || sign.kind() == Kind.STRAY;
  }

  private static String written(NumberSign sign) {
    return switch (sign.kind()) {
      case FULL -> String.valueOf(sign.reading().likeliest());
      case POINT -> ".";
      case COMMA -> ",";
      case PERHAPS_POINT, STRAY -> "";
    };
  }

  /** How likely the signs from one on up to another are the number, and the others letters. */
  private double split(int from, int to) {
    double score = BEFORE[from] * AFTER[signs.size() - to];
    score *= about && from > 0 ? SEEN : 1;
    score *= unit && to < signs.size() ? SEEN : 1;
    boolean digits = false;
    for (int i = 0; i < signs.size(); i++) {
      NumberSign sign = signs.get(i);
      boolean within = i >= from && i < to;
      digits |= within && sign.full();
      if (sign.full()) {
        score *= within ? sign.digit() : Math.max(LEAST_LETTER, sign.letter());
      }
    }
    return digits ? score : 0;
  }
}
