package yomitori.simulate.score;

import yomitori.text.EditDistance;
import yomitori.text.JapaneseText;

/**
 * How well one kind of written field was read, over the pages that were read.
 *
 * @param written fields in which something was written
 * @param exact of those, how many were given exactly, accepted or not
 * @param acceptedWritten of those written, how many were accepted
 * @param acceptedExact of those, how many are exact
 * @param filledIn empty fields that were given a value
 * @param all characters over all fields
 * @param accepted characters over the accepted fields
 * @param digits single digits of combs over all fields; none for other kinds
 * @param acceptedDigits the same over the accepted fields
 */
public record TextScore(
    long written,
    long exact,
    long acceptedWritten,
    long acceptedExact,
    long filledIn,
    Characters all,
    Characters accepted,
    Digits digits,
    Digits acceptedDigits) {

  /**
   * Characters and what must be changed in them.
   *
   * @param meant characters that were written
   * @param edits characters to put in, take out or change to come from what was read to what was
   *     written
   */
  public record Characters(long meant, long edits) {

    /** The character error rate: more than 1 where more is read than was written. */
    public double errorRate() {
      return meant == 0 ? 0 : (double) edits / meant;
    }

    Characters plus(Characters other) {
      return new Characters(meant + other.meant, edits + other.edits);
    }
  }

  /**
   * Single digits.
   *
   * @param meant digits that were written
   * @param right of those, how many stand in their place in what was read
   */
  public record Digits(long meant, long right) {}

  /** Collects fields of one kind. Not thread-safe. */
  static final class Tally {

    private long written;
    private long exact;
    private long acceptedWritten;
    private long acceptedExact;
    private long filledIn;
    private long meant;
    private long edits;
    private long acceptedMeant;
    private long acceptedEdits;
    private long digits;
    private long rightDigits;
    private long acceptedDigits;
    private long acceptedRightDigits;

    void add(Answer answer) {
      if (answer.outcome() == Outcome.MISSED || answer.noInk()) {
        return;
      }
      boolean accepted = answer.outcome() != Outcome.REVIEW;
      String truth = JapaneseText.normalize(answer.meant());
      String given =
          answer.given().equals(answer.meant()) ? truth : JapaneseText.normalize(answer.given());
      int length = EditDistance.length(truth);
      int distance = answer.valueRight() ? 0 : EditDistance.between(given, truth);
      meant += length;
      edits += distance;
      acceptedMeant += accepted ? length : 0;
      acceptedEdits += accepted ? distance : 0;
      if (truth.isEmpty()) {
        filledIn += given.isEmpty() ? 0 : 1;
      } else {
        written++;
        exact += answer.valueRight() ? 1 : 0;
        acceptedWritten += accepted ? 1 : 0;
        acceptedExact += accepted && answer.valueRight() ? 1 : 0;
      }
      if (answer.kind() == Kind.COMB) {
        int inPlace = digitsInPlace(truth, given);
        digits += length;
        rightDigits += inPlace;
        acceptedDigits += accepted ? length : 0;
        acceptedRightDigits += accepted ? inPlace : 0;
      }
    }

    /** Where digits are missing or too many, as many as stand in both in the same order. */
    private static int digitsInPlace(String truth, String given) {
      if (truth.length() != given.length()) {
        return EditDistance.common(given, truth);
      }
      int right = 0;
      for (int i = 0; i < truth.length(); i++) {
        right += truth.charAt(i) == given.charAt(i) ? 1 : 0;
      }
      return right;
    }

    TextScore score() {
      return new TextScore(
          written,
          exact,
          acceptedWritten,
          acceptedExact,
          filledIn,
          new Characters(meant, edits),
          new Characters(acceptedMeant, acceptedEdits),
          new Digits(digits, rightDigits),
          new Digits(acceptedDigits, acceptedRightDigits));
    }
  }
}
