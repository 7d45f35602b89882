package yomitori.simulate.score;

import java.util.List;
import yomitori.form.ChoiceField;
import yomitori.text.EditDistance;

/**
 * What a person's time a form takes: with this program, who keys what it leaves over and loses time
 * to what it got wrong; and without, who keys every form. All seconds here are assumptions about an
 * operator at a desk with a keyboard, not measured: they make scores comparable, no more. They are
 * stated in {@code docs/evaluate.md}.
 *
 * @param forms pages that hold a form
 * @param reviewSeconds to look at what is in doubt, and to mend it
 * @param keyedSeconds to key the pages that gave no record
 * @param wrongSeconds lost to wrong values that were accepted
 * @param byHandSeconds to key every form
 */
public record OperatorTime(
    long forms,
    double reviewSeconds,
    double keyedSeconds,
    double wrongSeconds,
    double byHandSeconds) {

  /** To open a page that has something in doubt. */
  public static final double SECONDS_TO_OPEN = 4;

  /** To look at one mark in doubt and press a key. */
  public static final double SECONDS_FOR_MARK = 2;

  /** To look at one written field in doubt and accept what was read. */
  public static final double SECONDS_FOR_LINE = 3;

  /** To type one character of Japanese, its conversion included: 60 a minute. */
  public static final double SECONDS_FOR_CHARACTER = 1;

  /** To type one digit. */
  public static final double SECONDS_FOR_DIGIT = 0.4;

  /** To take up a page that is keyed wholly, and lay it aside. */
  public static final double SECONDS_FOR_PAGE = 10;

  /** To look at one box of a page that is keyed wholly. */
  public static final double SECONDS_FOR_BOX = 0.4;

  /** To find and mend one wrong value after it was accepted, or to bear it: two minutes. */
  public static final double SECONDS_FOR_WRONG = 120;

  /** A form, with this program: seconds. */
  public double perForm() {
    return forms == 0 ? 0 : (reviewSeconds + keyedSeconds + wrongSeconds) / forms;
  }

  /** A form, keyed by hand: seconds. */
  public double byHandPerForm() {
    return forms == 0 ? 0 : byHandSeconds / forms;
  }

  /** Seconds to type a field's value. */
  static double typing(Kind kind, String value) {
    double each =
        kind == Kind.COMB || kind == Kind.AMOUNT ? SECONDS_FOR_DIGIT : SECONDS_FOR_CHARACTER;
    return EditDistance.length(value) * each;
  }

  /** Adds up pages. Not thread-safe. */
  static final class Tally {

    private long forms;
    private double review;
    private double keyed;
    private double wrong;
    private double byHand;

    /**
     * Adds a page.
     *
     * @param answers its fields, those that were asked for
     * @param missed whether it gave no record
     */
    void add(List<Answer> answers, boolean missed) {
      double whole = keying(answers);
      forms++;
      byHand += whole;
      if (missed) {
        keyed += whole;
        return;
      }
      double seconds = 0;
      for (Answer answer : answers) {
        if (answer.outcome() == Outcome.REVIEW) {
          seconds += reviewing(answer);
        } else if (answer.outcome() == Outcome.WRONG && !answer.noInk()) {
          wrong += SECONDS_FOR_WRONG;
        }
      }
      review += seconds > 0 ? seconds + SECONDS_TO_OPEN : 0;
    }

    private static double reviewing(Answer answer) {
      if (!answer.kind().written()) {
        return SECONDS_FOR_MARK;
      }
      double mending = answer.valueRight() ? 0 : typing(answer.kind(), answer.meant());
      return SECONDS_FOR_LINE + mending;
    }

    private static double keying(List<Answer> answers) {
      double seconds = SECONDS_FOR_PAGE;
      for (Answer answer : answers) {
        if (answer.field() instanceof ChoiceField choice) {
          seconds += choice.options().size() * SECONDS_FOR_BOX;
        } else if (answer.kind() == Kind.CHECKBOX) {
          seconds += SECONDS_FOR_BOX;
        } else {
          seconds += typing(answer.kind(), answer.meant());
        }
      }
      return seconds;
    }

    OperatorTime time() {
      return new OperatorTime(forms, review, keyed, wrong, byHand);
    }
  }
}
